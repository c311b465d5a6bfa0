import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Clock } from '../../src/kernel/clock.ts';
import { type TestApp, testApp } from '../context.ts';
import { expectProblem } from './problems.ts';

const day = 86_400_000;
/** A Wednesday. */
const now = Date.parse('2026-03-18T12:00:00Z');
const clock: Clock = { now: () => new Date(now) };
const ago = (days: number) => new Date(now - days * day).toISOString();

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ overrides: { clock } });
});
afterAll(() => app.close());

type Step = [stage: string, daysAgo: number];

/** Somebody with applications that went these ways. */
async function person(ways: { company: string; steps: Step[]; [field: string]: unknown }[]) {
  const { token } = (await app.request('POST', '/api/session')).body as { token: string };
  const request = (method: string, path: string, body?: unknown) =>
    app.request(method, path, { token, body });
  for (const { company, steps, ...fields } of ways) {
    const [[stage, since], ...rest] = steps as [Step, ...Step[]];
    const made = await request('POST', '/api/applications', {
      job: { title: 'Cook', company_name: company },
      stage,
      at: ago(since),
      ...fields,
    });
    expect([made.status, made.text]).toEqual([201, expect.anything()]);
    const { id } = made.body as { id: string };
    for (const [next, at] of rest) {
      const moved = await request('PATCH', `/api/applications/${id}`, { stage: next, at: ago(at) });
      expect([moved.status, moved.text]).toEqual([200, expect.anything()]);
    }
  }
  return request;
}

describe('the funnel', () => {
  test('counts stages reached, time in them, sources and weeks, each with its n', async () => {
    const request = await person([
      {
        company: 'A',
        source: 'LinkedIn',
        steps: [
          ['saved', 30],
          ['applied', 28],
          ['screening', 20],
          ['interview', 10],
          ['offer', 2],
        ],
      },
      {
        company: 'B',
        source: 'LinkedIn',
        steps: [
          ['applied', 20],
          ['rejected', 16],
        ],
      },
      {
        company: 'C',
        source: 'a friend',
        steps: [
          ['applied', 20],
          ['interview', 12],
          ['rejected', 8],
        ],
      },
      { company: 'D', steps: [['applied', 16]] },
      { company: 'E', steps: [['saved', 3]] },
    ]);
    const funnel = (await request('GET', '/api/applications/funnel?weeks=4')).body as Record<string, never[]>;
    expect(funnel).toMatchObject({
      n: 5,
      reached: [
        { stage: 'saved', reached: 5, now: 1 },
        { stage: 'applied', reached: 4, now: 1 },
        { stage: 'screening', reached: 2, now: 0 },
        { stage: 'interview', reached: 2, now: 0 },
        { stage: 'offer', reached: 1, now: 1 },
        { stage: 'accepted', reached: 0, now: 0 },
      ],
      ended: [
        { stage: 'rejected', n: 2 },
        { stage: 'withdrawn', n: 0 },
        { stage: 'ghosted', n: 0 },
      ],
      by_source: [
        {
          source: 'LinkedIn',
          n: 2,
          applied: 2,
          answered: { n: 2, of: 2 },
          offers: { n: 1, of: 2, rate: 0.5 },
        },
        { source: null, n: 2, applied: 1, answered: { n: 0, of: 1 } },
        { source: 'a friend', n: 1, applied: 1, answered: { n: 1, of: 1 } },
      ],
      no_answer: { total: 1, longest: [{ company: 'D', days: 16 }] },
    });
    expect(funnel.conversion).toMatchObject([
      { from: 'saved', to: 'applied', n: 4, of: 5, rate: 0.8, open: 1 },
      { from: 'applied', to: 'screening', n: 2, of: 4, rate: 0.5, open: 1 },
      { from: 'screening', to: 'interview', n: 2, of: 2, rate: 1, open: 0 },
      { from: 'interview', to: 'offer', n: 1, of: 2 },
      { from: 'offer', to: 'accepted', n: 0, of: 1, rate: 0, open: 1 },
    ]);
    expect(funnel.time_in_stage).toEqual([
      { stage: 'saved', n: 1, median_days: 2, so_far: { n: 1, median_days: 3 } },
      { stage: 'applied', n: 3, median_days: 8, so_far: { n: 1, median_days: 16 } },
      { stage: 'screening', n: 1, median_days: 10, so_far: { n: 0, median_days: null } },
      { stage: 'interview', n: 2, median_days: 6, so_far: { n: 0, median_days: null } },
      { stage: 'offer', n: 0, median_days: null, so_far: { n: 1, median_days: 2 } },
    ]);
    expect(funnel.weekly).toEqual([
      { week: '2026-02-23', saved: 0, applied: 2, interviews: 0, offers: 0, rejected: 0 },
      { week: '2026-03-02', saved: 0, applied: 1, interviews: 2, offers: 0, rejected: 1 },
      { week: '2026-03-09', saved: 1, applied: 0, interviews: 0, offers: 0, rejected: 1 },
      { week: '2026-03-16', saved: 0, applied: 0, interviews: 0, offers: 1, rejected: 0 },
    ]);
  });

  test('of nothing says so', async () => {
    const request = await person([]);
    const empty = (await request('GET', '/api/applications/funnel')).body as { conversion: object[] };
    expect(empty).toMatchObject({ n: 0, by_source: [], no_answer: { total: 0 } });
    expect(empty.conversion[0]).toMatchObject({ n: 0, of: 0, rate: null, low: null, high: null });
    expectProblem(await request('GET', '/api/applications/funnel?weeks=0'), 400, 'invalid_input');
  });
});

