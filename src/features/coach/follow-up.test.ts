import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ChatAnswer, type ChatApp, chatApp, USER } from '../../../test/chat-app.ts';
import { calls, says, startFakeOpenAI } from '../../../test/fakes/index.ts';
import { asksForMore } from './more.ts';

let app: ChatApp;
beforeAll(async () => {
  app = await chatApp();
});
beforeEach(async () => {
  await app.context.memory.forgetEverything(USER);
});
afterAll(() => app.close());

async function ask(message: string, conversation_id?: string): Promise<ChatAnswer> {
  const response = await app.post({ message, conversation_id });
  expect(response.status).toBe(200);
  return (await response.json()) as ChatAnswer;
}

const quotes = (text: string) => text.split('\n').filter((line) => line.startsWith('> '));

describe('a correction in the next turn', () => {
  it('is taken for one, with what it corrects', async () => {
    const { conversation_id } = await ask('My salary at Contoso is 50,000 euros.');
    const { reply } = await ask('No, it was 52,000', conversation_id);
    expect(reply).toContain('Noted as a correction');
    expect(quotes(reply)).toEqual(['> My salary at Contoso is 50,000 euros.']);
  });

  it('is quoted with what it corrects, later and in another conversation', async () => {
    const { conversation_id } = await ask('My salary at Contoso is 50,000 euros.');
    await ask('No, it was 52,000', conversation_id);
    const { reply, memories } = await ask('What is my salary at Contoso?');
    expect(quotes(reply)[0]).toMatch(
      /^> My salary at Contoso is 50,000 euros \(corrected on .+: «No, it was 52,000»\)\.$/,
    );
    expect(memories.map(({ text }) => text)).toEqual([
      'My salary at Contoso is 50,000 euros.',
      'No, it was 52,000',
    ]);
  });

  it('is none where nothing was said before, or something else comes between', async () => {
    expect((await ask('No, it was 52,000')).reply).not.toContain('correction');
    const { conversation_id } = await ask('My salary at Contoso is 50,000 euros.');
    await ask('My sister visits us.', conversation_id);
    await ask('No, it was my brother', conversation_id);
    const { reply } = await ask('What is my salary at Contoso?');
    expect(quotes(reply)).toEqual(['> My salary at Contoso is 50,000 euros.']);
  });

  it('reaches a model through search_memory', async () => {
    const fake = await startFakeOpenAI();
    const withModel = await chatApp({ provider: 'openai', baseUrl: fake.url });
    const say = (text: string, at: string) =>
      withModel.context.memory.remember(USER, [
        { text, role: 'user', conversation_id: 'earlier', created_at: new Date(at) },
      ]);
    await say('My salary at Contoso is 50,000 euros.', '2026-03-01T10:00:00Z');
    await say('No, it was 52,000', '2026-03-01T10:01:00Z');
    fake.script(says('52,000.'));
    await withModel.post({ message: 'What is my salary at Contoso?' });
    expect(JSON.stringify(fake.requests[0]?.body)).toContain(
      'right after «My salary at Contoso is 50,000 euros.», they said: «No, it was 52,000»',
    );
    fake.script(calls([{ name: 'search_memory', input: { query: 'salary at Contoso' } }]), says('52,000.'));
    await withModel.post({ message: 'Xyzzy?' });
    expect(JSON.stringify(fake.requests[2]?.body)).toContain(
      '50,000 euros (corrected on 1 March 2026: «No, it was 52,000»)',
    );
    await withModel.close();
    await fake.close();
  });
});

describe('«tell me more»', () => {
  it.each(['tell me more', 'More please', 'Go on', 'What else?', 'ok, tell me more about that'])(
    'is asked by: %s',
    (message) => expect(asksForMore(message)).toBe(true),
  );
  it.each(['tell me more about salaries in Berlin', 'I want more money', 'What else should I bring to it?'])(
    'is not asked by: %s',
    (message) => expect(asksForMore(message)).toBe(false),
  );

  it('goes on with another piece each time, until there is none', async () => {
    const first = await ask('How do I prepare for a behavioral interview?');
    const shown = [first.reply];
    const ids = new Set<string>();
    for (let i = 0; i < 10; i++) {
      const { reply, sources } = await ask('Tell me more', first.conversation_id);
      if (reply.startsWith('That is all')) break;
      expect(shown).not.toContain(reply);
      shown.push(reply);
      const id = /_From the playbook \(([\w-]+)\)/.exec(reply)?.[1] ?? '';
      expect(ids.has(id)).toBe(false);
      ids.add(id);
      expect(sources.some((source) => source.id === id && source.cited)).toBe(true);
    }
    expect(ids.size).toBeGreaterThan(0);
    expect((await ask('tell me more', first.conversation_id)).reply).toMatch(/^That is all/);
  });
});

it('puts no lone heading over what has no subject', async () => {
  await ask('I have two cats and a garden with a pond.');
  const { reply } = await ask('What do you know about me?');
  expect(reply).not.toContain('Other things');
  expect(quotes(reply)).toEqual(['> I have two cats and a garden with a pond.']);
});
