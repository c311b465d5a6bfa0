/*
 * The memory behind your own agent, in three calls: a session, some messages, a question.
 *
 *   npm start                            (in one terminal)
 *   npx node examples/remember-and-ask.ts    (in another; or give the server's address)
 */

const server = process.argv[2] ?? 'http://localhost:8000';

async function call<T>(method: string, path: string, token: string | null, body?: unknown): Promise<T> {
  const response = await fetch(server + path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  // Errors are problem details (RFC 9457): `code` is for programs, `detail` for people.
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

const { token } = await call<{ token: string }>('POST', '/api/session', null);

await call('POST', '/api/memory/messages', token, {
  messages: [
    {
      role: 'user',
      conversation_id: 'monday',
      text: 'I applied to the harbour museum; they pay 48,000 a year.',
    },
    { role: 'user', conversation_id: 'monday', text: 'My notice period is two months.' },
    { role: 'user', conversation_id: 'friday', text: 'The museum invited me for an interview on the 12th.' },
  ],
});

const question = 'How much does the museum pay?';
const { results } = await call<{ results: { text: string; score: number; created_at: string }[] }>(
  'POST',
  '/api/memory/search',
  token,
  { query: question, k: 2 },
);
console.log(question);
for (const { text, created_at } of results) console.log(`  ${created_at.slice(0, 10)}  ${text}`);

// For a prompt of your own: quoted and dated, within a budget of tokens.
const { context, tokens } = await call<{ context: string; tokens: number }>(
  'POST',
  '/api/memory/context',
  token,
  {
    query: question,
    token_budget: 300,
  },
);
console.log(`\nContext (${tokens} tokens):\n${context}`);

// Or let the coach answer; with no key set this is the offline engine.
const { reply, engine } = await call<{ reply: string; engine: string }>('POST', '/api/chat', token, {
  message: question,
});
console.log(`\nAnswer (${engine}):\n${reply}`);

// Nothing of this visitor stays behind.
await call('DELETE', '/api/account', token);
