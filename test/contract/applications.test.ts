import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Application, Page } from '../../src/features/applications/index.ts';
import { type RequestOptions, type TestApp, type TestResponse, testApp, testContext } from '../context.ts';
import { onEveryDatabase } from './stores.ts';

const created = new Date('2024-01-01T08:00:00Z');
const reviewed = new Date('2024-01-04T08:00:00Z');
const updated = new Date('2024-01-20T08:00:00Z');

onEveryDatabase('applications', (kind) => {
  // One app for all tests of a store: each has a person of its own.
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ context: await testContext({ overrides: { store: await kind.open() } }) });
  });
  afterAll(() => app?.close());

  type Request = (method: string, path: string, options?: RequestOptions) => Promise<TestResponse>;

  async function visitor(): Promise<{ request: Request; userId: string }> {
    const session = (await app.request('POST', '/api/session')).body as { token: string; user_id: string };
    const request: Request = (method, path, options) =>
      app.request(method, path, { token: session.token, ...options });
    return { request, userId: session.user_id };
  }

  /** Somebody the original knows, who applied there. */
  async function originalPerson(
    name: string,
    columns: {
      status: 'SUBMITTED' | 'INTERVIEW';
      reviewed_at?: Date;
      interview_scheduled_at?: Date;
      cv_match_score?: number;
    },
  ): Promise<{ request: Request; userId: string; clerkId: string }> {
    const { request, userId: session } = await visitor();
    const { db } = app.context.store;
    const times = { created_at: created, updated_at: updated };
    const [userId, clerkId, email] = [`users-${name}`, `user_${name}`, `${name}@example.org`];
    await db
      .insertInto('users')
      .values({ id: userId, clerk_user_id: clerkId, email, full_name: 'Mara', ...times })
      .execute();
    await db
      .insertInto('job_postings')
      .values({
        id: `job-${name}`,
        title: 'Ward lead',
        company_name: 'Harbour Clinic',
        description: '',
        status: 'ACTIVE',
        ...times,
      })
      .execute();
    await db
      .insertInto('applications')
      .values({
        id: `ap-${name}`,
        job_id: `job-${name}`,
        user_id: userId,
        applicant_email: email,
        applicant_name: 'Mara',
        ...columns,
        ...times,
      })
      .execute();
    await db
      .updateTable('interviewly.sessions')
      .set({ user_id: clerkId })
      .where('user_id', '=', session)
      .execute();
    return { request, userId, clerkId };
  }

  test("the original's rows are shown with a past, and gone on with", async () => {
    const { request, userId } = await originalPerson('ward', {
      status: 'INTERVIEW',
      reviewed_at: reviewed,
      interview_scheduled_at: new Date('2024-02-01T10:00:00Z'),
      cv_match_score: 71,
    });
    const shown = (await request('GET', '/api/applications/ap-ward')).body as Application;
    expect(shown).toMatchObject({
      stage: 'interview',
      job: { title: 'Ward lead', company: 'Harbour Clinic' },
      interview_at: '2024-02-01T10:00:00.000Z',
      original: { cv_match_score: 71 },
      revision: 0,
    });
    const past = [
      ['original', 'created', null, 'applied', created.toISOString()],
      ['original', 'stage', 'applied', 'screening', reviewed.toISOString()],
      ['original', 'stage', 'screening', 'interview', updated.toISOString()],
      ['original', 'interview', null, null, '2024-02-01T10:00:00.000Z'],
    ];
    const rows = ({ timeline }: Application) =>
      timeline.map(({ by, kind, from, to, at }) => [by, kind, from, to, at]);
    expect(rows(shown)).toEqual(past);

    const at = '2024-03-01T00:00:00.000Z';
    const moved = (await request('PATCH', '/api/applications/ap-ward', { body: { stage: 'offer', at } }))
      .body;
    expect(moved).toMatchObject({ stage: 'offer', revision: 1 });
    expect(rows(moved as Application)).toEqual([...past, ['person', 'stage', 'interview', 'offer', at]]);
    const row = await app.context.store.db
      .selectFrom('applications')
      .selectAll()
      .where('id', '=', 'ap-ward')
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ status: 'OFFERED', stage: 'offer', user_id: userId, owner_id: null });
  });

  test('where the other backend moved an application after us, its word counts', async () => {
    const { request } = await visitor();
    const made = (
      await request('POST', '/api/applications', {
        body: { job: { title: 'Nurse', company_name: 'Harbour Clinic' }, stage: 'ghosted' },
      })
    ).body as Application;
    const later = new Date(Date.now() + 60_000);
    await sql`update applications set status = 'OFFERED', updated_at = ${later} where id = ${made.id}`.execute(
      app.context.store.db,
    );
    const path = `/api/applications/${made.id}`;
    const shown = (await request('GET', path)).body as Application;
    expect(shown.stage).toBe('offer');
    expect(shown.timeline.at(-1)).toEqual({
      at: later.toISOString(),
      by: 'original',
      kind: 'stage',
      from: 'ghosted',
      to: 'offer',
      note: null,
    });
    for (const [stage, length] of [
      ['offer', 1],
      ['ghosted', 0],
    ] as const) {
      const { applications } = (await request('GET', `/api/applications?stage=${stage}`)).body as Page;
      expect([stage, applications.length]).toEqual([stage, length]);
    }
    const noted = (await request('PATCH', path, { body: { note: 'they called' } })).body as Application;
    expect(noted.timeline.filter(({ by }) => by === 'original')).toHaveLength(1);
    // It is written down now, and told once.
    expect((await request('GET', path)).body).toEqual(noted);
    expect((await request('PATCH', path, { body: { stage: 'accepted' } })).body).toMatchObject({
      stage: 'accepted',
      timeline: expect.arrayContaining([
        expect.objectContaining({ from: 'offer', to: 'accepted', by: 'person' }),
      ]),
    });
  });

  test('the applicant is the one of the account', async () => {
    const { request, userId, clerkId } = await originalPerson('nurse', { status: 'SUBMITTED' });
    await request('POST', '/api/applications', { body: { job: { title: 'Nurse', company_name: 'Ward' } } });
    const row = await app.context.store.db
      .selectFrom('applications')
      .selectAll()
      .where('owner_id', '=', clerkId)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      applicant_email: 'nurse@example.org',
      applicant_name: 'Mara',
      user_id: userId,
    });
    const { applications } = (await request('GET', '/api/applications')).body as Page;
    expect(applications.map(({ stage }) => stage)).toEqual(['saved', 'applied']);
  });

  test('made twice at once it is one, and two changes at once both take place', async () => {
    const { request } = await visitor();
    const body = { job: { title: 'Cook', company_name: 'Galley' } };
    const made = await Promise.all(
      Array.from({ length: 4 }, () => request('POST', '/api/applications', { body })),
    );
    expect(made.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const { id } = made.find(({ status }) => status === 201)!.body as Application;
    const changes = [{ stage: 'applied' }, { stage: 'interview' }, { note: 'one' }, { note: 'two' }];
    const changed = await Promise.all(
      changes.map((change) => request('PATCH', `/api/applications/${id}`, { body: change })),
    );
    expect(changed.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { timeline, revision } = (await request('GET', `/api/applications/${id}`)).body as Application;
    expect(revision).toBe(5);
    expect(timeline.filter(({ kind }) => kind === 'note')).toHaveLength(2);
    const [first, second] = timeline.filter(({ kind }) => kind === 'stage');
    expect(first!.from).toBe('saved');
    expect(second!.from).toBe(first!.to);
  });

  test('every order pages through all, and every filter finds', async () => {
    const { request } = await visitor();
    const day = (n: number) => new Date(Date.UTC(2024, 0, n)).toISOString();
    for (let i = 1; i <= 9; i++) {
      const body = {
        job: { title: i % 2 ? 'Engineer' : 'Nurse 100%', company_name: `Company ${i % 3}-${i}` },
        stage: ['saved', 'applied', 'interview'][i % 3],
        ...(i % 2 && { remind_at: day(i), applied_at: day(i), interview_at: day(20 - i) }),
        ...(i === 4 && { notes: 'Über Größe', tags: ['remote_only'], contacts: [{ name: 'Zoë' }] }),
      };
      expect((await request('POST', '/api/applications', { body })).status).toBe(201);
    }
    const pageThrough = async (query: string) => {
      const found: Application[] = [];
      let cursor: string | null = null;
      do {
        const path: string = `/api/applications?limit=4&${query}${cursor ? `&cursor=${cursor}` : ''}`;
        const response = await request('GET', path);
        expect([query, response.status]).toEqual([query, 200]);
        const page = response.body as Page;
        found.push(...page.applications);
        cursor = page.next_cursor;
      } while (cursor !== null);
      return found;
    };
    for (const key of ['created_at', 'applied_at', 'interview_at'] as const) {
      for (const sign of ['', '-']) {
        const found = await pageThrough(`sort=${sign}${key}`);
        const values = found.map((one) => one[key]);
        const dated = values.filter((value) => value !== null);
        expect([key, sign, new Set(found.map(({ id }) => id)).size]).toEqual([key, sign, 9]);
        expect(dated).toEqual(sign ? dated.toSorted().reverse() : dated.toSorted());
        expect(values.slice(dated.length).every((value) => value === null)).toBe(true);
      }
    }
    const companies = (await pageThrough('sort=company')).map(({ job }) => job.company);
    expect(companies).toEqual(companies.toSorted());
    const stages = (await pageThrough('sort=-stage')).map(({ stage }) => stage);
    expect(stages).toEqual([
      'interview',
      'interview',
      'interview',
      'applied',
      'applied',
      'applied',
      'saved',
      'saved',
      'saved',
    ]);

    const count = async (query: string) => (await pageThrough(query)).length;
    expect(await count('stage=applied,interview')).toBe(6);
    expect(await count('company=company%201')).toBe(3);
    expect(await count('q=ENGINEER')).toBe(5);
    expect(await count('q=100%25')).toBe(4);
    expect(await count('q=e_only')).toBe(1);
    expect(await count('q=%25')).toBe(4);
    expect(await count('q=Gr%C3%B6%C3%9Fe')).toBe(1);
    expect(await count('q=Zo%C3%AB')).toBe(1);
    expect(await count('q=nothing')).toBe(0);
    expect(await count('due=true&stage=saved')).toBe(2);
  });

  test('figures, what is due, files and the calendar come from every database', async () => {
    const { request } = await visitor();
    const csv =
      'Company;Position;Status;Applied on\nAcme;Cook;Phone screen;2024-01-02\nBlue;Baker;No response;\n';
    const imported = await request('POST', '/api/applications/import', { body: { csv } });
    expect(imported.body).toMatchObject({ created: 2, skipped: [], warnings: [] });
    expect((await request('POST', '/api/applications/import', { body: { csv } })).body).toMatchObject({
      created: 0,
    });
    expect((await request('GET', '/api/applications/funnel')).body).toMatchObject({ n: 2 });
    expect((await request('GET', '/api/applications/due')).body).toEqual({ total: 0, items: [] });
    const file = await request('GET', '/api/applications?format=csv');
    expect(file.text.split('\r\n')).toHaveLength(4);
    const { url } = (await request('POST', '/api/applications/calendar')).body as { url: string };
    const feed = await request('GET', new URL(url).pathname + new URL(url).search, { token: null });
    expect(feed.text).toContain('BEGIN:VCALENDAR');
    expect((await request('DELETE', '/api/applications/calendar')).status).toBe(204);
  });
});
