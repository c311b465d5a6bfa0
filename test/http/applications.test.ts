import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Application } from '../../src/features/applications/index.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import { json } from '../../src/store/index.ts';
import { type TestApp, type TestResponse, testApp } from '../context.ts';
import { expectProblem } from './problems.ts';

const start = Date.parse('2026-03-02T09:00:00Z');
const day = 86_400_000;
let time = start;
const clock: Clock = { now: () => new Date(time) };

let app: TestApp;
let stranger: string;
beforeAll(async () => {
  app = await testApp({ overrides: { clock } });
  stranger = ((await app.request('POST', '/api/session')).body as { token: string }).token;
});
afterAll(() => app.close());

let count = 0;
/** A job that no other test has. */
const job = (parts: object = {}) => ({
  title: 'Backend Engineer',
  company_name: `Acme ${++count}`,
  ...parts,
});

async function create(body: object, token = app.token): Promise<Application> {
  const response = await app.request('POST', '/api/applications', { body, token });
  expect([response.status, response.text]).toEqual([201, expect.anything()]);
  return response.body as Application;
}
const patch = (id: string, body: object, token = app.token): Promise<TestResponse> =>
  app.request('PATCH', `/api/applications/${id}`, { body, token });
const show = async (id: string) => (await app.request('GET', `/api/applications/${id}`)).body as Application;
const after = (days: number) => {
  time = start + days * day;
};
const iso = (days: number) => new Date(start + days * day).toISOString();

