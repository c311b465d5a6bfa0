import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createChatModel } from '../../src/ai/index.ts';
import { createSummaries, type Summaries, summaryPoints } from '../../src/features/conversations/index.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import type { NewMessage } from '../../src/memory/types.ts';
import { eventually } from '../chat-app.ts';
import { type TestApp, testApp } from '../context.ts';
import { type FakeOpenAI, fails, says, startFakeOpenAI } from '../fakes/index.ts';

/** What the person says again and again, so that the beginning falls out of the prompt. */
const FILLER = [
  'Today I read about interviews with panels of five people and made notes on each of their likely questions.',
  'I looked at the commute again and at three different ways to get to the office in the morning.',
  'My neighbour told me about her new position at the library and how calm it is there.',
  'I sorted my old project folders and found the slides on the warehouse layout from two years ago.',
];
const BEGINNING = [
  'I work as a data analyst at Nordhafen and want to lead a team of four people by next summer.',
  'My salary is 58,000 euros and the one thing I will not give up is my Friday afternoon.',
];

function long(count: number, conversation_id = 'long'): NewMessage[] {
  return Array.from({ length: count }, (_, i): NewMessage => {
    const isReply = i % 2 === 1;
    const said = BEGINNING[i / 2] ?? `${FILLER[(i / 2) % FILLER.length]} This was note ${i}.`;
    return {
      text: isReply
        ? `I have noted it as number ${i}. What do you want to do with it next, and until when?`
        : said,
      role: isReply ? 'assistant' : 'user',
      message_id: `m${i}`,
      conversation_id,
      context_type: 'career_chat',
      created_at: new Date(Date.UTC(2026, 4, 1, 8) + i * 60_000),
    };
  });
}

interface One {
  summary: {
    state: string;
    error: string | null;
    points: { text: string; message_ids: string[]; from: string; engine: string }[];
  } | null;
}
const summaryIn = async (app: TestApp) =>
  ((await app.request('GET', '/api/conversations/long')).body as One).summary;
const whenDone = (app: TestApp) =>
  eventually(async () => {
    const summary = await summaryIn(app);
    return summary?.state === 'done' ? summary : undefined;
  });
const ask = (app: TestApp, message: string) =>
  app.request('POST', '/api/chat', { body: { message, conversation_id: 'long' } });

describe('a conversation of 300 messages, offline', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await app.context.memory.remember(app.userId, long(300));
  });
  afterAll(() => app.close());

  test('is summarised by sentences of the person, each with the message it stands on', async () => {
    await ask(app, 'I will go to bed now.');
    const { points } = await whenDone(app);
    expect(points.length).toBeGreaterThan(10);
    const { messages } = await app.context.memory.list(app.userId, { limit: 500 });
    for (const { text, message_ids, engine } of points) {
      expect(engine).toBe('digest-1');
      const [source] = messages.filter(({ message_id }) => message_ids.includes(message_id));
      expect(source!.role).toBe('user');
      expect(source!.text).toContain(text.replace(/^«|»$/g, ''));
    }
    expect(points.map(({ from }) => from)).toEqual(points.map(({ from }) => from).toSorted());
  });

  test('still knows what was said at the beginning', async () => {
    const about = (await ask(app, 'What did I say at the beginning about my salary?')).body as {
      reply: string;
      memories: { message_id: string }[];
    };
    expect(about.reply).toContain(BEGINNING[1]);
    expect(about.memories.map(({ message_id }) => message_id)).toContain('m2');
    const first = (await ask(app, 'What was the first thing I told you?')).body as { reply: string };
    expect(first.reply).toContain(BEGINNING[0]);
  });

  test('does not take the beginning of something else for its own', async () => {
    const { reply } = (await ask(app, 'What should I say at the beginning of an interview?')).body as {
      reply: string;
    };
    expect(reply).not.toContain('From the beginning of this conversation');
  });

  test('forgets the points that stand on a forgotten message', async () => {
    const { points } = await whenDone(app);
    const [gone] = points[3]!.message_ids;
    await app.request('DELETE', `/api/memory/messages/${gone}`);
    const left = (await summaryIn(app))!.points;
    expect(left.flatMap(({ message_ids }) => message_ids)).not.toContain(gone);
    expect(left.length).toBeLessThan(points.length);
    const { db } = app.context.store;
    const sources = await db.selectFrom('interviewly.summary_sources').select('point').execute();
    expect(new Set(sources.map(({ point }) => point)).size).toBe(left.length);
  });
});

