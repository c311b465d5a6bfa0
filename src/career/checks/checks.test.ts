import { describe, expect, test } from 'vitest';
import type { Resume } from '../resume/index.ts';
import { allChecks, failures, runChecks } from './index.ts';
import { type Changes, inputOf } from './testing/cv.ts';
import { failing } from './testing/failing.ts';
import { goodCvs, nurse } from './testing/good-cvs.ts';
import type { CheckInput, CheckResult } from './types.ts';

const results = (input: CheckInput): CheckResult[] => {
  const { readability, writing } = runChecks(input);
  return [...readability.checks, ...writing.checks];
};
const check = (id: string, input: CheckInput) => results(input).find((result) => result.id === id)!;

describe('the catalogue', () => {
  test('has checks of both kinds, each with an id of its own', () => {
    expect(new Set(allChecks.map(({ id }) => id)).size).toBe(allChecks.length);
    expect(allChecks.filter(({ group }) => group === 'readability').length).toBeGreaterThanOrEqual(15);
    expect(allChecks.filter(({ group }) => group === 'writing').length).toBeGreaterThanOrEqual(15);
  });

  test('has a failing CV for every check', () => {
    expect(Object.keys(failing).sort()).toEqual(allChecks.map(({ id }) => id).sort());
  });
});

describe.each(Object.entries(goodCvs))('a good CV: %s', (_name, cv) => {
  test('fails nothing', () => {
    const { readability, writing } = runChecks(inputOf(cv));
    expect(failures(readability, writing).map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
    expect(readability.passed).toBe(readability.total);
  });
});

test('every check passes on some good CV', () => {
  const passing = new Set(
    Object.values(goodCvs).flatMap((cv) =>
      results(inputOf(cv)).flatMap(({ id, passed }) => (passed ? [id] : [])),
    ),
  );
  expect(allChecks.map(({ id }) => id).filter((id) => !passing.has(id))).toEqual([]);
});

describe.each(Object.entries(failing))('%s', (id, cases) => {
  test.each(cases.map((given, i) => [i + 1, given] as const))(
    'fails, case %i',
    (_i, { cv = nurse, ...changes }) => {
      const input = inputOf(cv, changes);
      const result = check(id, input);
      expect(result).toMatchObject({ id, passed: false, action: expect.stringMatching(/\S{3}/) });
      for (const { start, end } of result.spans) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(input.text.length);
      }
    },
  );
});

test('only what was assessed is counted', () => {
  const { readability } = runChecks(inputOf(nurse, { document: null }));
  const unassessed = readability.checks.filter(({ passed }) => passed === null);
  expect(unassessed.map(({ id }) => id)).toContain('columns');
  expect(readability.total).toBe(readability.checks.length - unassessed.length);
  for (const { message } of unassessed) expect(message).toMatch(/^Not assessed: .+\.$/);
});

test('an empty CV is answered without an error', () => {
  const { readability, writing } = runChecks({
    resume: {},
    text: '',
    spans: {},
    today: new Date('2026-06-15'),
  });
  expect(readability.passed).toBeLessThan(readability.total);
  expect(writing.total).toBeLessThan(writing.checks.length / 2);
});

test('a finding points at its field and its place in the text', () => {
  const given = inputOf(nurse, {
    resume: (cv) => {
      cv.work![1]!.highlights![2] = 'Responsible for training';
    },
  });
  const { pointer, spans, findings } = check('weak-openers', given);
  expect(pointer).toBe('/work/1/highlights/2');
  expect(findings).toHaveLength(1);
  expect(given.text.slice(spans[0]!.start, spans[0]!.end)).toBe('Responsible for training');
});

test('what is English only is not assessed in another language', () => {
  const german: Resume = {
    basics: {
      name: 'Jana Roth',
      summary: 'Pflegefachfrau mit acht Jahren Erfahrung auf der Station und in der Notaufnahme.',
    },
    work: [
      {
        name: 'Klinikum Nord',
        position: 'Pflegefachfrau',
        startDate: '2018-04',
        highlights: [
          'Betreuung von bis zu acht Patienten auf der Station und in der Notaufnahme',
          'Anleitung der Auszubildenden im zweiten und dritten Jahr',
          'Planung der Dienste für das Team mit zwölf Kolleginnen',
        ],
      },
    ],
  };
  const byId = new Map(results(inputOf(german)).map((result) => [result.id, result.passed]));
  for (const id of ['verb-starts', 'past-tense', 'cliches', 'section-names', 'quantified'])
    expect(byId.get(id)).toBeNull();
  expect(byId.get('dates-present')).toBe(true);
});

