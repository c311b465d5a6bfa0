import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ratedReplies, ratingsOf } from '../../src/features/feedback/index.ts';
import { type TestApp, testApp } from '../context.ts';
import { expectProblem } from './problems.ts';

let app: TestApp;
beforeEach(async () => {
  app = await testApp();
  await app.context.memory.remember(app.userId, [
    { text: 'How do I ask for a raise?', role: 'user', message_id: 'q', conversation_id: 'c' },
    { text: 'Prepare numbers.', role: 'assistant', message_id: 'a', conversation_id: 'c' },
  ]);
});
afterEach(() => app.close());

const put = (body: unknown, id = 'a', token?: string) =>
  app.request('PUT', `/api/messages/${id}/rating`, { body, token });
const rows = () => app.context.store.db.selectFrom('interviewly.ratings').selectAll().execute();

describe('a rating', () => {
  test('is kept, changed and taken back', async () => {
    const first = await put({ rating: 'helpful', reason: 'Concrete' });
    expect(first.status).toBe(200);
    expect(first.body).toEqual({
      message_id: 'a',
      conversation_id: 'c',
      rating: 'helpful',
      reason: 'Concrete',
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
    });
    expect((await put({ rating: 'not_helpful' })).body).toMatchObject({
      rating: 'not_helpful',
      reason: null,
    });
    expect(await rows()).toHaveLength(1);
    const listed = (await app.request('GET', '/api/conversations')).body;
    expect(listed).toMatchObject({ conversations: [{ rated: { helpful: 0, not_helpful: 1 } }] });
    for (let i = 0; i < 2; i++)
      expect((await app.request('DELETE', '/api/messages/a/rating')).status).toBe(204);
    expect(await rows()).toEqual([]);
  });

  test('is found by the row id too, and read by other features', async () => {
    const { id } = (await app.context.memory.get(app.userId, 'a'))!;
    expect((await put({ rating: 'helpful', reason: ' ' }, id)).body).toMatchObject({
      message_id: 'a',
      reason: null,
    });
    const { db } = app.context.store;
    const me = { all: [app.userId] };
    expect((await ratingsOf(db, me, [id, 'other'])).get(id)).toMatchObject({ rating: 'helpful' });
    expect(await ratedReplies(db, me, { rating: 'helpful' })).toMatchObject([
      { id, text: 'Prepare numbers.' },
    ]);
    expect(await ratedReplies(db, me, { rating: 'not_helpful' })).toEqual([]);
    expect(await ratedReplies(db, { all: ['another'] })).toEqual([]);
  });

  test('goes with its message', async () => {
    await put({ rating: 'helpful' });
    await app.request('DELETE', '/api/memory/messages/a');
    expect(await rows()).toEqual([]);
  });

  test('goes with the account', async () => {
    await put({ rating: 'helpful', reason: 'Concrete' });
    expect((await app.request('DELETE', '/api/account')).status).toBe(204);
    expect(await rows()).toEqual([]);
  });

  test('is of answers alone, and of the caller’s own', async () => {
    expectProblem(await put({ rating: 'helpful' }, 'q'), 422, 'not_a_reply');
    expectProblem(await put({ rating: 'helpful' }, 'nowhere'), 404, 'not_found');
    const { token } = (await app.request('POST', '/api/session')).body as { token: string };
    expectProblem(await put({ rating: 'helpful' }, 'a', token), 404, 'not_found');
    expectProblem(await app.request('DELETE', '/api/messages/a/rating', { token }), 404, 'not_found');
    expect(await rows()).toEqual([]);
  });

  test.each([
    [{}, 'rating'],
    [{ rating: 'great' }, 'rating'],
    [{ rating: 'helpful', reason: 'x'.repeat(1_001) }, 'reason'],
    [{ rating: 'helpful', why: 'x' }, 'why'],
  ])('refuses %j', async (body, field) => {
    expect(expectProblem(await put(body), 400, 'invalid_input')).toHaveProperty(field);
  });
});
