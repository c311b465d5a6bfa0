import { expect, test } from 'vitest';
import type { Resume } from '../../../career/resume/index.ts';
import { corrected } from './corrected.ts';

const read: Resume = {
  basics: { name: 'Ada' },
  work: [
    { name: 'Acme', position: 'Engineer', startDate: '2019', highlights: ['Built it', 'Ran it'] },
    { name: 'Initech', position: 'Junior', startDate: '2016' },
  ],
};
const spans = {
  '/basics/name': [{ start: 0, end: 3 }],
  '/work/0/name': [{ start: 10, end: 14 }],
  '/work/0/highlights/0': [{ start: 20, end: 28 }],
  '/work/0/highlights/1': [{ start: 30, end: 36 }],
  '/work/1/name': [{ start: 40, end: 47 }],
};
const cv = { resume: read, spans, warnings: [], corrected: [] };

test('a field written anew is corrected and loses its place; the others keep theirs', () => {
  const after = structuredClone(read);
  after.work![0]!.name = 'Acme Corp';
  expect(corrected(cv, after)).toEqual({
    spans: Object.fromEntries(Object.entries(spans).filter(([pointer]) => pointer !== '/work/0/name')),
    warnings: [],
    corrected: ['/work/0/name'],
  });
});

test('an entry taken out leaves the rest its places, and a trace', () => {
  const after: Resume = { ...read, work: [read.work![1]!] };
  expect(corrected(cv, after)).toEqual({
    spans: { '/basics/name': spans['/basics/name'], '/work/0/name': spans['/work/1/name'] },
    warnings: [],
    corrected: ['/work'],
  });
});

test('an entry put in first moves what was corrected before, and its places', () => {
  const added = { name: 'Hooli', position: 'Lead' };
  const before = { ...cv, corrected: ['/work/0/position', '/work/1'] };
  const result = corrected(before, { ...read, work: [added, ...read.work!] });
  expect(result.corrected).toEqual(['/work/1/position', '/work/2', '/work/0/name', '/work/0/position']);
  expect(result.spans['/work/1/highlights/1']).toEqual(spans['/work/0/highlights/1']);
});

test('bullets moved, dropped and rewritten at once', () => {
  const after = structuredClone(read);
  after.work![0]!.highlights = ['Ran it'];
  expect(corrected(cv, after)).toMatchObject({
    corrected: ['/work/0/highlights'],
    spans: { '/work/0/highlights/0': spans['/work/0/highlights/1'] },
  });
  after.work![0]!.highlights = ['Ran it', 'Built it in 2019'];
  expect(corrected(cv, after).corrected).toEqual(['/work/0/highlights/1']);
});

test('warnings go with what they were about', () => {
  const warnings = [
    { code: 'a', message: 'of the file' },
    { code: 'b', message: 'no date', pointer: '/work/1/endDate' },
    { code: 'c', message: 'odd', pointer: '/work/0' },
    { code: 'd', message: 'odd', pointer: '/work/1' },
  ];
  const codes = (after: Resume) => corrected({ ...cv, warnings }, after).warnings.map(({ code }) => code);
  expect(codes(read)).toEqual(['a', 'b', 'c', 'd']);
  const after = structuredClone(read);
  after.work![1]!.endDate = '2018';
  expect(codes(after)).toEqual(['a', 'c']);
  expect(corrected({ ...cv, warnings }, { ...read, work: [read.work![1]!] }).warnings).toEqual([
    warnings[0],
    { ...warnings[1], pointer: '/work/0/endDate' },
    { ...warnings[3], pointer: '/work/0' },
  ]);
});

test('very long lists are gone through in a moment', () => {
  const skills = (word: string) => Array.from({ length: 5_000 }, (_, i) => ({ name: `${word} ${i}` }));
  const before = { ...cv, resume: { skills: skills('old') } };
  expect(corrected(before, { skills: skills('new') }).corrected).toHaveLength(5_000);
});
