import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Application, Page } from '../../src/features/applications/index.ts';
import { type TestApp, testApp } from '../context.ts';
import { expectProblem } from './problems.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ env: { RATE_LIMIT_PER_MINUTE: '1000' } });
});
afterAll(() => app.close());

interface Report {
  created: number;
  updated: number;
  rows: number;
  delimiter: string;
  encoding: string;
  date_order: string | null;
  columns: { header: string; field: string | null }[];
  items: { line: number; action: string; id: string | null; stage: string }[];
  skipped: { line: number; reason: string }[];
  warnings: { line: number; field: string; message: string }[];
}

const visitor = async () => ((await app.request('POST', '/api/session')).body as { token: string }).token;
async function send(token: string, body: object): Promise<Report> {
  const response = await app.request('POST', '/api/applications/import', { token, body });
  expect([response.status, response.text.slice(0, 500)]).toEqual([200, expect.anything()]);
  return response.body as Report;
}
const list = async (token: string, query = 'sort=company&limit=200') =>
  ((await app.request('GET', `/api/applications?${query}`, { token })).body as Page).applications;
const file = async (token: string) =>
  (await app.request('GET', '/api/applications?format=csv', { token })).text;

const tracker = [
  'Employer;Role;Current status;Applied on;Link;Pay;Tags;Found on;Comments;Colour',
  'Acme;Cook;Phone screen;13/01/2026;acme.example/jobs/1;£30k-£35k per year;kitchen, day|remote;Indeed;"two',
  'lines";red',
  'Blue;Baker;Declined;02/01/2026;https://blue.example;;;;;',
  ';Nobody;Applied;;;;;;;',
  'Cyan;;Applied;;;;;;;',
  'Dune;Diver;Levitating;;;;;;;',
  'ACME ;cook;Applied;;;;;;;',
  'Echo;Editor;;31/02/2026;javascript:alert(1);lots;;;;',
  'Fjord;Ferryman;No response;01/02/2026;;;;;;',
].join('\n');

