import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Application } from '../../src/features/applications/index.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import { createLogger } from '../../src/kernel/logger.ts';
import { type TestApp, testApp } from '../context.ts';
import { expectProblem } from './problems.ts';

let time = Date.parse('2026-03-02T09:00:00Z');
const clock: Clock = { now: () => new Date(time) };
let log = '';
const destination = new Writable({
  write(chunk, _encoding, done) {
    log += chunk;
    done();
  },
});

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ overrides: { clock, logger: createLogger({ level: 'trace', destination }) } });
});
afterAll(() => app.close());

const subscribe = async () => {
  const response = await app.request('POST', '/api/applications/calendar');
  expect(response.status).toBe(201);
  const url = new URL((response.body as { url: string }).url);
  expect(url.origin).toBe(app.url);
  return url.pathname + url.search;
};
const read = (path: string, headers = {}) => app.request('GET', path, { token: null, headers });
/** The entries of a calendar, each as its lines, unfolded. */
const entries = (text: string) =>
  text
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((part) => part.slice(0, part.indexOf('END:VEVENT')).split('\r\n'));

async function create(body: object): Promise<Application> {
  const response = await app.request('POST', '/api/applications', { body });
  expect(response.status).toBe(201);
  return response.body as Application;
}

describe('the calendar', () => {
  test('has interviews, reminders and next steps by its secret alone, and no notes unless asked', async () => {
    const { id } = await create({
      job: {
        title: 'Cook;\nATTENDEE:x',
        company_name: 'Acme, Inc.',
        url: 'https://acme.example/1',
        location: 'Leiden',
      },
      stage: 'interview',
      interview_at: '2026-03-05T10:00:00Z',
      remind_at: '2026-03-04T08:00:00+01:00',
      next_step: 'read about them',
      notes: 'private thoughts',
    });
    const path = await subscribe();
    const response = await read(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('private, max-age=300');
    expect(response.text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n[\s\S]*END:VCALENDAR$/);
    expect(response.text).not.toMatch(/private thoughts|^ATTENDEE/m);
    const [interview, step] = entries(response.text);
    expect(interview).toEqual(
      expect.arrayContaining([
        `UID:${id}-interview@interviewly`,
        'SEQUENCE:1',
        'DTSTAMP:20260302T090000Z',
        'DTSTART:20260305T100000Z',
        'DTEND:20260305T110000Z',
        'SUMMARY:Interview: Acme\\, Inc.\\, Cook\\; ATTENDEE:x',
        'LOCATION:Leiden',
        'TRIGGER:-PT1H',
      ]),
    );
    expect(step).toEqual(
      expect.arrayContaining([
        `UID:${id}-reminder@interviewly`,
        'DTSTART:20260304T070000Z',
        'SUMMARY:Next step: Acme\\, Inc.\\, Cook\\; ATTENDEE:x',
        'DESCRIPTION:read about them',
      ]),
    );
    expect((await read(`${path}&notes=1`)).text).toContain('DESCRIPTION:private thoughts');

    // Nothing changed: the reader is told so.
    const etag = response.headers.get('etag')!;
    expect((await read(path, { 'if-none-match': etag })).status).toBe(304);

    time += 3_600_000;
    await app.request('PATCH', `/api/applications/${id}`, { body: { interview_at: '2026-03-06T10:00:00Z' } });
    const [moved] = entries((await read(path, { 'if-none-match': etag })).text);
    expect(moved).toEqual(
      expect.arrayContaining([
        `UID:${id}-interview@interviewly`,
        'SEQUENCE:2',
        'DTSTAMP:20260302T100000Z',
        'DTSTART:20260306T100000Z',
      ]),
    );

    // What is off is out, and so is what is deleted.
    await app.request('PATCH', `/api/applications/${id}`, { body: { stage: 'rejected' } });
    expect(entries((await read(path)).text)).toEqual([]);
    await app.request('PATCH', `/api/applications/${id}`, { body: { stage: 'interview' } });
    expect(entries((await read(path)).text)).toHaveLength(2);
    await app.request('DELETE', `/api/applications/${id}`);
    const empty = await read(path);
    expect(entries(empty.text)).toEqual([]);
    expect(empty.text).not.toContain('CANCELLED');
  });

  test('a new address ends the one before, and so does ending it', async () => {
    const first = await subscribe();
    const second = await subscribe();
    expectProblem(await read(first), 404, 'not_found');
    expect((await read(second)).status).toBe(200);
    expect((await app.request('DELETE', '/api/applications/calendar')).status).toBe(204);
    expectProblem(await read(second), 404, 'not_found');
    expectProblem(await app.request('DELETE', '/api/applications/calendar'), 404, 'not_found');
  });

  test('nobody reads it without the secret, and no session opens it', async () => {
    await subscribe();
    for (const query of ['', '?token=', '?token=cal_wrong', `?token=${app.token}`, '?token=%27%20or%201=1'])
      expectProblem(await app.request('GET', `/api/applications/calendar.ics${query}`), 404, 'not_found');
    expectProblem(
      await read(`/api/applications/calendar.ics?token=${'x'.repeat(500)}`),
      400,
      'invalid_input',
    );
  });

  test('the secret is nowhere but in the address: not in the log, not in the database, not in problems', async () => {
    const path = await subscribe();
    const token = new URLSearchParams(path.split('?')[1]).get('token')!;
    expect(token).toMatch(/^cal_[\w-]{43}$/);
    await read(path);
    await read(`${path}&notes=maybe`);
    await read(`${path}%FF%00`);
    await app.request('DELETE', path);
    await app.request('POST', path);
    expect((await read(`${path}x`)).text).not.toContain(token);
    expect(log).toContain('/api/applications/calendar.ics');
    expect(log).not.toContain(token);
    const feeds = await app.context.store.db.selectFrom('interviewly.calendar_feeds').selectAll().execute();
    expect(JSON.stringify(feeds)).not.toContain(token);
  });
});
