import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSummaries, summaryPoints } from '../../src/features/conversations/index.ts';
import { type RequestOptions, type TestApp, testApp, testContext } from '../context.ts';
import { onEveryDatabase } from './stores.ts';

onEveryDatabase('conversations', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ context: await testContext({ overrides: { store: await kind.open() } }) });
  });
  afterAll(() => app?.close());

  async function visitor() {
    const { token, user_id } = (await app.request('POST', '/api/session')).body as {
      token: string;
      user_id: string;
    };
    const request = (method: string, path: string, options?: RequestOptions) =>
      app.request(method, path, { token, ...options });
    return { request, user_id };
  }

  const say = (user: string, conversation_id: string, minute: number, text: string, isReply = false) =>
    app.context.memory.remember(user, [
      {
        text,
        role: isReply ? 'assistant' : 'user',
        message_id: `${conversation_id}-${minute}`,
        conversation_id,
        created_at: new Date(Date.UTC(2026, 5, 1, 9, minute)),
      },
    ]);

  test('nothing is noted of a conversation that was forgotten, or whose person was erased', async () => {
    const { store, clock, logger } = app.context;
    const { request, user_id } = await visitor();
    const summaries = createSummaries({ store, chat: null, clock, logger });
    const noted = () =>
      store.db
        .selectFrom('interviewly.summaries')
        .select('owner_id')
        .where('owner_id', '=', user_id)
        .execute();
    summaries.note(user_id, 'gone');
    await summaries.drain();
    expect(await noted()).toEqual([]);
    await say(user_id, 'there', 1, 'Hello.');
    summaries.note(user_id, 'there');
    await summaries.drain();
    expect(await noted()).toHaveLength(1);
    await request('DELETE', '/api/conversations/there');
    expect(await noted()).toEqual([]);
    await summaries.stop();
  });

  test('are listed, paged, searched, named, rated and deleted', async () => {
    const { request, user_id } = await visitor();
    for (let i = 0; i < 5; i++) await say(user_id, `c${i}`, i < 3 ? 1 : 2, `Talk of Northwind number ${i}`);
    await say(user_id, 'c0', 3, 'An answer', true);
    type Page = { conversations: { id: string; rated: object }[]; next_cursor: string | null };
    const list = async (query: string) => (await request('GET', `/api/conversations?${query}`)).body as Page;
    const first = await list('limit=3');
    const second = await list(`limit=3&cursor=${first.next_cursor}`);
    expect([...first.conversations, ...second.conversations].map(({ id }) => id)).toEqual([
      'c0',
      'c4',
      'c3',
      'c2',
      'c1',
    ]);
    for (const title of ['First', 'The 50% offer'])
      expect((await request('PATCH', '/api/conversations/c0', { body: { title } })).body).toMatchObject({
        title,
      });
    expect((await list('query=50%25')).conversations).toMatchObject([{ id: 'c0', match: null }]);
    expect((await list('query=north')).conversations).toHaveLength(5);
    for (const rating of ['helpful', 'not_helpful'])
      expect((await request('PUT', '/api/messages/c0-3/rating', { body: { rating } })).status).toBe(200);
    expect((await list('limit=1')).conversations[0]!.rated).toEqual({ helpful: 0, not_helpful: 1 });
    expect((await request('DELETE', '/api/conversations/c0')).status).toBe(204);
    const { db } = app.context.store;
    for (const table of ['interviewly.ratings', 'interviewly.conversations'] as const)
      expect(await db.selectFrom(table).selectAll().where('owner_id', '=', user_id).execute()).toEqual([]);
  });

  test('are summarised in steps, and forget with their messages', async () => {
    const { request, user_id } = await visitor();
    await app.context.memory.remember(
      user_id,
      Array.from({ length: 140 }, (_, i) => ({
        text: `On day ${i} I wrote a long note on the harbour, the warehouse and the ships that came in with number ${i}.`,
        role: 'user' as const,
        message_id: `s${i}`,
        conversation_id: 'long',
        created_at: new Date(Date.UTC(2026, 5, 1, 9, i)),
      })),
    );
    const summaries = createSummaries({ ...app.context, chat: null });
    const points = () => app.context.store.read((db) => summaryPoints(db, user_id, 'long'));
    summaries.note(user_id, 'long');
    await summaries.drain();
    const made = await points();
    expect(made.length).toBeGreaterThan(2);
    summaries.note(user_id, 'long');
    await summaries.drain();
    expect(await points()).toEqual(made);
    await app.context.memory.forgetMessage(user_id, made[0]!.message_ids[0]!);
    expect(await points()).toEqual(made.slice(1));
    expect((await request('DELETE', '/api/conversations/long')).status).toBe(204);
    const { db } = app.context.store;
    expect(await db.selectFrom('interviewly.summaries').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('interviewly.summary_points').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('interviewly.summary_sources').selectAll().execute()).toEqual([]);
    await summaries.stop();
  });
});
