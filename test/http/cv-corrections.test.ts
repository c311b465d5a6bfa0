import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cv } from '../../web/src/api/schema.d.ts';
import { type TestApp, testApp } from '../context.ts';
import { expectProblem } from './problems.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const text = `Ada Example
ada@example.org

Experience
Senior Engineer, Acme Corp
January 2019 - Present
- Built the billing system

Junior Developer, Initech
June 2016 - December 2018

Skills
TypeScript, PostgreSQL`;

interface Resume {
  basics: Record<string, unknown>;
  work: { name?: string; position?: string; startDate?: string; highlights?: string[] }[];
  skills: { name?: string; keywords?: string[] }[];
}
const resumeOf = (cv: Cv) => structuredClone(cv.json_resume) as unknown as Resume;

async function added(): Promise<Cv> {
  const { body } = await app.request('POST', '/api/cv', { body: { text, filename: 'ada.txt' } });
  return read((body as { id: string }).id);
}
const read = async (id: string) => (await app.request('GET', `/api/cv/${id}`)).body as Cv;
const correct = (id: string, json_resume: unknown) =>
  app.request('PATCH', `/api/cv/${id}`, { body: { json_resume } });

test('what a person corrects is kept and marked; the rest keeps its place in the text', async () => {
  const before = await added();
  expect(before.corrected).toEqual([]);
  const resume = resumeOf(before);
  resume.work[0]!.position = 'Staff Engineer';
  resume.work[0]!.highlights = ['Built the billing system', 'Led a team of four'];
  resume.basics.phone = '+34 600 111 222';
  expect((await correct(before.id, resume)).status).toBe(200);

  const after = await read(before.id);
  expect(after.json_resume).toEqual(resume);
  expect(after.text).toBe(before.text);
  expect(after.corrected.toSorted()).toEqual(['/basics/phone', '/work/0/highlights/1', '/work/0/position']);
  const { '/work/0/position': _, ...kept } = before.source_spans;
  expect(after.source_spans).toEqual(kept);

  // A second correction adds to the first; an entry taken out moves what is marked in the next.
  const again = resumeOf(after);
  again.work[1]!.name = 'Initech GmbH';
  await correct(before.id, again);
  again.work = [again.work[1]!];
  await correct(before.id, again);
  const last = await read(before.id);
  expect(last.corrected.toSorted()).toEqual(['/basics/phone', '/work', '/work/0/name']);
  expect(last.source_spans['/work/0/position']).toEqual(before.source_spans['/work/1/position']);
});

test('checks, matches and memory go by the corrected CV', async () => {
  const { id } = await added();
  const posting = 'Backend Engineer\n\nRequirements:\n- Experience with Rust\n- Experience with TypeScript';
  const requirements = async () => {
    const { body } = await app.request('POST', `/api/cv/${id}/analyses`, { body: { job_text: posting } });
    return JSON.stringify((body as { job_match: unknown }).job_match);
  };
  const missing = await requirements();
  const resume = resumeOf(await read(id));
  resume.skills.push({ name: 'Rust' });
  await correct(id, resume);
  const met = await requirements();
  expect(met).not.toBe(missing);
  expect(met).toContain('skills');
  const { body } = await app.request('POST', '/api/memory/search', {
    body: { query: 'Which skills does my CV name?', filters: { conversation_id: id } },
  });
  expect(JSON.stringify(body)).toContain('Rust');
});

test('wrong input is refused with its field, and changes nothing', async () => {
  const before = await added();
  const fieldsOf = async (change: (resume: Resume) => unknown) => {
    const resume = resumeOf(before);
    const sent = change(resume) ?? resume;
    return Object.keys(expectProblem(await correct(before.id, sent), 400, 'invalid_input'));
  };
  expect(
    await fieldsOf(({ work }) => {
      work[0]!.startDate = 'last spring';
    }),
  ).toEqual(['json_resume.work[0].startDate']);
  expect(
    await fieldsOf(({ basics }) => {
      basics.email = 'nobody';
    }),
  ).toEqual(['json_resume.basics.email']);
  expect(await fieldsOf(({ work }) => ({ work: [{ ...work[0], highlights: 'many' }] }))).toEqual([
    'json_resume.work[0].highlights',
  ]);
  expect(await fieldsOf(() => ({}))).toEqual(['json_resume']);
  expect(await fieldsOf(() => ({ work: [{ name: ' ' }] }))).toEqual(['json_resume']);
  expect(await read(before.id)).toEqual(before);
});

test('an accepted change is no correction any more', async () => {
  const { id } = await added();
  const resume = resumeOf(await read(id));
  resume.work[0]!.highlights = ['Built the  billing system'];
  await correct(id, resume);
  expect((await read(id)).corrected).toEqual(['/work/0/highlights/0']);
  const made = await app.request('POST', `/api/cv/${id}/rewrites`, { body: { style: 'modern' } });
  const rewrite = made.body as { id: string; changes: { id: string; pointer: string }[] };
  expect(rewrite.changes.map(({ pointer }) => pointer)).toEqual(['/work/0/highlights/0']);
  const body = { change_ids: rewrite.changes.map((change) => change.id) };
  await app.request('POST', `/api/cv/${id}/rewrites/${rewrite.id}/accept`, { body });
  const after = await read(id);
  expect(resumeOf(after).work[0]!.highlights).toEqual(['Built the billing system']);
  expect(after.corrected).toEqual([]);
});
