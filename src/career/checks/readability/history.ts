import { earliest, latest, monthName, parseDate } from '../dates.ts';
import { type CvFacts, isAcademic } from '../facts.ts';
import { count, failed, notAssessed, passed } from '../outcome.ts';
import { sources } from '../sources.ts';
import type { Check } from '../types.ts';
import { isSidePost, mayOverlap } from '../words/side-posts.ts';

/** Months that may lie between two jobs before a reader asks. */
const UNEXPLAINED_GAP = 6;
/** Months that two jobs may share: a hand-over, or months that were rounded. */
const HANDOVER = 2;

interface Period {
  /** The first and last month that it covers in any reading of its dates, and those that it covers in every reading. */
  from: number;
  until: number;
  surelyFrom: number;
  surelyUntil: number;
}

function period(item: { startDate?: string; endDate?: string }, thisMonth: number): Period | null {
  const start = parseDate(item.startDate);
  const end = item.endDate ? parseDate(item.endDate) : null;
  if (!start || (item.endDate && !end)) return null;
  return {
    from: earliest(start),
    until: end ? latest(end) : thisMonth,
    surelyFrom: latest(start),
    surelyUntil: end ? earliest(end) : thisMonth,
  };
}

/** Everything that fills time: jobs, studies, voluntary work, projects with dates. */
function periods({ resume, thisMonth }: CvFacts): Period[] {
  const items = [
    ...(resume.work ?? []),
    ...(resume.volunteer ?? []),
    ...(resume.projects ?? []).filter(({ startDate }) => startDate),
    // A degree with its last year only fills that year.
    ...(resume.education ?? []).map(({ startDate, endDate }) => ({
      startDate: startDate ?? endDate,
      endDate: endDate ?? startDate,
    })),
  ];
  return items.flatMap((item) => period(item, thisMonth) ?? []);
}

export const historyChecks: Check[] = [
  {
    id: 'gaps',
    group: 'readability',
    severity: 'medium',
    title: 'No unexplained gap of more than six months',
    meaning:
      'Applicants with a gap were invited less often in a field experiment, and those who gave its reason more often than those who did not. A gap is no fault; one line about it helps.',
    source: sources.resumeGo,
    run(cv) {
      const jobs = (cv.resume.work ?? []).flatMap((item, i) => {
        const at = period(item, cv.thisMonth);
        return at ? [{ ...at, i, called: item.position ?? item.name ?? 'a job' }] : [];
      });
      if (jobs.length === 0) return notAssessed('no jobs with dates were found');
      const first = Math.min(...jobs.map(({ from }) => from));
      const covered = periods(cv)
        .filter(({ until }) => until >= first)
        .sort((a, b) => a.from - b.from);
      const findings = [];
      let until = covered[0]!.until;
      for (const next of covered.slice(1)) {
        const months = next.from - until - 1;
        if (months > UNEXPLAINED_GAP) {
          const after = jobs.find(({ from }) => from === next.from);
          const note = `${months} months: ${monthName(until + 1)} to ${monthName(next.from - 1)}`;
          findings.push(cv.at(after ? `/work/${after.i}` : '/work', note));
        }
        until = Math.max(until, next.until);
      }
      const sinceThen = cv.thisMonth - until;
      if (sinceThen > UNEXPLAINED_GAP) {
        findings.push(cv.at('/work', `${sinceThen} months since ${monthName(until)}`));
      }
      if (findings.length === 0) return passed('There is no gap of more than six months.');
      return failed(
        `${count(findings.length, 'gap')} of more than six months.`,
        'Say in one line what the time was for (study, care, illness, travel, search), or add months to the dates if the gap is only in the way they are written.',
        findings,
      );
    },
  },
  {
    id: 'overlaps',
    group: 'readability',
    severity: 'low',
    title: 'Jobs that overlap say why',
    meaning:
      'Two jobs at the same time look like a mistake in the dates unless one is marked as part-time, freelance or the like.',
    source: null,
    run(cv) {
      const jobs = (cv.resume.work ?? []).flatMap((item, i) => {
        const at = period(item, cv.thisMonth);
        return at ? [{ ...at, i, item, isBeside: mayOverlap(item) }] : [];
      });
      if (jobs.length < 2) return notAssessed('it takes two jobs with dates');
      const findings = jobs.flatMap((job, k) =>
        jobs.slice(k + 1).flatMap((other) => {
          const months =
            Math.min(job.surelyUntil, other.surelyUntil) - Math.max(job.surelyFrom, other.surelyFrom) + 1;
          const sameEmployer = job.item.name !== undefined && job.item.name === other.item.name;
          if (months <= HANDOVER || sameEmployer || job.isBeside || other.isBeside) return [];
          const names = [job, other].map(({ item }) => item.position ?? item.name ?? 'a job').join(' and ');
          return [cv.at(`/work/${other.i}`, `${months} months: ${names}`)];
        }),
      );
      if (findings.length === 0) return passed('No jobs overlap without a word about it.');
      return failed(
        `${count(findings.length, 'pair')} of jobs ${findings.length === 1 ? 'overlaps' : 'overlap'}.`,
        'Correct the dates, or mark one of the two as part-time, freelance, contract or the like.',
        findings,
      );
    },
  },
  {
    id: 'jobs-described',
    group: 'readability',
    severity: 'medium',
    title: 'Recent jobs say what was done',
    meaning: 'A title alone tells a reader nothing of what you did there.',
    source: null,
    run(cv) {
      const work = cv.resume.work ?? [];
      // The last five years; what lies further back, and posts beside a job, may be one line.
      const recent = work.flatMap((item, i) => {
        const at = period(item, cv.thisMonth);
        return (!at || at.until > cv.thisMonth - 60) && !isSidePost(item) ? [{ item, i }] : [];
      });
      if (isAcademic(cv.resume)) return notAssessed('academic CVs list posts without describing them');
      if (recent.length === 0) return notAssessed('no job of the last five years was found');
      const bare = recent.filter(
        ({ item }) => !item.highlights?.length && !item.summary?.trim() && !item.description?.trim(),
      );
      if (bare.length === 0) return passed('Every job of the last five years is described.');
      return failed(
        `${count(bare.length, 'job')} of the last five years ${bare.length === 1 ? 'is' : 'are'} not described.`,
        'Add two to five bullets on what you did and what came of it.',
        bare.map(({ item, i }) => cv.at(`/work/${i}`, item.position ?? item.name ?? 'a job')),
      );
    },
  },
];