describe('tracking', () => {
  test('an application has its job, what was said of it and a timeline', async () => {
    after(0);
    const made = await create({
      job: job({ url: 'https://acme.example/jobs/1', location: 'Leiden' }),
      notes: 'a note',
      contacts: [{ name: 'Ada', role: 'recruiter', email: 'ada@acme.example' }],
      tags: ['remote', 'remote', 'go'],
      next_step: 'tailor the CV',
      remind_at: iso(3),
      source: 'LinkedIn',
    });
    expect(made).toMatchObject({
      stage: 'saved',
      job: {
        title: 'Backend Engineer',
        url: 'https://acme.example/jobs/1',
        location: 'Leiden',
        salary: null,
      },
      notes: 'a note',
      tags: ['remote', 'go'],
      source: 'LinkedIn',
      contacts: [{ name: 'Ada', role: 'recruiter', email: 'ada@acme.example' }],
      revision: 1,
      original: null,
    });
    expect(made.timeline.map(({ kind, by, to }) => [kind, by, to])).toEqual([
      ['created', 'person', 'saved'],
      ['source', 'person', null],
      ['reminder', 'person', null],
      ['next_step', 'person', null],
    ]);
    expect(await show(made.id)).toEqual(made);
  });

  test('a stage can be dated back and carry a note; every change is an event', async () => {
    after(0);
    const { id } = await create({ job: job() });
    after(10);
    const moved = (await patch(id, { stage: 'applied', at: iso(8), note: 'by mail' })).body as Application;
    expect(moved).toMatchObject({ stage: 'applied', applied_at: iso(8), revision: 2 });
    expect(moved.timeline.at(-1)).toEqual({
      at: iso(8),
      by: 'person',
      kind: 'stage',
      from: 'saved',
      to: 'applied',
      note: 'by mail',
    });
    const changed = (await patch(id, { notes: 'x', tags: ['a'], interview_at: iso(12), note: 'called' }))
      .body;
    expect((changed as Application).timeline.slice(2).map(({ kind, note }) => [kind, note])).toEqual([
      ['interview', iso(12)],
      ['notes', null],
      ['tags', 'a'],
      ['note', 'called'],
    ]);
    const cleared = (await patch(id, { notes: null, tags: null, interview_at: null })).body as Application;
    expect(cleared).toMatchObject({ notes: null, tags: [], interview_at: null, revision: 4 });
    expect(cleared.timeline.slice(-3).map(({ note }) => note)).toEqual(['cleared', 'cleared', 'cleared']);
    // What changes nothing leaves no trace.
    expect((await patch(id, { stage: 'applied', notes: null, tags: [] })).body).toEqual(cleared);
  });

  test('the database holds the nearest status that the original knows', async () => {
    after(0);
    const { id } = await create({ job: job() });
    const statuses: string[] = [];
    for (const stage of [
      'applied',
      'screening',
      'interview',
      'offer',
      'accepted',
      'rejected',
      'withdrawn',
      'ghosted',
    ]) {
      expect((await patch(id, { stage })).body).toMatchObject({ stage });
      const row = await app.context.store.db
        .selectFrom('applications')
        .select(['status', 'stage', 'owner_id', 'applicant_email', 'applicant_name'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      expect(row).toMatchObject({ stage, owner_id: app.userId, applicant_email: '', applicant_name: '' });
      statuses.push(row.status);
    }
    expect(statuses).toEqual([
      'SUBMITTED',
      'SCREENING',
      'INTERVIEW',
      'OFFERED',
      'OFFERED',
      'REJECTED',
      'WITHDRAWN',
      'SUBMITTED',
    ]);
  });

  test('there is one application per job and person', async () => {
    const named = job();
    const first = await create({ job: named });
    const again = await app.request('POST', '/api/applications', { body: { job: named } });
    expect(expectProblem(again, 409, 'application_exists').job_id).toContain(first.id);
    expect(again.headers.get('location')).toBe(`/api/applications/${first.id}`);
    const byId = await app.request('POST', '/api/applications', { body: { job_id: first.job.id } });
    expectProblem(byId, 409, 'application_exists');
    // Another person's is another.
    const theirs = await create({ job: named }, stranger);
    expect(theirs.id).not.toBe(first.id);
    const { applications_count } = await app.context.store.db
      .selectFrom('job_postings')
      .select('applications_count')
      .where('id', '=', first.job.id)
      .executeTakeFirstOrThrow();
    expect(applications_count).toBe(1);
  });

  test('made twice at once it is one, and two changes at once both take place', async () => {
    const named = job();
    const responses = await Promise.all(
      Array.from({ length: 4 }, () => app.request('POST', '/api/applications', { body: { job: named } })),
    );
    expect(responses.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const { id } = responses.find(({ status }) => status === 201)!.body as Application;
    await Promise.all([
      ...['applied', 'interview'].map((stage) => patch(id, { stage })),
      ...['one', 'two', 'three'].map((note) => patch(id, { note })),
    ]);
    const { timeline, revision } = await show(id);
    expect(revision).toBe(6);
    expect(timeline.flatMap(({ kind, note }) => (kind === 'note' ? [note] : [])).sort()).toEqual([
      'one',
      'three',
      'two',
    ]);
    const moves = timeline.filter(({ kind }) => kind === 'stage');
    expect(moves.length).toBe(2);
    expect(moves[1]!.from).toBe(moves[0]!.to);
  });

  test('can be moved to another posting that has none', async () => {
    const [named, other, taken] = [
      await create({ job: job() }),
      await create({ job: job() }),
      await create({ job: job() }),
    ];
    await app.request('DELETE', `/api/applications/${other.id}`);
    const moved = (await patch(named.id, { job_id: other.job.id })).body as Application;
    expect(moved.job).toEqual(other.job);
    expect(moved.timeline.at(-1)).toMatchObject({
      kind: 'job',
      note: `Backend Engineer, ${other.job.company}`,
    });
    expectProblem(await patch(named.id, { job_id: taken.job.id }), 409, 'application_exists');
    expectProblem(await patch(named.id, { job_id: 'nothing' }), 404, 'not_found');
    const rows = await app.context.store.db
      .selectFrom('job_postings')
      .select(['id', 'applications_count'])
      .where('id', 'in', [named.job.id, other.job.id, taken.job.id])
      .execute();
    const counts = new Map(rows.map((row) => [row.id, row.applications_count]));
    expect([named, other, taken].map((one) => counts.get(one.job.id))).toEqual([0, 1, 1]);
  });

  test('a job whose posting went over to somebody else gets another', async () => {
    const named = job();
    const first = await create({ job: named });
    const { db } = app.context.store;
    await app.request('DELETE', `/api/applications/${first.id}`);
    await db
      .updateTable('job_postings')
      .set({ owner_id: 'somebody' })
      .where('id', '=', first.job.id)
      .execute();
    const second = await create({ job: named });
    expect(second.job.id).not.toBe(first.job.id);
    expect(second.job.company).toBe(named.company_name);
  });

  test('is seen by nobody else', async () => {
    const { id } = await create({ job: job() });
    expectProblem(await patch(id, { note: 'x' }, stranger), 404, 'not_found');
    for (const method of ['GET', 'DELETE'])
      expectProblem(
        await app.request(method, `/api/applications/${id}`, { token: stranger }),
        404,
        'not_found',
      );
    expectProblem(await app.request('GET', '/api/applications', { token: null }), 401, 'unauthenticated');
  });

  test('deleting takes the timeline and the memory along, and leaves the posting', async () => {
    after(0);
    const made = await create({ job: job({ title: 'Zymurgist' }), stage: 'applied' });
    after(1);
    await patch(made.id, { stage: 'interview', note: 'with the brewer' });
    const messages = async () =>
      (
        (await app.request('GET', `/api/memory/messages?conversation_id=${made.id}`)).body as {
          messages: { text: string; context_type: string; metadata: object }[];
        }
      ).messages;
    expect((await messages()).map(({ text }) => text)).toEqual([
      `I applied for the job Zymurgist at ${made.job.company}.`,
      `My application for Zymurgist at ${made.job.company} moved from applied to interview. with the brewer`,
    ]);
    expect((await messages())[0]).toMatchObject({
      context_type: 'application',
      metadata: { kind: 'application', id: made.id, stage: 'applied' },
    });
    expect((await app.request('DELETE', `/api/applications/${made.id}`)).status).toBe(204);
    expectProblem(await app.request('GET', `/api/applications/${made.id}`), 404, 'not_found');
    expect(await messages()).toEqual([]);
    const { db } = app.context.store;
    const events = await db
      .selectFrom('interviewly.application_events')
      .select('id')
      .where('application_id', '=', made.id)
      .execute();
    expect(events).toEqual([]);
    // The job can be applied for again.
    expect((await create({ job_id: made.job.id })).job.id).toBe(made.job.id);
  });
});

describe('bad input', () => {
  const long = 'x'.repeat(1_000_000);
  const contact = { name: 'Ada' };
  test.each<[string, object, string]>([
    ['an unknown stage', { stage: 'hired?' }, 'stage'],
    ['the name of a property', { stage: 'constructor' }, 'stage'],
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['a date that is none', { remind_at: 'tomorrow' }, 'remind_at'],
    ['a date out of range', { interview_at: '2199-01-01T00:00:00Z' }, 'interview_at'],
    ['an application in the future', { applied_at: '2026-06-01' }, 'applied_at'],
    ['a stage in the future', { stage: 'applied', at: '2026-06-01' }, 'at'],
    ['a megabyte of notes', { notes: long }, 'notes'],
    ['200 contacts', { contacts: Array.from({ length: 200 }, () => contact) }, 'contacts'],
    ['somebody without a name', { contacts: [contact, { name: ' ' }] }, 'contacts[1].name'],
    ['200 tags', { tags: Array.from({ length: 200 }, (_, i) => `${i}`) }, 'tags'],
    ['a long tag', { tags: [long] }, 'tags[0]'],
    ['a number for a text', { next_step: 5 }, 'next_step'],
    ['a NUL', { notes: 'a\u0000b' }, 'notes'],
    ['half a character', { next_step: '\ud800' }, 'next_step'],
  ])('%s is refused, on a new one and on an old one', async (_, fields, field) => {
    after(0);
    const { id } = await create({ job: job() });
    const made = await app.request('POST', '/api/applications', { body: { job: job(), ...fields } });
    expect(Object.keys(expectProblem(made, 400, 'invalid_input'))).toEqual([field]);
    expect(Object.keys(expectProblem(await patch(id, fields), 400, 'invalid_input'))).toEqual([field]);
    expect((await show(id)).revision).toBe(1);
  });

  test.each<[string, object, string]>([
    ['no job', {}, 'job_id'],
    ['two jobs', { job_id: 'x', job: { title: 'a', company_name: 'b' } }, 'job_id'],
    ['a job without a title', { job: { company_name: 'b' } }, 'job.title'],
    [
      'an address that is a script',
      { job: { title: 'a', company_name: 'b', url: 'javascript:alert(1)' } },
      'job.url',
    ],
    ['a long company', { job: { title: 'a', company_name: long } }, 'job.company_name'],
  ])('%s is refused', async (_, body, field) => {
    const response = await app.request('POST', '/api/applications', { body });
    expect(Object.keys(expectProblem(response, 400, 'invalid_input'))).toEqual([field]);
  });

  test("what is somebody else's is not found", async () => {
    const theirs = await create({ job: job() }, stranger);
    const mine = await create({ job: job() });
    const { db } = app.context.store;
    const now = new Date(start);
    const cv = { filename: 'cv.pdf', status: 'COMPLETED', created_at: now, updated_at: now } as const;
    await db
      .insertInto('cv_analyses')
      .values([
        { ...cv, id: 'cv-mine', owner_id: app.userId },
        { ...cv, id: 'cv-theirs', owner_id: 'somebody' },
        { ...cv, id: 'analysis', owner_id: app.userId, cv_id: 'cv-mine' },
        { ...cv, id: 'cv-nobody' },
      ])
      .execute();
    const foreign: [object, string][] = [
      [{ job_id: theirs.job.id }, 'job_id'],
      [{ job_id: 'nothing' }, 'job_id'],
      ...['cv-theirs', 'cv-nobody', 'analysis'].map((cv_id): [object, string] => [
        { job: job(), cv_id },
        'cv_id',
      ]),
      [{ job: job(), letter_id: 'nothing' }, 'letter_id'],
    ];
    for (const [body, field] of foreign) {
      const response = await app.request('POST', '/api/applications', { body });
      expect(Object.keys(expectProblem(response, 404, 'not_found'))).toEqual([field]);
    }
    expectProblem(await patch(mine.id, { cv_id: 'cv-theirs' }), 404, 'not_found');
    expect((await patch(mine.id, { cv_id: 'cv-mine' })).body).toMatchObject({ cv_id: 'cv-mine' });
    expectProblem(await patch('nothing', { note: 'x' }), 404, 'not_found');
  });

  test.each([
    ['stage=gone', 'stage'],
    ['sort=random', 'sort'],
    ['limit=0', 'limit'],
    ['limit=1000', 'limit'],
    ['cursor=nothing', 'cursor'],
    ['due=perhaps', 'due'],
    ['format=xml', 'format'],
    ['colour=red', 'colour'],
  ])('a list by %s is refused', async (query, field) => {
    const response = await app.request('GET', `/api/applications?${query}`);
    expect(Object.keys(expectProblem(response, 400, 'invalid_input'))).toEqual([field]);
  });

  test('today where the day is further on than in UTC is no future', async () => {
    after(0);
    const { applied_at } = await create({ job: job(), stage: 'applied', applied_at: '2026-03-03' });
    expect(applied_at).toBe(iso(0));
  });
});

test('the applicant is the one of the CV, where there is no account', async () => {
  const { token, user_id } = (await app.request('POST', '/api/session')).body as {
    token: string;
    user_id: string;
  };
  const { db } = app.context.store;
  const now = new Date(start);
  await db
    .insertInto('cv_analyses')
    .values({
      id: 'cv-zoe',
      owner_id: user_id,
      filename: 'cv.pdf',
      status: 'COMPLETED',
      parsed_data: json({ basics: { name: 'Zoë', email: 'zoe@example.org' } }),
      created_at: now,
      updated_at: now,
    })
    .execute();
  const { id } = await create({ job: job(), cv_id: 'cv-zoe' }, token);
  const row = await db.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ applicant_name: 'Zoë', applicant_email: 'zoe@example.org', user_id: null });
});
