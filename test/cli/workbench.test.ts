import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { stageNames } from '../../src/cli/workbench/application.ts';
import { stages } from '../../src/features/applications/index.ts';
import { commandLine } from './run.ts';

vi.setConfig({ testTimeout: 120_000 });
const cli = commandLine();
afterAll(() => cli.remove());

const cv = `Imke Vandermolen
Warehouse supervisor
imke@example.com | +31 6 1234 5678 | Utrecht, Netherlands

EXPERIENCE
Warehouse Supervisor, Brightvale Logistics, Utrecht
March 2019 - Present
- Led a team of 14 pickers on two shifts and cut picking errors by 32%.
- Introduced SAP EWM for 9,000 stock places.

EDUCATION
Diploma in Logistics, Hogeschool Utrecht, 2016

SKILLS
SAP EWM, Excel, Forklift licence
`;
const posting = `Warehouse Team Lead
Company: Northgate Foods
Location: Amersfoort

Requirements
- Experience with SAP EWM
- Forklift licence
- Good knowledge of Power BI

Nice to have
- Lean
`;

test('from a CV and a posting to the match, the letter and the application', async () => {
  const write = (name: string, text: string) => writeFileSync(path.join(cli.folder, name), text);
  write('cv.txt', cv);
  write('posting.txt', posting);
  const me = ['--user', 'me'];

  const added = await cli.run(['cv', 'add', 'cv.txt', ...me]);
  expect(added.stdout).toContain('Imke Vandermolen, Warehouse supervisor, imke@example.com');
  expect(added.stdout).toContain('1 jobs, 1 schools');

  const saved = await cli.run(['job', 'add', 'posting.txt', ...me]);
  expect(saved.stdout).toMatch(/^saved: \S{36} {2}Warehouse Team Lead, Northgate Foods/);
  const job = saved.stdout.slice('saved: '.length, 'saved: '.length + 36);

  const checked = await cli.run(['cv', 'check', '--job', job, ...me]);
  expect(checked.stdout).toMatch(/Readability: \d+ of \d+ passed/);
  expect(checked.stdout).toMatch(/Match: 2 of 3 required, 0 of 1 preferred/);
  expect(checked.stdout).toContain('missing, required: Power BI');

  const [letter, application] = await Promise.all([
    cli.run(['letter', '--job', job, ...me]),
    cli.run(['application', 'add', '--job', job, '--stage', 'applied', ...me]),
  ]);
  expect(letter.stdout).toContain('Northgate Foods');
  expect(letter.stdout).toContain('SAP EWM');
  expect(letter.stdout).toMatch(/version 1, by offline/);
  expect(application.stdout).toMatch(/ applied {4}Warehouse Team Lead, Northgate Foods/);
});

test('what is not there is said with a way on', async () => {
  const nobody = await cli.run(['cv', 'check', '--user', 'nobody']);
  expect(nobody.status).toBe(1);
  expect(nobody.stderr).toContain('interviewly cv add FILE');
  const missing = await cli.run(['cv', 'add', 'gone.pdf', '--user', 'me']);
  expect(missing.stderr).toContain('gone.pdf: there is no such file');
});

test('the stages of the command line are those of the tracker', () => {
  expect(stageNames).toEqual([...stages]);
});
