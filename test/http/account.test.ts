import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { ownedRows } from '../../src/features/account/index.ts';
import { json, type Store } from '../../src/store/index.ts';
import { type TestApp, testApp, testContext } from '../context.ts';
import { onEveryDatabase } from '../contract/stores.ts';
import { fillEngineTables, findTraces, ownedEngineTables } from '../fill-tables.ts';

const now = new Date('2026-01-01T00:00:00Z');

/** A person who is in every table, and what others have that points at them. `mark` is in every text of theirs. */
async function fillEveryTable(
  { db }: Store,
  person: { userId: string; clerkId: string; mark: string },
): Promise<void> {
  const { userId, clerkId, mark } = person;
  const times = { created_at: now, updated_at: now };
  const key = (name: string) => `${name}-${userId}`.slice(0, 36);
  await db
    .insertInto('users')
    .values({ id: userId, clerk_user_id: clerkId, email: `${mark}@example.com`, full_name: mark, ...times })
    .execute();
  await db
    .insertInto('subscriptions')
    .values({
      id: key('s'),
      user_id: userId,
      tier: 'PRO',
      status: 'ACTIVE',
      stripe_customer_id: mark,
      ...times,
    })
    .execute();
  await db
    .insertInto('interview_sessions')
    .values({
      id: key('i'),
      user_id: clerkId,
      job_title: mark,
      seniority: 'mid',
      language: 'en',
      num_questions: 1,
      status: 'active',
      created_at: now,
    })
    .execute();
  await db
    .insertInto('interview_questions')
    .values({ session_id: key('i'), idx: 1, type: 'general', question_text: mark })
    .execute();
  const question = await db
    .selectFrom('interview_questions')
    .select('id')
    .where('session_id', '=', key('i'))
    .executeTakeFirstOrThrow();
  await db
    .insertInto('interview_answers')
    .values({
      session_id: key('i'),
      question_id: question.id,
      user_answer_text: mark,
      score_overall: 50,
      created_at: now,
    })
    .execute();
  await db
    .insertInto('cv_analyses')
    .values({
      id: key('c'),
      user_id: clerkId,
      filename: mark,
      status: 'COMPLETED',
      parsed_data: json({ mark }),
      ...times,
    })
    .execute();
  await db
    .insertInto('cv_rewrites')
    .values({
      id: key('r'),
      user_id: clerkId,
      cv_analysis_id: key('c'),
      original_cv_text: mark,
      style: 'MODERN',
      status: 'completed',
      created_at: now,
    })
    .execute();
  await db
    .insertInto('job_postings')
    .values({
      id: key('j'),
      user_id: userId,
      title: mark,
      company_name: mark,
      description: mark,
      requirements: json([mark]),
      status: 'ACTIVE',
      ...times,
    })
    .execute();
  await db
    .insertInto('cover_letters')
    .values({
      id: key('l'),
      user_id: clerkId,
      cv_analysis_id: key('c'),
      job_posting_id: key('j'),
      cv_text: mark,
      job_title: mark,
      company_name: mark,
      tone: 'FORMAL',
      status: 'completed',
      created_at: now,
    })
    .execute();
  await db
    .insertInto('applications')
    .values({
      id: key('a'),
      job_id: key('j'),
      user_id: userId,
      cv_id: key('c'),
      interview_session_id: key('i'),
      applicant_email: `${mark}@example.com`,
      applicant_name: mark,
      status: 'SUBMITTED',
      ...times,
    })
    .execute();
}

async function countRows(store: Store): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of (await store.dialect.introspect(store.db)).columns.keys()) {
    const { rows } = await sql<{ n: number | string }>`select count(*) as n from ${sql.table(table)}`.execute(
      store.db,
    );
    counts[table] = Number(rows[0]!.n);
  }
  return counts;
}

