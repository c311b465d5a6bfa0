import { describe, expect, it } from 'vitest';
import type { Resume } from '../resume/index.ts';
import { matchCv } from './index.ts';
import { covered } from './intervals.ts';

const today = new Date('2024-06-15T00:00:00Z');
const posting = (...lines: string[]) => ({
  title: 'Back-end Engineer',
  text: `Requirements\n${lines.map((line) => `- ${line}\n`).join('')}`,
});
const match = (resume: Resume, ...lines: string[]) => matchCv({ resume }, posting(...lines), { today });
const ids = (matches: { skill: string }[]) => matches.map(({ skill }) => skill);

const resume: Resume = {
  basics: { label: 'Software Engineer' },
  work: [
    {
      name: 'A',
      position: 'Backend Developer',
      startDate: '2020-01',
      highlights: ['Moved 40 services to Go', 'No experience with Terraform yet'],
    },
    {
      name: 'B',
      position: 'Developer',
      startDate: '2017-01',
      endDate: '2020-06',
      summary: 'Java and PostgreSQL',
    },
  ],
  education: [{ studyType: 'BSc', area: 'Physics' }],
  skills: [{ name: 'Back end', keywords: ['Kubernetes', 'go', 'Python'] }],
  languages: [{ language: 'German', fluency: 'B1' }],
};

describe('the three buckets', () => {
  it('tells what is listed, supported, implied and missing', () => {
    const result = match(resume, 'Go', 'Java', 'Containers', 'SQL', 'Terraform', 'Rust');
    expect(ids(result.listed)).toEqual(['go']);
    expect(result.supported.map(({ skill, via }) => [skill, via])).toEqual([
      ['java', undefined],
      ['containers', 'kubernetes'],
      ['sql', 'postgresql'],
    ]);
    expect(ids(result.missing)).toEqual(['terraform', 'rust']);
    expect(result.totals.required).toEqual({ met: 4, total: 6 });
  });

  it('counts alternatives as one demand that any of them meets', () => {
    const result = match(resume, 'Rust or Python', 'Elixir or Erlang');
    expect(result.listed.map(({ skill, alternatives }) => [skill, alternatives])).toEqual([
      ['python', ['rust', 'python']],
    ]);
    expect(result.missing.map(({ alternatives }) => alternatives)).toEqual([['elixir', 'erlang']]);
    expect(result.totals.required).toEqual({ met: 1, total: 2 });
  });

  it('keeps required, preferred and soft apart', () => {
    const { totals } = match(resume, 'Go', 'Rust is a plus', 'Teamwork');
    expect(totals).toMatchObject({
      required: { met: 1, total: 1 },
      preferred: { met: 0, total: 1 },
      soft: { met: 0, total: 1 },
    });
  });

  it('points into the texts of both sides, and to the field where the source is not known', () => {
    const cvText =
      'Ann\nBackend Developer, A, 2020\nMoved 40 services to Go\nSKILLS\nKubernetes, go, Python\n';
    const at = cvText.indexOf('Kubernetes');
    const cvSpans = { '/skills/0/keywords/0': [{ start: at, end: at + 10 }] };
    const wanted = posting('Kubernetes', 'Go');
    const result = matchCv({ resume, cvText, cvSpans }, wanted, { today });
    const [kubernetes, go] = result.listed;
    expect(kubernetes!.proofs[0]).toEqual({
      pointer: '/skills/0/keywords/0',
      span: { start: at, end: at + 10 },
      as: 'Kubernetes',
    });
    expect(wanted.text.slice(kubernetes!.posting_spans[0]!.start, kubernetes!.posting_spans[0]!.end)).toBe(
      'Kubernetes',
    );
    expect(go!.cv_spans.map(({ start, end }) => cvText.slice(start, end)).sort()).toEqual(['Go', 'go']);
    expect(match(resume, 'Kubernetes').listed[0]!.proofs).toEqual([
      { pointer: '/skills/0/keywords/0', span: null, as: 'Kubernetes' },
    ]);
  });

  it('reads the source text where the import found no fields', () => {
    const cvText = 'EXPERIENCE\nRan a grill for 120 covers\n\nTECHNICAL SKILLS\nHACCP, R, Excel\n';
    const result = matchCv({ resume: {}, cvText }, posting('HACCP', 'R', 'Cooking', 'Wine knowledge'), {
      today,
    });
    expect([ids(result.listed), ids(result.supported), ids(result.missing)]).toEqual([
      ['haccp', 'r'],
      ['cooking'],
      ['wine-knowledge'],
    ]);
  });
});