describe('import', () => {
  test("reads a stranger's tracker, and reports what it left out by line", async () => {
    const token = await visitor();
    const preview = await send(token, { csv: tracker, preview: true });
    expect(preview).toMatchObject({ rows: 8, created: 4, updated: 0, delimiter: ';', date_order: 'dmy' });
    expect(preview.items.map(({ id }) => id)).toEqual([null, null, null, null]);
    expect(await list(token)).toEqual([]);

    const report = await send(token, { csv: tracker });
    expect(report.columns.filter(({ field }) => field === null).map(({ header }) => header)).toEqual([
      'Colour',
    ]);
    expect(report.items.map(({ line, stage }) => [line, stage])).toEqual([
      [2, 'screening'],
      [4, 'rejected'],
      [9, 'saved'],
      [10, 'ghosted'],
    ]);
    expect(report.skipped).toEqual([
      { line: 5, reason: 'company is empty' },
      { line: 6, reason: 'title is empty' },
      { line: 7, reason: 'stage is not one we know: «Levitating»' },
      { line: 8, reason: 'the same job as in line 2' },
    ]);
    expect(report.warnings.map(({ line, field }) => [line, field])).toEqual([
      [9, 'applied_at'],
      [9, 'url'],
      [9, 'salary'],
    ]);
    const [acme, , , fjord] = await list(token);
    expect(acme).toMatchObject({
      stage: 'screening',
      applied_at: '2026-01-13T12:00:00.000Z',
      notes: 'two\nlines',
      tags: ['kitchen', 'day', 'remote'],
      source: 'Indeed',
      job: {
        url: 'https://acme.example/jobs/1',
        salary: { min: 30_000, max: 35_000, currency: 'GBP', period: 'YEAR' },
      },
    });
    expect(acme!.timeline.slice(0, 2).map(({ by, kind, to, at }) => [by, kind, to, at.slice(0, 10)])).toEqual(
      [
        ['import', 'created', 'applied', '2026-01-13'],
        ['import', 'stage', 'screening', acme!.created_at.slice(0, 10)],
      ],
    );
    expect(fjord).toMatchObject({ stage: 'ghosted', applied_at: '2026-02-01T12:00:00.000Z' });
    const memory = await app.request('GET', '/api/memory/messages?context_type=application', { token });
    expect((memory.body as { messages: unknown[] }).messages).toHaveLength(4);

    const again = await send(token, { csv: tracker });
    expect(again).toMatchObject({ created: 0, updated: 0 });
    expect(again.skipped).toHaveLength(8);
  });

  test('dates that may be two are left out until somebody says which they are', async () => {
    const token = await visitor();
    const csv = 'Company,Title,Status,Date applied\nAcme,Cook,Applied,3/4/2026\n';
    const doubtful = await send(token, { csv, preview: true });
    expect(doubtful).toMatchObject({ created: 1, date_order: 'ambiguous' });
    expect(doubtful.warnings).toEqual([
      { line: 2, field: 'applied_at', message: expect.stringMatching(/2026-04-03 or 2026-03-04/) },
    ]);
    expect(await send(token, { csv, date_order: 'mdy' })).toMatchObject({ warnings: [], date_order: 'mdy' });
    expect((await list(token))[0]!.applied_at).toBe('2026-03-04T12:00:00.000Z');
  });

  test('what is there already is brought up to date where asked', async () => {
    const token = await visitor();
    await send(token, { csv: 'Company,Title,Status,Notes\nAcme,Cook,Applied,first\nBlue,Baker,Applied,x' });
    const csv = 'Company,Title,Status,Notes\nacme,COOK,Offer,\nBlue,Baker,Applied,x\n';
    expect(await send(token, { csv, duplicates: 'update' })).toMatchObject({ created: 0, updated: 2 });
    const [acme, blue] = await list(token);
    expect(acme).toMatchObject({ stage: 'offer', notes: 'first', revision: 2 });
    expect(acme!.timeline.at(-1)).toMatchObject({ by: 'import', from: 'applied', to: 'offer' });
    expect(blue).toMatchObject({ revision: 1 });
  });

  test('mappings name columns and stages that names do not tell', async () => {
    const token = await visitor();
    const csv = 'Wo;Was;Stand\nAcme;Cook;läuft\n';
    const body = {
      csv,
      mapping: { Wo: 'company', Was: 'title', Stand: 'stage' },
      stages: { Läuft: 'interview' },
    };
    expect((await send(token, body)).items).toMatchObject([{ line: 2, stage: 'interview' }]);
    const refused = await app.request('POST', '/api/applications/import', {
      token,
      body: { csv, mapping: { Who: 'company' } },
    });
    expect(expectProblem(refused, 400, 'invalid_input')).toEqual({
      'mapping["Who"]': 'is not a column of this file',
    });
    const without = await app.request('POST', '/api/applications/import', { token, body: { csv } });
    expect(expectProblem(without, 400, 'invalid_input').csv).toContain('company');
  });

  test('files come as they are, too', async () => {
    const token = await visitor();
    const upload = (body: Uint8Array | string, query = '') =>
      app.request('POST', `/api/applications/import${query}`, {
        token,
        body,
        headers: { 'content-type': 'text/csv' },
      });
    const latin = Buffer.from('Company;Title\nMüller;Köchin\n', 'latin1');
    expect((await upload(latin, '?preview=true')).body).toMatchObject({
      preview: true,
      encoding: 'windows-1252',
      created: 1,
    });
    expect((await upload(latin)).body).toMatchObject({ preview: false, created: 1 });
    expect((await list(token))[0]!.job).toMatchObject({ company: 'Müller', title: 'Köchin' });
    const wide = Buffer.from('\uFEFFCompany\tTitle\nŽluť\tKůň\n', 'utf16le');
    expect((await upload(wide, '?duplicates=update')).body).toMatchObject({
      encoding: 'utf-16le',
      delimiter: '\t',
      created: 1,
    });
    expectProblem(await upload(Buffer.from([0x41, 0, 0x42])), 400, 'invalid_input');
    expectProblem(await upload(Buffer.from('PK\u0003\u0004 no csv')), 400, 'invalid_input');
    expectProblem(await upload(latin, '?preview=maybe'), 400, 'invalid_input');
  });

  test('a file of 100,000 rows is refused, and nobody else waits for it', async () => {
    const token = await visitor();
    const csv = `Company,Title,Notes\n${Array.from({ length: 100_000 }, (_, i) => `Company ${i},Cook,"a, b"`).join('\n')}`;
    const refused = app.request('POST', '/api/applications/import', { token, body: { csv } });
    const started = performance.now();
    expect((await app.request('GET', '/health')).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(expectProblem(await refused, 400, 'invalid_input').csv).toContain('5,000 rows');
    expect(await list(token)).toEqual([]);
  });
});

describe('export', () => {
  test('is a file that our own import reads back with nothing lost', async () => {
    const token = await visitor();
    const body = {
      job: {
        title: '=HYPERLINK("http://evil.example")',
        company_name: '  +Plus, "Co"; GmbH',
        url: 'https://a.example/x?y=1',
        location: '@home',
      },
      stage: 'interview',
      applied_at: '2026-01-02T03:04:05Z',
      interview_at: '2026-05-06T07:08:09Z',
      remind_at: '2026-05-01T00:00:00Z',
      notes: " -1+1\r\n'=quoted",
      next_step: "'=1",
      tags: ['-minus', 'a b'],
      contacts: [{ name: '=Ada', role: 'a|b', email: 'ada@a.example', phone: '+49 170', note: 'two\nlines' }],
      source: '@friend',
    };
    expect((await app.request('POST', '/api/applications', { token, body })).status).toBe(201);
    await app.request('POST', '/api/applications', {
      token,
      body: { job: { title: 'Cook', company_name: 'Zed' } },
    });
    const [first] = await list(token);
    await app.request('PATCH', `/api/applications/${first!.id}`, { token, body: { stage: 'offer' } });

    const response = await app.request('GET', '/api/applications', {
      token,
      headers: { accept: 'text/csv' },
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain('applications.csv');
    const csv = await file(token);
    expect(csv.startsWith('\uFEFF') || csv.startsWith('"company"')).toBe(true);
    const rows = Papa.parse<Record<string, string>>(csv.replace('\uFEFF', ''), {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(rows).toHaveLength(2);
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
    const row = rows.find(({ source }) => source === "'@friend")!;
    expect(row).toMatchObject({
      stage: 'offer',
      reached_applied: '2026-01-02T03:04:05.000Z',
      reached_accepted: '',
    });
    expect(row.stage_history).toMatch(/^2026-01-02T03:04:05.000Z applied; \S+ interview; \S+ offer$/);

    const other = await visitor();
    expect(await send(other, { csv })).toMatchObject({ created: 2, skipped: [], warnings: [] });
    const plain = ({ id, job, created_at, updated_at, revision, timeline, ...rest }: Application) => ({
      ...rest,
      job: { ...job, id: '' },
      stages: timeline.flatMap(({ at, to }) => (to ? [[at, to]] : [])),
    });
    expect((await list(other)).map(plain)).toEqual((await list(token)).map(plain));
    expect((await list(other))[0]!.notes).toBe(body.notes);
  });

  test('the file begins with the mark of UTF-8', async () => {
    const response = await fetch(`${app.url}/api/applications?format=csv`, {
      headers: { authorization: `Bearer ${app.token}` },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('holds all that the filters let through, however many pages that is', async () => {
    const token = await visitor();
    const rows = Array.from({ length: 510 }, (_, i) => `Company ${i},Cook,${i % 2 ? 'Saved' : 'Applied'}`);
    expect(await send(token, { csv: `Company,Title,Stage\n${rows.join('\n')}` })).toMatchObject({
      created: 510,
    });
    const lines = (await file(token)).trimEnd().split('\r\n');
    expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(511);
    const applied = await app.request('GET', '/api/applications?format=csv&stage=applied&limit=5', { token });
    expect(applied.text.trimEnd().split('\r\n')).toHaveLength(256);
  });
});
