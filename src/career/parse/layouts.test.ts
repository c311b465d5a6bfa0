import { describe, expect, it } from 'vitest';
import { bareDocument } from './bare-document.ts';
import { parseCv } from './parse.ts';

const read = (...lines: string[]) => parseCv(bareDocument(lines.join('\n'))).resume;

describe('layouts', () => {
  it('reads a CV without capitals and gives its values as they are written', () => {
    const resume = read(
      'jonas petrauskas',
      'web developer',
      'jonas@example.com',
      '',
      'work',
      'web developer @ studio pixel (2018 - 2021)',
      '- moved everyone off jquery and onto something that is easier to keep',
    );
    expect(resume.basics?.name).toBe('jonas petrauskas');
    expect(resume.work).toEqual([
      {
        position: 'web developer',
        name: 'studio pixel',
        startDate: '2018',
        endDate: '2021',
        highlights: ['moved everyone off jquery and onto something that is easier to keep'],
      },
    ]);
  });

  it('gives a position the employer above only where it is nested', () => {
    const grouped = read(
      'Anna Smith',
      '',
      'Experience',
      '',
      'Acme Ltd',
      'Engineer, 2019 – 2021',
      'Analyst, 2017 – 2019',
    );
    expect(grouped.work?.map(({ name }) => name)).toEqual(['Acme Ltd', 'Acme Ltd']);
    const apart = read(
      'Anna Smith',
      '',
      'Experience',
      '',
      'Engineer, Acme Ltd, 2019 – 2021',
      '',
      'Analyst, 2017 – 2019',
    );
    expect(apart.work?.map(({ name }) => name)).toEqual(['Acme Ltd', undefined]);
  });

  it('leaves page numbers and the line of the signature out', () => {
    const resume = read(
      'Anna Smith',
      '',
      'Experience',
      '',
      'Engineer, Acme Ltd, 2019 – 2021',
      'Page 1 of 2',
      '',
      'Interests',
      'Chess',
      '',
      'Leeds, 12 January 2025',
    );
    expect(resume.work).toHaveLength(1);
    expect(resume.interests).toEqual([{ name: 'Chess' }]);
  });

  it('reads schools out of a table with named columns', () => {
    const resume = read(
      'Anna Smith',
      '',
      'Education',
      '',
      'Degree\tInstitution\tYear of Passing\tPercentage',
      'B.Tech (Physics)\tMalnad College\t2024\t86%',
    );
    expect(resume.education).toEqual([
      { studyType: 'B.Tech', area: 'Physics', institution: 'Malnad College', endDate: '2024', score: '86%' },
    ]);
  });

  it('keeps the paragraphs of a summary', () => {
    const resume = read(
      'Anna Smith',
      '',
      'Summary',
      'Cooks well.',
      '',
      'Bakes better.',
      '',
      'Skills',
      'Bread',
    );
    expect(resume.basics?.summary).toBe('Cooks well.\nBakes better.');
  });

  it('keeps an address whole', () => {
    const resume = read(
      'Anna Smith',
      '',
      'Projects',
      '',
      'Meter - a small profiler for databases (https://example.com/a_(b)/)',
    );
    expect(resume.projects?.[0]?.url).toBe('https://example.com/a_(b)/');
  });

  it.each(['a', '1', '•', '('])('is not slow over one endless run of %j', (sign) => {
    const start = performance.now();
    parseCv(bareDocument(sign.repeat(400_000)));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