describe('years', () => {
  it('counts overlaps once and goes on until today', () => {
    const [all] = match(resume, '7+ years of experience').years;
    expect(all).toMatchObject({ verdict: 'met', basis: 'all work', years: { min: 7.5, max: 7.5 } });
    expect(match(resume, '8 years of experience').years[0]!.verdict).toBe('not met');
  });

  it('counts for a skill the entries that name it', () => {
    expect(match(resume, '4 years of Go').years[0]).toMatchObject({
      verdict: 'met',
      years: { min: 4.5, max: 4.5 },
      basis: 'entries that name it',
    });
    expect(match(resume, '3 years of Java').years[0]).toMatchObject({
      verdict: 'met',
      years: { min: 3.5, max: 3.5 },
    });
    expect(match(resume, '5 years of Python').years[0]!.verdict).toBe('not told');
    expect(match(resume, '20 years of Python').years[0]!.verdict).toBe('not met');
  });

  it('says «not told» without dates', () => {
    const undated = { work: [{ position: 'Developer' }] };
    expect(match(undated, '2 years of experience').years[0]).toMatchObject({
      verdict: 'not told',
      years: null,
    });
  });

  it('leaves room where dates name only years', () => {
    expect(covered([{ startDate: '2018', endDate: '2020' }], today)).toEqual({ min: 14, max: 36, usual: 24 });
    expect(covered([{ startDate: '2018-03', endDate: '2018-03' }], today)).toEqual({
      min: 1,
      max: 1,
      usual: 1,
    });
  });
});

describe('degree, title, language', () => {
  it('compares degrees', () => {
    expect(match(resume, "Bachelor's degree in Physics").degrees[0]).toMatchObject({
      verdict: 'met',
      pointers: ['/education/0/studyType', '/education/0/area'],
    });
    expect(match(resume, "Master's degree").degrees[0]!.verdict).toBe('not met');
    expect(match(resume, "Master's degree or equivalent experience").degrees[0]!.verdict).toBe('not told');
    expect(match({}, "Bachelor's degree").degrees[0]!.verdict).toBe('not told');
  });

  it('compares titles by what the work is', () => {
    expect(match(resume, 'Go').title).toMatchObject({
      cv: 'Backend Developer',
      verdict: 'met',
      pointer: '/work/0/position',
    });
    expect(match({ work: [{ position: 'Pastry Chef' }] }, 'Go').title.verdict).toBe('not met');
    expect(match({}, 'Go').title.verdict).toBe('not told');
  });

  it('compares languages', () => {
    expect(match(resume, 'German at B2 level').languages[0]!.verdict).toBe('not met');
    expect(match(resume, 'Basic German').languages[0]!.verdict).toBe('met');
    expect(match(resume, 'Fluent French').languages[0]!.verdict).toBe('not met');
    expect(match({}, 'Fluent French').languages[0]!.verdict).toBe('not told');
  });

  it('counts keywords on both sides', () => {
    const { keywords } = match(resume, 'Go services', 'More Go services');
    expect(keywords.find(({ skill }) => skill === 'go')).toEqual({
      term: 'Go',
      skill: 'go',
      posting: 2,
      cv: 2,
    });
    expect(keywords.find(({ term }) => term === 'service')).toMatchObject({ skill: null, posting: 2, cv: 1 });
  });
});
