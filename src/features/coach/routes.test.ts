import { readUIMessageStream, uiMessageChunkSchema } from 'ai';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ChatApp, chatApp, chunksOf, textOf, USER } from '../../../test/chat-app.ts';
import type { CoachUIMessage } from './ui-stream.ts';

let app: ChatApp;
beforeAll(async () => {
  app = await chatApp();
});
beforeEach(async () => {
  await app.context.memory.forgetEverything(USER);
});
afterAll(() => app.close());

async function say(text: string, created_at: string, conversation_id = 'earlier') {
  await app.context.memory.remember(USER, [
    { text, role: 'user', conversation_id, created_at: new Date(created_at) },
  ]);
}

interface Answer {
  conversation_id: string;
  message_id: string;
  user_message_id: string;
  reply: string;
  engine: string;
  memories: { id: string; text: string; created_at: string }[];
  sources: { kind: string; id: string; cited: boolean }[];
}

async function ask(body: object): Promise<Answer> {
  const response = await app.post(body);
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

describe('POST /api/chat, offline', () => {
  it('answers from what was said in another conversation, with the amount and the day', async () => {
    await say('I love walking my dog in the park.', '2024-03-01T10:00:00Z');
    await say(
      "I'm kinda worried that my $12.99/month Canva Pro subscription might not be enough to make my resume ATS compatible.",
      '2024-03-15T10:00:00Z',
    );
    await say('The rent of our flat went up to $1,800 a month.', '2024-05-01T10:00:00Z');
    const answer = await ask({
      message: "How much does my subscription to the service I'm using for my resume cost each month?",
    });
    expect(answer.reply).toContain('15 March 2024');
    expect(answer.reply).toContain('$12.99');
    expect(answer.reply).not.toContain('1,800');
    expect(answer.engine).toBe('offline');
    expect(answer.memories).toHaveLength(1);
    expect(answer.memories[0]).toMatchObject({ created_at: '2024-03-15T10:00:00.000Z' });
    expect(answer.sources).toMatchObject([{ kind: 'memory', cited: true }]);
  });

  it('advises from the playbook and names the piece', async () => {
    const answer = await ask({ message: 'How do I ask for a raise?' });
    expect(answer.reply).toContain('ask-for-a-raise');
    expect(answer.sources[0]).toMatchObject({ kind: 'playbook', id: 'ask-for-a-raise', cited: true });
  });

  it('quotes from a text without spaces', async () => {
    await say(`我的工资是七万欧元${'一二三四五六七八九十'.repeat(100)}`, '2024-03-15T10:00:00Z');
    expect((await ask({ message: '我的工资是多少七万欧元？' })).engine).toBe('offline');
  });

  it.each([
    ['no list of sources', { memories: [], engine: 'x', reply_to: 'm' }],
    ['sources that are none', { memories: [], sources: [null], engine: 'x', reply_to: 'm' }],
    ['ids that are none', { memories: [1, {}], sources: [], engine: 'x', reply_to: 'm' }],
    ['an engine that is none', { memories: [], sources: [], engine: {}, reply_to: 'm' }],
  ])('makes a new answer where a kept one has %s', async (_name, metadata) => {
    const first = await ask({ message: 'Hello', message_id: 'm', conversation_id: 'c' });
    await app.context.memory.forgetMessage(USER, first.message_id);
    await app.context.memory.remember(USER, [
      { text: 'Damaged', role: 'assistant', message_id: first.message_id, conversation_id: 'c', metadata },
    ]);
    const again = await ask({ message: 'Hello', message_id: 'm', conversation_id: 'c' });
    expect(again).toMatchObject({ reply: first.reply, message_id: first.message_id });
    expect(await app.remembered()).toHaveLength(2);
  });

  it('keeps no answer to what was forgotten meanwhile', async () => {
    const { memory } = app.context;
    const { recall } = memory;
    memory.recall = async (...given) => {
      const found = await recall(...given);
      await memory.forgetEverything(USER);
      return found;
    };
    await ask({ message: 'How do I ask for a raise?' });
    memory.recall = recall;
    expect(await app.remembered()).toEqual([]);
  });

  it('keeps the message and the answer, in that order, with how it was made', async () => {
    const answer = await ask({ message: 'How do I ask for a raise?' });
    const [message, reply, ...rest] = await app.remembered();
    expect(rest).toEqual([]);
    expect(message).toMatchObject({
      message_id: answer.user_message_id,
      conversation_id: answer.conversation_id,
      role: 'user',
      context_type: 'career_chat',
    });
    expect(reply).toMatchObject({
      message_id: answer.message_id,
      role: 'assistant',
      text: answer.reply,
      metadata: { engine: 'offline', reply_to: answer.user_message_id },
    });
  });

  it('says how it was made in the first reply of a conversation only', async () => {
    const first = await ask({ message: 'How do I ask for a raise?' });
    expect(first.reply).toContain('offline engine');
    const second = await ask({
      message: 'How long should my resume be?',
      conversation_id: first.conversation_id,
    });
    expect(second.conversation_id).toBe(first.conversation_id);
    expect(second.reply).not.toContain('offline engine');
  });

  it('reads a follow-up with the question before it', async () => {
    await say('I applied at Contoso on 3 May 2026 as a data engineer.', '2026-05-04T10:00:00Z');
    const first = await ask({ message: 'When did I apply at Contoso?' });
    expect(first.reply).toContain('3 May 2026');
    const second = await ask({ message: 'And as what?', conversation_id: first.conversation_id });
    expect(second.reply).toContain('data engineer');
  });

  it('never recalls what it quoted as if that had been said again', async () => {
    await say('My salary is 70,000 euros.', '2026-05-04T10:00:00Z');
    await ask({ message: 'What is my salary?' });
    const again = await ask({ message: 'What is my salary?' });
    expect(again.reply.match(/^> .*70,000/gm)).toHaveLength(1);
    expect(again.memories).toHaveLength(1);
  });

  it('says plainly that it does not know', async () => {
    const answer = await ask({ message: 'What is the name of my cat?' });
    expect(answer.reply).toContain('I did not find that');
    expect(answer.memories).toEqual([]);
    expect(answer.sources).toEqual([]);
  });

  it.each(['When did I apply to Contoso?', 'When is my interview on Friday?', 'Did I mention my salary?'])(
    'does not take the question, asked before, for its answer: %s',
    async (message) => {
      await ask({ message });
      await ask({ message });
      const answer = await ask({ message });
      expect(answer.reply).toContain('I did not find that');
      expect(answer.memories).toEqual([]);
    },
  );

  it('answers a message that is sent again with what it answered before', async () => {
    const first = await ask({ message: 'How do I ask for a raise?', message_id: 'm-1' });
    const again = await ask({ message: 'How do I ask for a raise?', message_id: 'm-1' });
    expect(again).toEqual(first);
    expect(await app.remembered()).toHaveLength(2);
  });

  it('refuses another message under an id that is taken', async () => {
    await ask({ message: 'How do I ask for a raise?', message_id: 'm-2' });
    const response = await app.post({ message: 'Something else', message_id: 'm-2' });
    expect(response.status).toBe(409);
  });

  it.each([
    ['no message', {}, 'message'],
    ['an empty one', { message: '' }, 'message'],
    ['white space', { message: ' \n ' }, 'message'],
    ['a number', { message: 5 }, 'message'],
    ['20,001 characters', { message: 'a'.repeat(20_001) }, 'message'],
    ['an unknown field', { message: 'Hi', mesage: 'x' }, 'mesage'],
    ['a long conversation id', { message: 'Hi', conversation_id: 'c'.repeat(37) }, 'conversation_id'],
    ['stream that is a string', { message: 'Hi', stream: 'yes' }, 'stream'],
  ])('refuses %s', async (_, body, field) => {
    const response = await app.post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ field }] });
    expect(await app.remembered()).toEqual([]);
  });

  it('takes 20,000 characters', async () => {
    expect((await app.post({ message: 'word '.repeat(4_000) })).status).toBe(200);
  });
});

