import { earliest, latest, monthName, parseDate } from '../dates.ts';
import type { CvFacts } from '../facts.ts';
import { count, failed, notAssessed, passed, quoted } from '../outcome.ts';
import { sources } from '../sources.ts';
import type { Check, Finding } from '../types.ts';
import { dateForms } from '../words/date-forms.ts';
import { isSidePost } from '../words/side-posts.ts';

/** Every dated thing, with what it is called. */
function dated(cv: CvFacts) {
  const { resume } = cv;
  return [
    ...(resume.work ?? []).map((item, i) => ({
      item,
      pointer: `/work/${i}`,
      called: item.position ?? item.name,
    })),
    ...(resume.volunteer ?? []).map((item, i) => ({
      item,
      pointer: `/volunteer/${i}`,
      called: item.position ?? item.organization,
    })),
    ...(resume.education ?? []).map((item, i) => ({
      item,
      pointer: `/education/${i}`,
      called: item.institution,
    })),
    ...(resume.projects ?? []).map((item, i) => ({ item, pointer: `/projects/${i}`, called: item.name })),
  ];
}

export const dateChecks: Check[] = [
  {
    id: 'dates-present',
    group: 'readability',
    severity: 'high',
    title: 'Every job has dates',
    meaning: 'Years of experience are counted from these dates; a job without them counts for nothing.',
    source: null,
    run({ resume, at }) {
      const work = resume.work ?? [];
      if (work.length === 0) return notAssessed('no jobs were found');
      const findings = work.flatMap(({ startDate, endDate, position, name }, i) =>
        startDate || endDate ? [] : [at(`/work/${i}`, `no dates: ${position ?? name ?? 'a job'}`)],
      );
      if (findings.length === 0) return passed('Every job has dates.');
      return failed(
        `${count(findings.length, 'job')} of ${work.length} ${findings.length === 1 ? 'has' : 'have'} no dates.`,
        'Give every job its first and last month, such as «Mar 2021 - Jun 2024».',
        findings,
      );
    },
  },
  {
    id: 'dates-understood',
    group: 'readability',
    severity: 'medium',
    title: 'Dates make sense',
    meaning: 'A date that cannot be read, or an end before its start, throws off every count of experience.',
    source: sources.jsonResume,
    run(cv) {
      const all = dated(cv).filter(({ item }) => item.startDate || item.endDate);
      if (all.length === 0) return notAssessed('no dates were found');
      const findings: Finding[] = all.flatMap(({ item, pointer, called }) => {
        const start = parseDate(item.startDate);
        const end = parseDate(item.endDate);
        if (item.startDate && !start)
          return [cv.at(`${pointer}/startDate`, `not understood: ${item.startDate}`)];
        if (item.endDate && !end) return [cv.at(`${pointer}/endDate`, `not understood: ${item.endDate}`)];
        if (start && end && latest(end) < earliest(start))
          return [cv.at(`${pointer}/endDate`, `ends before it starts: ${called ?? ''}`.trim())];
        return [];
      });
      if (findings.length === 0) return passed('Every date was understood.');
      return failed(
        `${count(findings.length, 'date')} cannot be right or read.`,
        'Write dates as «Mar 2021» or «03/2021», the start before the end, and «Present» where it goes on.',
        findings,
      );
    },
  },
  {
    id: 'date-order',
    group: 'readability',
    severity: 'medium',
    title: 'The newest job comes first',
    meaning:
      'Readers look at the top for what you do now, and programs take the first job for the present one.',
    source: sources.harvard,
    run(cv) {
      const work = (cv.resume.work ?? []).flatMap((item, i) => {
        const start = parseDate(item.startDate);
        const end = item.endDate ? parseDate(item.endDate) : null;
        if ((!start && !end) || isSidePost(item)) return [];
        // A job goes on where it has no end; only a start then tells it from one of unknown dates.
        const from = start ? earliest(start) : null;
        const until = end ? latest(end) : item.endDate ? null : Number.POSITIVE_INFINITY;
        return [
          { i, from, until, fromLatest: start ? latest(start) : null, called: item.position ?? item.name },
        ];
      });
      if (work.length < 2) return notAssessed('it takes two jobs with dates');
      const findings = work.slice(1).flatMap((job, k) => {
        const above = work[k]!;
        // Out of order only where it both ended later and began later than the job above it.
        const endsLater = job.until !== null && above.until !== null && job.until > above.until;
        const startsLater = job.from !== null && above.fromLatest !== null && job.from > above.fromLatest;
        const goesOn = endsLater && job.until === Number.POSITIVE_INFINITY;
        return (endsLater && startsLater) || goesOn
          ? [cv.at(`/work/${job.i}`, `later than the job above it: ${job.called ?? 'a job'}`)]
          : [];
      });
      if (findings.length === 0) return passed('Jobs are listed from the newest to the oldest.');
      return failed(
        `${count(findings.length, 'job')} ${findings.length === 1 ? 'stands' : 'stand'} below an older one.`,
        'Order jobs from the newest to the oldest.',
        findings,
      );
    },
  },
  {
    id: 'future-dates',
    group: 'readability',
    severity: 'medium',
    title: 'No job begins or ends in the future',
    meaning: 'A future date in a job is nearly always a slip. (A degree expected next year is fine.)',
    source: null,
    run(cv) {
      const work = cv.resume.work ?? [];
      const known = work.filter(({ startDate, endDate }) => parseDate(startDate) || parseDate(endDate));
      if (known.length === 0) return notAssessed('no jobs with dates were found');
      const findings = work.flatMap((item, i) =>
        (['startDate', 'endDate'] as const).flatMap((field) => {
          const date = parseDate(item[field]);
          return date && earliest(date) > cv.thisMonth
            ? [cv.at(`/work/${i}/${field}`, `in the future: ${item[field]}`)]
            : [];
        }),
      );
      if (findings.length === 0) return passed(`No job has a date after ${monthName(cv.thisMonth)}.`);
      return failed(
        `${count(findings.length, 'date')} of jobs ${findings.length === 1 ? 'lies' : 'lie'} in the future.`,
        'Correct it; write «Present» for a job that goes on, and «from …» for one that is agreed and yet to begin.',
        findings,
      );
    },
  },
  {
    id: 'date-format',
    group: 'readability',
    severity: 'low',
    title: 'Dates are written one way',
    meaning:
      'Mixed forms look careless, and «03/04/2021» beside «April 2021» may be read as the wrong month.',
    source: sources.mit,
    run({ text }) {
      const forms = dateForms(text);
      const used = Object.entries(forms).filter(([, spans]) => spans.length > 0);
      const total = used.reduce((sum, [, spans]) => sum + spans.length, 0);
      if (total < 2) return notAssessed('fewer than two dates with a month were found in the text');
      if (used.length === 1) return passed(`All ${total} dates with a month are written the same way.`);
      const [, ...minor] = used.sort(([, a], [, b]) => b.length - a.length);
      return failed(
        `Dates are written in ${used.length} ways.`,
        'Choose one form, such as «Mar 2021», and use it everywhere.',
        minor.flatMap(([form, spans]) =>
          spans.map((span) => ({
            pointer: null,
            spans: [span],
            note: `${form}: ${text.slice(span.start, span.end)}`,
          })),
        ),
      );
    },
  },
  {
    id: 'year-only-dates',
    group: 'readability',
    severity: 'low',
    title: 'Jobs are dated by month',
    meaning: '«2019 - 2020» can mean two months or two years; whoever counts experience counts the less.',
    source: null,
    run(cv) {
      const fields = (cv.resume.work ?? []).flatMap((item, i) =>
        (['startDate', 'endDate'] as const).flatMap((field) => {
          const date = parseDate(item[field]);
          return date ? [{ date, pointer: `/work/${i}/${field}`, value: item[field]! }] : [];
        }),
      );
      // Within the last ten years months matter; older jobs may well go by the year.
      const recent = fields.filter(({ date }) => latest(date) > cv.thisMonth - 120);
      if (recent.length === 0) return notAssessed('no job of the last ten years has dates');
      const vague = recent.filter(({ date }) => date.month === null);
      if (vague.length === 0) return passed('Jobs of the last ten years are dated by month.');
      return failed(
        `${count(vague.length, 'date')} of jobs ${vague.length === 1 ? 'has' : 'have'} a year only: ${quoted([...new Set(vague.map(({ value }) => value))])}.`,
        'Add the months to the jobs of the last ten years.',
        vague.map(({ pointer, value }) => cv.at(pointer, value)),
      );
    },
  },
];
