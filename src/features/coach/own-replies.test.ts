import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ChatApp, chatApp, USER } from '../../../test/chat-app.ts';
import { says, startFakeOpenAI } from '../../../test/fakes/index.ts';

const SALARY = 'My salary expectation is 78,000 euros.';
const NOW = 'What is my salary expectation now?';
const MODES = ['hybrid', 'semantic', 'keyword'] as const;

const search = async ({ context: { memory } }: ChatApp, query: string, mode: (typeof MODES)[number]) =>
  (await memory.recall(USER, { query, mode, k: 50 })).results;
const contextOf = async ({ context: { memory } }: ChatApp, query: string) =>
  (await memory.context(USER, { query })).context;

describe('the replies of the offline engine', () => {
  let app: ChatApp;
  beforeEach(async () => {
    app = await chatApp();
  });
  afterEach(() => app.close());

  test('are kept, and neither found nor told, however often they read something out', async () => {
    const answers = await app.talk(SALARY, NOW, NOW, NOW, NOW, NOW);
    expect(answers[5]!.reply).toContain(`> ${SALARY}`);
    const { memory } = app.context;
    await memory.queue.drain();
    expect(await memory.queue.status()).toMatchObject({ pending: 0, set_aside_count: 0 });
    expect(await memory.progress(USER)).toMatchObject({ messages: 6, embedded: 6 });
    for (const mode of MODES) {
      const found = await search(app, 'salary expectation in euros', mode);
      expect(found.filter(({ role }) => role === 'assistant')).toEqual([]);
      expect(found.map(({ text }) => text)).toContain(SALARY);
    }
    for (const query of ['playbook raise', 'offline engine key', 'What you want to earn'])
      expect((await search(app, query, 'keyword')).filter(({ role }) => role === 'assistant')).toEqual([]);
    const context = await contextOf(app, NOW);
    expect(context.split(SALARY)).toHaveLength(2);
    for (const told of ['> >', 'You answered', 'playbook', 'offline engine'])
      expect(context).not.toContain(told);
    expect(await app.remembered()).toHaveLength(12);
  });

  test('are found by the coach where it is asked what it said', async () => {
    await app.post({ message: 'How do I ask for a raise?' });
    await app.talk(SALARY, NOW);
    const response = await app.post({ message: 'What did you tell me about asking for a raise?' });
    const { reply, memories } = (await response.json()) as { reply: string; memories: { role: string }[] };
    expect(reply).toContain('I told you:\n\n> **How to ask for a raise**');
    expect(reply).not.toContain('> _Answered by');
    expect(memories.every(({ role }) => role === 'assistant')).toBe(true);
  });
});

test('of what a model says its drafts are found and told, and what it quotes is not', async () => {
  const fake = await startFakeOpenAI();
  const app = await chatApp({ provider: 'openai', baseUrl: fake.url });
  try {
    const { memory } = app.context;
    await memory.remember(USER, [{ text: SALARY, role: 'user', conversation_id: 'earlier' }]);
    await memory.queue.drain();
    const reply = [
      'You told me your salary expectation:',
      '> 2026-11-23: "My salary expectation is 78,000 euros."',
      '> You just asked: how do I write about my salary to Ms Zeppelin',
      'I would write:',
      '> Dear Ms Zeppelin,\n> thank you for the pleasant talk. I look forward to a proposal near 78,000 euros.',
    ].join('\n\n');
    fake.script(says(reply), says('Gladly.'));
    const answer = await app.post({ message: 'How do I write about my salary to Ms Zeppelin?' });
    const { conversation_id } = (await answer.json()) as { conversation_id: string };
    await memory.queue.drain();
    const [kept] = (await app.remembered()).slice(-1);
    expect(kept).toMatchObject({ text: reply, metadata: { recalled_lines: [2, 4] } });
    const found = (query: string) =>
      search(app, query, 'keyword').then((results) => results.some(({ role }) => role === 'assistant'));
    expect(await found('pleasant proposal')).toBe(true);
    expect(await found('told expectation')).toBe(true);
    expect(await found('asked')).toBe(false);
    const context = await contextOf(app, 'The pleasant proposal to Ms Zeppelin and the salary expectation');
    expect(context).toContain('> > thank you for the pleasant talk.');
    expect(context).toContain('> […]');
    expect(context).not.toContain('> > 2026');
    expect(context).not.toContain('You just asked');
    // The running conversation goes to the model as it was.
    await app.post({ message: 'Thanks, and the greeting?', conversation_id });
    expect(JSON.stringify(fake.requests[1]?.body)).toContain(JSON.stringify(reply));
  } finally {
    await app.close();
    await fake.close();
  }
});