/** Things that are in order and look like faults. */
const harmless: Record<string, Changes[]> = {
  'injected-text': [
    'Worked as an AI engineer on the system prompt of the support assistant',
    'Wrote new instructions for the ward and rules for the rota',
    'Selected the best suppliers and ranked the top 10 vendors',
    'Achieved a kitchen hygiene score 5/5',
    'Taught pupils to ignore distractions and follow instructions',
    'Operating system: Linux; documented override rules for pricing',
  ].map((line) => ({ resume: (cv) => void cv.work![0]!.highlights!.push(line) })),
  pronouns: [
    {
      resume: (cv) => {
        cv.work![0]!.highlights![0] =
          'Promoted from Nurse I to Nurse II; ran Phase I trials and I/O audits across the US';
      },
    },
  ],
  overlaps: [
    {
      resume: (cv) =>
        void cv.work!.splice(1, 0, {
          name: 'Night Care Agency',
          position: 'Bank Nurse (part-time)',
          startDate: '2019-01',
          endDate: '2022-01',
          highlights: ['Covered nights'],
        }),
    },
  ],
  gaps: [
    {
      resume: (cv) => {
        cv.work![1]!.endDate = '2019-09';
      },
    },
    {
      resume(cv) {
        cv.work![1]!.endDate = '2018-08';
        cv.education!.unshift({
          institution: 'Ohio State University',
          studyType: 'Master',
          area: 'Nursing',
          startDate: '2018-09',
          endDate: '2020-02',
        });
      },
    },
    { resume: (cv) => void Object.assign(cv.work![1]!, { endDate: '2019' }) },
  ],
  'future-dates': [
    {
      resume: (cv) => {
        cv.education![0]!.endDate = '2027-05';
      },
    },
  ],
  passive: [
    {
      resume: (cv) => {
        cv.work![1]!.highlights = [
          'Was promoted to charge nurse within a year',
          'Were awarded the ward prize twice',
          'Taught students',
        ];
      },
    },
  ],
  'past-tense': [
    {
      resume: (cv) => {
        cv.work![1]!.highlights = [
          'Project management of the ward move',
          'Cut waiting time by a third',
          'Set up the rota',
          'Support group for relatives',
        ];
      },
    },
  ],
  label: [{ resume: (cv) => void delete cv.basics!.label }],
  'date-order': [
    {
      resume: (cv) =>
        void cv.work!.push({
          name: 'Food Bank',
          position: 'Board Member',
          startDate: '2022-01',
          summary: 'Finance',
        }),
    },
  ],
  'date-format': [
    {
      text: (text) => `${text.replace(/\d{4}-\d{2}/g, 'Mar 2021')}\nSeminar, June 2021\nSeminar, May 2023\n`,
    },
  ],
  'email-professional': [
    {
      resume: (cv) =>
        Object.assign(cv.basics!, { name: 'Elena Kingsley', email: 'elena.kingsley84@example.com' }),
    },
  ],
  'personal-data': [
    {
      text: (text) =>
        `${text}\nTaught children of all ages: reading and numbers. Married data from two systems.\n`,
    },
  ],
  'exclamation-marks': [
    { resume: (cv) => void cv.work![1]!.highlights!.push('Sold advertising for Yahoo! and others') },
  ],
  'spelling-variety': [
    { resume: (cv) => void cv.work![1]!.highlights!.push('Organized the schedule at the Medical Centre') },
  ],
};

describe.each(Object.entries(harmless))('%s is not misled', (id, cases) => {
  test.each(cases.map((changes, i) => [i + 1, changes] as const))('case %i', (_i, changes) => {
    const { passed, message } = check(id, inputOf(nurse, changes));
    expect({ passed, message }).toMatchObject({ passed: true });
  });
});
