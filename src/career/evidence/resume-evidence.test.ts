import { expect, it } from 'vitest';
import { resumeEvidence } from './index.ts';

const now = new Date('2026-06-15T00:00:00Z');
const months = (...work: [string?, string?][]) =>
  resumeEvidence({ work: work.map(([startDate, endDate]) => ({ startDate, endDate })) }, now)
    .experienceMonths;

it('adds up the months of work, those that overlap once', () => {
  expect(months(['2020-01', '2020-12'])).toBe(12);
  expect(months(['2020-01', '2020-12'], ['2020-07', '2021-06'])).toBe(18);
  expect(months(['2026-01'])).toBe(5);
});

it('errs downwards where only years are told, and counts nothing that is no stretch of time', () => {
  expect(months(['2018', '2020'])).toBe(13);
  expect(months(['2018', '2018'])).toBe(0);
  expect(months(['2020-05', '2019-01'], [undefined, '2020'], ['soon'])).toBe(0);
});

it('says whether something goes on, and holds the text', () => {
  expect(resumeEvidence({ work: [{ name: 'Acme', startDate: '2020' }] }, now)).toMatchObject({
    ongoing: true,
    text: expect.stringContaining('Acme'),
  });
  expect(resumeEvidence({ work: [{ startDate: '2020', endDate: '2021' }] }, now).ongoing).toBe(false);
});