describe('with a model', () => {
  let app: TestApp;
  let fake: FakeOpenAI;
  beforeEach(async () => {
    fake = await startFakeOpenAI();
    const chat = createChatModel({
      provider: 'compatible',
      model: 'fake',
      apiKey: 'key',
      baseUrl: fake.url,
      timeoutMs: 5_000,
    });
    app = await testApp({ overrides: { chat } });
    await app.context.memory.remember(app.userId, long(160));
  });
  afterEach(async () => {
    await app.close();
    await fake.close();
  });
  const summaries = (clock: Clock = app.context.clock): Summaries =>
    createSummaries({ ...app.context, clock });
  const work = async (clock?: Clock) => {
    const own = summaries(clock);
    own.note(app.userId, 'long');
    await own.drain();
    await own.stop();
  };
  const points = () => app.context.store.read((db) => summaryPoints(db, app.userId, 'long'));
  const made = (...list: { text: string; message_ids: string[] }[]) => says(JSON.stringify({ points: list }));

  test('keeps its points, and puts them before the next answer, dated and with their messages', async () => {
    fake.always(made({ text: 'They earn 58,000 euros.', message_ids: ['m3'] }));
    fake.script(
      made({ text: 'They earn 58,000 euros and keep Friday afternoons free.', message_ids: ['m3'] }),
      made({ text: 'They read about panels.', message_ids: ['m1', 'm2'] }),
    );
    await work();
    const kept = await points();
    expect(kept[0]).toMatchObject({ message_ids: ['m2'], from: expect.stringContaining('2026-05-01') });
    expect(kept[0]!.engine).toContain('fake');
    fake.always(says('As you said.'));
    expect((await ask(app, 'As we said at the beginning, what is it that I keep free?')).status).toBe(200);
    const prompt = JSON.stringify(fake.requests.at(-1)!.body);
    expect(prompt).toContain('<earlier>');
    expect(prompt).toContain(
      '[2026-05-01; messages m2] They earn 58,000 euros and keep Friday afternoons free.',
    );
    expect(prompt).toContain(BEGINNING[1]);
  });

  test('refuses points on messages it was not given, and figures that they do not hold', async () => {
    fake.always(
      made(
        { text: 'They live in Paris.', message_ids: ['m999'] },
        { text: 'They earn 65,000 euros.', message_ids: ['m3'] },
        { text: 'Nothing at all.', message_ids: [] },
        { text: 'They work at Nordhafen.', message_ids: ['m1'] },
      ),
    );
    await work();
    const texts = new Set((await points()).map(({ text }) => text));
    expect([...texts]).toEqual(['They work at Nordhafen.']);
  });

  test('names the conversation, unless the person has, and the name goes with what it was made from', async () => {
    const point = { text: 'They work at Nordhafen.', message_ids: ['m1'] };
    fake.always(says(JSON.stringify({ title: 'Leading a team at Nordhafen', points: [point] })));
    await work();
    const one = async () => (await app.request('GET', '/api/conversations/long')).body;
    expect(await one()).toMatchObject({ title: 'Leading a team at Nordhafen', title_by: 'compatible/fake' });
    await app.request('PATCH', '/api/conversations/long', { body: { title: 'Mine' } });
    await work();
    expect(await one()).toMatchObject({ title: 'Mine', title_by: 'person' });
    await app.request('PATCH', '/api/conversations/long', { body: { title: null } });
    expect(await one()).toMatchObject({ title_by: 'first words' });
  });

  test('tries bad output again, then sets it aside, where it can be seen and tried again', async () => {
    let now = new Date();
    const clock = { now: () => now };
    fake.always(says('no JSON'));
    for (let i = 0; i < 4; i++) {
      await work(clock);
      now = new Date(now.getTime() + 3_600_000);
    }
    const summary = await summaryIn(app);
    expect(summary).toMatchObject({ state: 'set_aside', points: [], error: expect.stringContaining('form') });
    fake.always(made({ text: 'They work at Nordhafen.', message_ids: ['m1'] }));
    const retry = () => app.request('POST', '/api/conversations/long/summary');
    expect((await retry()).status).toBe(202);
    expect((await whenDone(app)).points.length).toBeGreaterThan(0);
    expect((await retry()).status).toBe(404);
  });

  test('waits where the model is away, and loses nothing', async () => {
    let now = new Date();
    const clock = { now: () => now };
    fake.always(fails(503, { headers: { 'retry-after-ms': '1' } }));
    await work(clock);
    expect(await summaryIn(app)).toMatchObject({ state: 'pending', points: [] });
    fake.always(made({ text: 'They work at Nordhafen.', message_ids: ['m1'] }));
    now = new Date(now.getTime() + 3_600_000);
    await work(clock);
    expect(await summaryIn(app)).toMatchObject({ state: 'done', error: null });
  });

  test('is made once by several at a time, and only of what is new', async () => {
    fake.always(made({ text: 'They work at Nordhafen.', message_ids: ['m1'] }));
    const several = [summaries(), summaries(), summaries()];
    for (const one of several) one.note(app.userId, 'long');
    await Promise.all(several.map((one) => one.drain()));
    const before = await points();
    const asked = fake.requests.length;
    expect(asked).toBe(before.length);
    await several[0]!.drain();
    several[0]!.note(app.userId, 'long');
    await several[0]!.drain();
    expect(fake.requests.length).toBe(asked);
    expect(await points()).toEqual(before);
    await Promise.all(several.map((one) => one.stop()));
  });
});
