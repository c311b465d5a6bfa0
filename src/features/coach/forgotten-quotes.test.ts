import { expect, test } from 'vitest';
import { chatApp, USER } from '../../../test/chat-app.ts';

test('what is forgotten stands in no reply that quoted it, in this conversation or another', async () => {
  const app = await chatApp();
  const { memory } = app.context;
  const ask = async (message: string, conversation_id?: string) =>
    (await (await app.post({ message, conversation_id })).json()) as {
      reply: string;
      conversation_id: string;
    };
  const { conversation_id } = await ask('I live in Gdansk.');
  await ask('I play chess in Gdansk every week.', conversation_id);
  const { reply } = await ask('Where do I live?', conversation_id);
  expect(reply).toContain('> I live in Gdansk.');
  expect((await ask('Where do I live?')).reply).toContain('> I live in Gdansk.');
  await memory.queue.drain();
  const before = await app.remembered();
  await memory.forgetMessage(USER, before.find(({ text }) => text === 'I live in Gdansk.')!.id);
  const left = await app.remembered();
  expect(left.filter(({ text }) => text.includes('Gdansk')).map(({ text }) => text)).toEqual([
    'I play chess in Gdansk every week.',
  ]);
  // The replies stay, under their ids, with all that is not of the message.
  expect(left.length).toBe(before.length - 1);
  await memory.queue.drain();
  const { results } = await memory.recall(USER, { query: 'Gdansk', mode: 'keyword', k: 10 });
  expect(results.map(({ text }) => text)).toEqual(['I play chess in Gdansk every week.']);
  expect(left.filter(({ text }) => text.includes('(forgotten)'))).toHaveLength(2);
  await app.close();
});

test('a reply that is forgotten takes no quotes of the person out of others', async () => {
  const app = await chatApp();
  const { memory } = app.context;
  let conversation_id: string | undefined;
  for (const message of ['I live in Gdansk.', 'Where do I live?', 'Where do I live now?'])
    ({ conversation_id } = (await (await app.post({ message, conversation_id })).json()) as {
      conversation_id: string;
    });
  const quoting = async () =>
    (await app.remembered()).filter(({ text }) => text.includes('> I live in Gdansk.'));
  const [first] = await quoting();
  await memory.forgetMessage(USER, first!.id);
  expect((await quoting()).length).toBe(1);
  await app.close();
});
