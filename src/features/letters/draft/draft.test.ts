import { describe, expect, test } from 'vitest';
import { matchCv } from '../../../career/match/index.ts';
import { readPosting } from '../../../career/posting/index.ts';
import { type Resume, resumeText } from '../../../career/resume/index.ts';
import { countWords, type Tone, tones } from '../letter.ts';
import { answered } from './demands.ts';
import { LENGTH, offlineDraft } from './draft.ts';
import { addresseeIn } from './frame.ts';

const warehouse: Resume = {
  basics: { name: 'John Okafor' },
  work: [
    {
      name: 'Tesco Distribution',
      position: 'Warehouse Operative',
      startDate: '2021-01',
      highlights: [
        'Picked and packed 120 orders an hour using handheld scanners',
        'Loaded and unloaded lorries with a counterbalance forklift',
      ],
    },
  ],
};

const engineer: Resume = {
  basics: { name: 'Priya Raman' },
  work: Array.from({ length: 6 }, (_, at) => ({
    name: `Company ${'ABCDEF'[at]}`,
    position: 'Senior Software Engineer',
    startDate: `${2018 - at}`,
    endDate: `${2019 - at}`,
    highlights: [
      `Built the ${['payment', 'search', 'billing', 'mail', 'map', 'log'][at]} service with Python, PostgreSQL, Kafka, Docker and Kubernetes for several teams of the company, which used it every day for all of their customers in many countries`,
    ],
  })),
};

function draft(resume: Resume, text: string, tone: Tone = 'professional', title: string | null = null) {
  const cv = { id: 'cv', resume, text: resumeText(resume), spans: {} };
  const job = { id: null, title, company_name: null, text, url: null, found_on: null };
  const posting = { ...(title !== null && { title }), text };
  const found = matchCv({ resume, cvText: cv.text, cvSpans: {} }, posting, { today: new Date('2026-01-01') });
  const match = answered(cv, job, readPosting(posting), found);
  return { match, ...offlineDraft({ materials: { cv, job, tone }, answered: match, motivation: null }) };
}

describe('what answers a posting', () => {
  test('works by plain words where nobody writes lists', () => {
    const { match, text } = draft(
      warehouse,
      'We need a warehouse operative for night shifts. You will pick and pack orders, load lorries and keep the aisles clean. We offer free lunch.',
    );
    expect(match.pairs.map(({ line }) => line.text)).toContain(warehouse.work![0]!.highlights![0]);
    expect(text).toContain('since January 2021');
    expect(text).not.toContain('lunch');
  });

  test('one common word, or the words of the title, prove nothing', () => {
    const { match } = draft(
      engineer,
      'Requirements:\n- 3+ years of applied ML engineering experience\n- A/B tests in production',
      'formal',
      'Senior Engineer',
    );
    expect(match.pairs).toEqual([]);
  });

  test('names no skill that only an alternative stands for', () => {
    const { match } = draft(engineer, 'Requirements:\n- Python or Ruby\n- PostgreSQL or MySQL');
    expect(match.pairs.flatMap(({ skills }) => skills)).not.toContain('Ruby');
    expect(match.pairs.length).toBeGreaterThan(0);
  });
});

test.each(tones)('%s: fits one page, however much or little there is', (tone) => {
  const long = `Requirements:\n${['Python', 'PostgreSQL', 'Kafka', 'Docker', 'Kubernetes'].map((skill) => `- Several years of hands-on experience with ${skill} in large systems that are used by many people`).join('\n')}`;
  const cases: [Resume, string][] = [
    [engineer, long],
    [warehouse, long],
    [{}, 'Cook wanted.'],
    [{ work: [{ name: 'Lidl' }] }, long],
  ];
  for (const [resume, posting] of cases) {
    const { text, evidence } = draft(resume, posting, tone);
    expect(countWords(text)).toBeGreaterThanOrEqual(LENGTH.min);
    expect(countWords(text)).toBeLessThanOrEqual(LENGTH.max);
    expect(text).not.toMatch(/undefined|null|\(\)| {2}/);
    for (const { claim, span } of evidence) expect(text.slice(span.start, span.end)).toBe(claim);
  }
});

test.each([
  ['Contact: Dr. Helen Park\nPhone 1', 'Dr. Park'],
  ['Please contact Ms Jane van Doe for questions', 'Ms van Doe'],
  ['For questions contact Mrs Doe.', 'Mrs Doe'],
  ['Contact: Helen Park', null],
  ['You will contact Mr and Mrs everybody', null],
])('%s is addressed to %s', (text, addressee) => {
  expect(addresseeIn(text)).toBe(addressee);
});