onEveryDatabase(
  'DELETE /api/account',
  (kind) => {
    let app: TestApp | undefined;
    afterEach(async () => {
      await app?.close();
      app = undefined;
    });

    async function start(): Promise<TestApp> {
      const context = await testContext({ overrides: { store: await kind.open() } });
      app = await testApp({ context });
      return app;
    }

    /** A CV, an analysis, a posting, a letter, an application and a calendar of the caller's. */
    async function fillWorkbench({ request }: TestApp, token: string, mark: string): Promise<void> {
      const post = async (path: string, body: object) => {
        const response = await request('POST', path, { token, body });
        expect(response.status, `${path}: ${response.text}`).toBe(201);
        return response.body as { id: string };
      };
      const cv = await post('/api/cv', {
        text: `${mark} Miller\n${mark}@example.com\n\nEXPERIENCE\nNurse, ${mark} Clinic\n2019 - 2021\n- Trained 12 nurses.`,
      });
      const job = await post('/api/jobs', {
        text: `Senior Nurse\nCompany: ${mark} Hospital\n\nRequirements\n- 2 years as a nurse`,
      });
      await post(`/api/cv/${cv.id}/analyses`, { job_id: job.id });
      await post(`/api/cv/${cv.id}/rewrites`, {});
      const letter = await post('/api/letters', { cv_id: cv.id, job_id: job.id });
      const details = { cv_id: cv.id, letter_id: letter.id, notes: `${mark} notes` };
      const made = await post('/api/applications', { job_id: job.id, stage: 'applied', ...details });
      const moved = await request('PATCH', `/api/applications/${made.id}`, {
        token,
        body: { stage: 'interview', note: mark },
      });
      expect(moved.status).toBe(200);
      await request('POST', '/api/applications/calendar', { token });
    }

    test('leaves nothing of a visitor, and all of others', async () => {
      const started = await start();
      const { context, request, token, userId } = started;
      const other = (await request('POST', '/api/session')).body as { token: string; user_id: string };
      for (const [who, mark] of [
        [token, 'markermine'],
        [other.token, 'markeryours'],
      ] as const) {
        const messages = [
          {
            text: `my ${mark} salary`,
            role: 'user',
            conversation_id: mark,
            metadata: { mark },
            message_id: mark,
          },
          { text: `your ${mark}`, role: 'assistant', conversation_id: mark },
        ];
        expect(
          (await request('POST', '/api/memory/messages', { token: who, body: { messages } })).status,
        ).toBe(201);
      }
      await fillWorkbench(started, token, 'markermine');
      await request('POST', '/api/cv', { token: other.token, body: { text: 'markeryours Miller' } });
      await context.memory.queue.drain();
      // And one that nobody has embedded yet.
      const late = { messages: [{ text: 'markermine late', role: 'user' }] };
      expect((await request('POST', '/api/memory/messages', { body: late })).status).toBe(201);

      const response = await request('DELETE', '/api/account');
      expect(response.status).toBe(204);
      expect(response.headers.get('set-cookie')).toContain('interviewly_session=;');

      expect(await findTraces(context.store, 'markermine', userId)).toEqual([]);
      expect(await findTraces(context.store, 'markeryours')).toContain(
        'markeryours in user_message_embeddings',
      );
      expect((await request('GET', '/api/memory/messages')).status).toBe(401);
      const search = await request('POST', '/api/memory/search', {
        token: other.token,
        body: { query: 'salary' },
      });
      const { results } = search.body as { results: { text: string }[] };
      expect(results.map(({ text }) => text)).toContain('my markeryours salary');
      expect(await countRows(context.store)).toMatchObject({
        cv_analyses: 1,
        cv_rewrites: 0,
        cover_letters: 0,
        job_postings: 0,
        applications: 0,
      });
    });

    test('takes the rows of a person out of all eleven tables, under every name of theirs', async () => {
      const { context, request, token, userId } = await start();
      const { store, memory } = context;
      const me = {
        userId: '11111111-1111-4111-8111-111111111111',
        clerkId: 'user_2mine',
        mark: 'markermine',
      };
      const you = {
        userId: '22222222-2222-4222-8222-222222222222',
        clerkId: 'user_2yours',
        mark: 'markeryours',
      };
      const before = await countRows(store);
      for (const person of [me, you]) {
        await fillEveryTable(store, person);
        await memory.remember(person.clerkId, [{ text: `${person.mark} by Clerk id`, role: 'user' }]);
        await fillEngineTables(store, person.clerkId, person.mark);
        await memory.remember(person.userId, [{ text: `${person.mark} by users.id`, role: 'user' }]);
      }
      await memory.queue.drain();
      // The session becomes one of the signed-in person, as signing in will do.
      await store.db
        .updateTable('interviewly.sessions')
        .set({ user_id: me.clerkId })
        .where('user_id', '=', userId)
        .execute();
      // Every table that the list of owned rows names holds something of the person, so that none is forgotten here.
      const holding = await findTraces(store, me.mark, me.userId, me.clerkId);
      for (const { table } of ownedRows) {
        const name = store.kind === 'sqlite' ? table.replace('.', '_') : table;
        expect(
          holding.some((trace) => trace.endsWith(` in ${name}`)),
          `nothing of the person in ${table}`,
        ).toBe(true);
      }

      expect((await request('DELETE', '/api/account', { token })).status).toBe(204);

      expect(await findTraces(store, me.mark, me.userId, me.clerkId)).toEqual([]);
      const after = await countRows(store);
      for (const table of await store.productTables(2_000)) {
        expect([table, after[table]]).toEqual([
          table,
          (before[table] ?? 0) + (table === 'user_message_embeddings' ? 2 : 1),
        ]);
      }
    });

    test('knows every table that says whose its rows are', async () => {
      const { context } = await start();
      const { store } = context;
      const known = new Set<string>(ownedRows.map(({ table }) => table.replace('.', '_')));
      for (const [table, columns] of (await store.dialect.introspect(store.db)).columns) {
        const name = table.replace('.', '_');
        // The search index hangs on the messages, and goes with them by a verb of memory's own.
        if (name === 'interviewly_owners') continue;
        const isOwned = columns.has('owner_id') || columns.has('user_id');
        expect([name, !isOwned || known.has(name)]).toEqual([name, true]);
      }
      expect(ownedEngineTables.length).toBeGreaterThan(5);
    });

    test('keeps what others have that points at the person', async () => {
      const { context, request } = await start();
      const { store } = context;
      const { db } = store;
      const me = {
        userId: '11111111-1111-4111-8111-111111111111',
        clerkId: 'user_2mine',
        mark: 'markermine',
      };
      const you = {
        userId: '22222222-2222-4222-8222-222222222222',
        clerkId: 'user_2yours',
        mark: 'markeryours',
      };
      for (const person of [me, you]) await fillEveryTable(store, person);
      const mine = (name: string) => `${name}-${me.userId}`.slice(0, 36);
      await db
        .updateTable('applications')
        .set({
          job_id: mine('j'),
          cv_id: mine('c'),
          interview_session_id: mine('i'),
          recruiter_notes: me.mark,
        })
        .where('user_id', '=', you.userId)
        .execute();
      await db
        .updateTable('cover_letters')
        .set({ cv_analysis_id: mine('c'), job_posting_id: mine('j') })
        .where('user_id', '=', you.clerkId)
        .execute();
      await db
        .updateTable('cv_rewrites')
        .set({ cv_analysis_id: mine('c') })
        .where('user_id', '=', you.clerkId)
        .execute();
      await db.updateTable('interviewly.sessions').set({ user_id: me.userId }).execute();

      expect((await request('DELETE', '/api/account')).status).toBe(204);

      expect(await findTraces(store, me.mark)).toEqual([]);
      const application = await db.selectFrom('applications').selectAll().executeTakeFirstOrThrow();
      expect(application).toMatchObject({ user_id: you.userId, applicant_name: you.mark, cv_id: null });
      const posting = await db
        .selectFrom('job_postings')
        .selectAll()
        .where('id', '=', application.job_id)
        .executeTakeFirstOrThrow();
      expect(posting).toMatchObject({
        user_id: null,
        title: '[deleted]',
        description: '[deleted]',
        requirements: null,
      });
      const letter = await db.selectFrom('cover_letters').selectAll().executeTakeFirstOrThrow();
      expect(letter).toMatchObject({
        user_id: you.clerkId,
        cv_analysis_id: null,
        job_posting_id: null,
        cv_text: you.mark,
      });
    });

    test('that fails can be repeated', async () => {
      const { context, request } = await start();
      await request('POST', '/api/memory/messages', {
        body: { messages: [{ text: 'markermine', role: 'user' }] },
      });
      const { transaction } = context.store;
      const broken = { ...context.memory };
      context.memory.forgetEverything = async () => {
        throw new Error('broken');
      };
      expect((await request('DELETE', '/api/account')).status).toBe(500);
      context.memory.forgetEverything = broken.forgetEverything;
      expect(context.store.transaction).toBe(transaction);
      expect((await request('DELETE', '/api/account')).status).toBe(204);
      expect(await findTraces(context.store, 'markermine')).toEqual([]);
    });
  },
  { standIn: false },
);
