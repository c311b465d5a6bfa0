import { type Resume, resumeText, type Work } from '../resume/index.ts';
import type { EvidenceSource } from './types.ts';

/**
 * A resume as a source of facts: its text, and what its dates add up to. Months are counted once where positions
 * overlap; a year without a month counts from its January to its December at most, so the sum errs downwards: a start
 * is taken as late, an end as early as the date allows.
 */
export function resumeEvidence(resume: Resume, now: Date): EvidenceSource {
  const periods = (resume.work ?? []).flatMap((work) => period(work, now)).sort((a, b) => a[0] - b[0]);
  let months = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const [start, end] of periods) {
    months += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return {
    text: resumeText(resume),
    experienceMonths: months,
    ongoing: (resume.work ?? []).some(({ startDate, endDate }) => startDate && !endDate),
  };
}

/** One period from month to month; none where the dates do not say. */
function period({ startDate, endDate }: Work, now: Date): [number, number][] {
  if (!startDate) return [];
  const start = monthNumber(startDate, 12);
  const end = endDate
    ? monthNumber(endDate, 1) + (endDate.length > 4 ? 1 : 0)
    : now.getUTCFullYear() * 12 + now.getUTCMonth();
  return end > start ? [[start, end]] : [];
}

/** Months since year 0; of a bare year, the given month. */
function monthNumber(date: string, ofYear: number): number {
  const [year, month] = date.split('-').map(Number);
  return year! * 12 + (month ?? ofYear) - 1;
}
