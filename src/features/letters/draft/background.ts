import { type Block, block, type Piece } from '../assemble.ts';
import type { Source } from '../letter.ts';
import type { LetterCv } from '../materials.ts';
import { withoutOrders } from '../orders.ts';
import { type CvEntry, cvSource } from './cv-lines.ts';
import type { Phrases } from './phrases.ts';
import { periodOf, postOf } from './words.ts';

/** The person's stations by the dates of the CV: the present or latest position, those before it, and education. */
export function backgroundOf(cv: LetterCv, words: Phrases, stations: number): Block[] {
  const { work = [], education = [] } = cv.resume;
  const entries = work
    .map(
      (job, at): CvEntry => ({
        pointer: `/work/${at}`,
        position: job.position?.trim() || null,
        organization: job.name?.trim() || null,
        startDate: job.startDate ?? null,
        endDate: job.endDate ?? null,
      }),
    )
    .filter((entry) => isPlain(postOf(entry)))
    .sort((a, b) => latest(b).localeCompare(latest(a)));
  const [last, ...earlier] = entries.slice(0, stations);
  const pieces: Piece[] = [];
  if (last) {
    const isCurrent = last.startDate !== null && last.endDate === null;
    const text = (isCurrent ? words.now : words.before)(postOf(last)!, periodOf(last));
    pieces.push({ text, sources: sourcesOf(cv, last) });
  }
  if (earlier.length > 0) {
    const posts = earlier.map((entry) => `${postOf(entry)}${periodOf(entry)}`).join(', and as ');
    pieces.push({ text: words.earlier(posts), sources: earlier.flatMap((entry) => sourcesOf(cv, entry)) });
  }
  const [school] = education;
  const studied = [school?.studyType, school?.area, school?.institution].filter(Boolean).join(', ');
  if (school && isPlain(studied)) {
    const period = periodOf({ startDate: null, endDate: school.endDate ?? null }).replace('until ', '');
    const parts = ['studyType', 'area', 'institution'] as const;
    const sources = parts.flatMap((part) => sourceOf(cv, `/education/0/${part}`, school[part]));
    pieces.push({ text: words.education(`${studied}${period}`), sources });
  }
  return pieces.length > 0 ? [block(...pieces)] : [];
}

const isPlain = (text: string | null): boolean => Boolean(text) && withoutOrders(text!).orders.length === 0;

/** What goes on comes first, then what ended or began last. */
const latest = ({ startDate, endDate }: CvEntry): string =>
  startDate && !endDate ? `9999 ${startDate}` : (endDate ?? startDate ?? '');

function sourcesOf(cv: LetterCv, { pointer, position, organization, startDate, endDate }: CvEntry): Source[] {
  const fields = { position, name: organization, startDate, endDate };
  return Object.entries(fields).flatMap(([name, value]) => sourceOf(cv, `${pointer}/${name}`, value));
}

const sourceOf = (cv: LetterCv, pointer: string, value: string | null | undefined): Source[] =>
  value ? [cvSource(cv, pointer, value)] : [];
