import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { json, type Store } from '../../src/store/index.ts';
import { onEveryStore } from './stores.ts';

const eleven = [
  'applications',
  'cover_letters',
  'cv_analyses',
  'cv_rewrites',
  'interview_answers',
  'interview_questions',
  'interview_sessions',
  'job_postings',
  'subscriptions',
  'user_message_embeddings',
  'users',
];

onEveryStore('the store', (kind) => {
  const opened: Store[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  async function open(how = kind.open): Promise<Store> {
    const store = await how();
    opened.push(store);
    return store;
  }

  test('an empty database gets the eleven tables, and a second start changes nothing', async () => {
    const store = await open();
    await store.prepare();
    expect(store.state).toEqual({ phase: 'ready' });
    expect(await store.productTables(5_000)).toEqual(eleven);
    const before = await store.dialect.introspect(store.db);
    await store.prepare();
    expect(await store.dialect.introspect(store.db)).toEqual(before);
  });

  test('rows look the same whichever database they come from', async () => {
    const store = await open();
    await store.prepare();
    const now = new Date('2024-05-01T10:00:00.120Z');
    await store.db
      .insertInto('users')
      .values({
        id: 'u1',
        clerk_user_id: 'c1',
        email: 'a@b.c',
        is_active: true,
        created_at: now,
        updated_at: now,
      })
      .execute();
    await store.db
      .insertInto('cv_analyses')
      .values({
        id: 'a1',
        user_id: 'c1',
        filename: 'cv.pdf',
        status: 'PENDING',
        strengths: json([{ text: 'clear' }]),
        created_at: now,
        updated_at: now,
      })
      .execute();
    const user = await store.db
      .selectFrom('users')
      .select(['is_active', 'email_verified', 'created_at'])
      .executeTakeFirst();
    expect(user).toEqual({ is_active: true, email_verified: null, created_at: '2024-05-01T10:00:00.120Z' });
    const analysis = await store.db
      .selectFrom('cv_analyses')
      .select(['strengths', 'status'])
      .executeTakeFirst();
    expect(analysis).toEqual({ strengths: [{ text: 'clear' }], status: 'PENDING' });
  });

  test('a row written without created_at gets one, in UTC', async () => {
    const store = await open();
    await store.prepare();
    await sql`insert into user_message_embeddings (id, user_id, message_id, message_text, message_role)
      values ('r1', 'u', 'm1', 'hello', 'user')`.execute(store.db);
    const row = await store.db
      .selectFrom('user_message_embeddings')
      .select('created_at')
      .executeTakeFirstOrThrow();
    expect(Math.abs(Date.parse(row.created_at) - Date.now())).toBeLessThan(60_000);
  });

  test('a failed transaction leaves nothing behind, and concurrent ones do not mix', async () => {
    const store = await open();
    await store.prepare();
    const add = (id: string, fails: boolean) =>
      store.transaction(async (trx) => {
        await trx
          .insertInto('interviewly.sessions')
          .values({ token_hash: id, user_id: 'u', created_at: new Date(), expires_at: new Date() })
          .execute();
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (fails) throw new Error('on purpose');
      });
    const results = await Promise.allSettled([add('a', false), add('b', true), add('c', false)]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const rows = await store.db
      .selectFrom('interviewly.sessions')
      .select('token_hash')
      .orderBy('token_hash')
      .execute();
    expect(rows.map((row) => row.token_hash)).toEqual(['a', 'c']);
  });

  test('the nearest vectors come back in the order of their exact cosines', async () => {
    const store = await open();
    await store.prepare();
    expect(store.dialect.vectors).toMatchObject({ available: true });
    const random = seeded(7);
    const vectors = Array.from({ length: 300 }, () => unitVector(512, random));
    await store.dialect.insertRows(
      store.db,
      'interviewly.documents',
      { id: 'text', owner: 'integer', role: 'text', created_at: 'timestamp', length: 'integer' },
      vectors.map((_, i) => [`d${i}`, 1, 'user', new Date(), 3]),
    );
    const rows = await store.db.selectFrom('interviewly.documents').select(['id', 'seq']).execute();
    const seqOf = new Map(rows.map((row) => [Number(row.id.slice(1)), row.seq]));
    await store.transaction((trx) =>
      store.dialect.insertVectors(
        trx,
        vectors.map((vector, i) => ({ seq: seqOf.get(i)!, owner: 1, model: 1, vector })),
      ),
    );
    const query = vectors[42]!.map((value) => value + (random() - 0.5) * 0.02);
    const exact = vectors
      .map((vector, i) => ({ seq: seqOf.get(i)!, cosine: cosine(vector, query) }))
      .sort((a, b) => b.cosine - a.cosine);
    const found = await store.dialect.nearest(store.db, {
      owner: 1,
      model: 1,
      query,
      candidates: 200,
      limit: 10,
    });
    expect(found).toHaveLength(10);
    expect(found[0]!.seq).toBe(seqOf.get(42));
    expect(found[0]!.cosine).toBeCloseTo(exact[0]!.cosine, 2);
    for (let i = 1; i < found.length; i++) expect(found[i]!.cosine).toBeLessThanOrEqual(found[i - 1]!.cosine);
    const among = exact.slice(100, 103).map(({ seq }) => seq);
    const restricted = await store.dialect.nearest(store.db, {
      owner: 1,
      model: 1,
      query,
      candidates: 200,
      limit: 10,
      among,
    });
    expect(restricted.map(({ seq }) => seq)).toEqual(among);
    expect(
      await store.dialect.nearest(store.db, { owner: 2, model: 1, query, candidates: 200, limit: 10 }),
    ).toEqual([]);
    expect(
      await store.dialect.nearest(store.db, { owner: 1, model: 2, query, candidates: 200, limit: 10 }),
    ).toEqual([]);
  });
});

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function unitVector(dimensions: number, random: () => number): Float32Array {
  const vector = Float32Array.from({ length: dimensions }, () => random() - 0.5);
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}

function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  for (let i = 0; i < a.length; i++) dot += a[i]! * b[i]!;
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}