describe('what is due', () => {
  test('is told with why, since when and what to do, the most urgent first', async () => {
    const steps: Step[] = [['applied', 3]];
    const request = await person([
      { company: 'soon', steps: [['interview', 5]], interview_at: ago(-2) },
      { company: 'far', steps: [['interview', 5]], interview_at: ago(-20) },
      { company: 'late', steps, remind_at: ago(2), next_step: 'call Ada' },
      { company: 'next month', steps, remind_at: ago(-30) },
      { company: 'offered', steps: [['offer', 4]] },
      { company: 'thanks', steps: [['interview', 9]], interview_at: ago(1) },
      { company: 'silent after', steps: [['interview', 30]], interview_at: ago(12) },
      { company: 'week', steps: [['applied', 8]] },
      { company: 'fortnight', steps: [['applied', 15]] },
      { company: 'ghosts', steps: [['applied', 22]] },
      { company: 'stuck', steps: [['screening', 15]] },
      { company: 'fresh', steps },
      {
        company: 'no',
        steps: [
          ['applied', 30],
          ['rejected', 20],
        ],
        remind_at: ago(1),
        interview_at: ago(-1),
      },
      {
        company: 'gone',
        steps: [
          ['applied', 30],
          ['ghosted', 2],
        ],
      },
    ]);
    const { items, total } = (await request('GET', '/api/applications/due')).body as {
      items: {
        company: string;
        kind: string;
        why: string;
        suggestion: string;
        since: string;
        days: number;
      }[];
      total: number;
    };
    expect(items.map(({ company, kind, days }) => [company, kind, days])).toEqual([
      ['soon', 'interview', -2],
      ['late', 'reminder', 2],
      ['offered', 'offer', 4],
      ['thanks', 'after_interview', 1],
      ['fortnight', 'follow_up', 15],
      ['stuck', 'follow_up', 15],
      ['silent after', 'follow_up', 12],
      ['week', 'follow_up', 8],
      ['ghosts', 'no_answer', 22],
    ]);
    expect(total).toBe(9);
    expect(items[0]).toMatchObject({ why: 'the interview is in 2 days', since: ago(-2) });
    expect(items[1]).toMatchObject({ why: 'the reminder was 2 days ago', suggestion: 'call Ada' });
    expect(items.at(-1)).toMatchObject({ why: 'applied 22 days ago, no answer yet' });

    const listed = await request('GET', '/api/applications?due=true&sort=company');
    const { applications } = listed.body as { applications: { id: string; job: { company: string } }[] };
    expect(applications.map(({ job }) => job.company)).toEqual(items.map(({ company }) => company).sort());
    // Whoever just wrote down a follow-up need not be told to.
    const week = applications.find(({ job }) => job.company === 'week')!;
    await request('PATCH', `/api/applications/${week.id}`, { note: 'wrote to them' });
    expect((await request('GET', '/api/applications/due')).body).toMatchObject({ total: 8 });
  });
});