describe('POST /api/chat, streamed', () => {
  it("is the AI SDK's UI message stream, and the same answer", async () => {
    await say('My salary is 70,000 euros.', '2026-05-04T10:00:00Z');
    const response = await app.post({ message: 'What is my salary?', stream: true });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('x-vercel-ai-ui-message-stream')).toBe('v1');
    const chunks = await chunksOf(response);
    for (const chunk of chunks) expect(await isChunk(chunk)).toBe(true);
    expect(chunks.map((chunk) => chunk.type).filter((type) => type !== 'text-delta')).toEqual([
      'start',
      'data-memories',
      'text-start',
      'text-end',
      'data-memories',
      'data-sources',
      'finish',
    ]);
    expect(textOf(chunks)).toContain('70,000');
    const [, , reply] = await app.remembered();
    expect(reply?.text).toBe(textOf(chunks));
    expect(chunks[0]).toMatchObject({ messageId: reply?.message_id, messageMetadata: { engine: 'offline' } });
  });

  it('becomes one message in the browser, memories and sources with it', async () => {
    await say('My salary is 70,000 euros.', '2026-05-04T10:00:00Z');
    const chunks = await chunksOf(await app.post({ message: 'What is my salary?', stream: true }));
    const stream = new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(chunk);
        controller.close();
      },
    });
    let message: CoachUIMessage | undefined;
    for await (const state of readUIMessageStream<CoachUIMessage>({ stream })) message = state;
    expect(message?.metadata).toMatchObject({ engine: 'offline' });
    expect(message?.parts.map((part) => part.type)).toEqual(['data-memories', 'text', 'data-sources']);
    expect(message?.parts[0]).toMatchObject({ data: [{ text: 'My salary is 70,000 euros.' }] });
  });
});

async function isChunk(chunk: unknown): Promise<boolean> {
  const result = await uiMessageChunkSchema().validate?.(chunk);
  return result?.success ?? false;
}
