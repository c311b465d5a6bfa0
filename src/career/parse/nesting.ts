import type { Entry } from './entries.ts';
import type { CvLine } from './lines.ts';
import type { Piece } from './piece.ts';

/** No head has more lines; where one seems to, which stands where tells nothing. */
export const mostRows = 12;

/** The line of an entry's head (of its first twelve; else -1) that a name stands on. */
export function rowOf({ head }: Pick<Entry, 'head'>, name: Piece): number {
  const at = name.start;
  return head
    .slice(0, mostRows)
    .findIndex(({ piece }) => piece.start <= at && at < (piece.spans.at(-1)?.end ?? 0));
}

/** How the employer above was written, which tells whether a position below that names none is with the same. */
export interface Employer {
  /** Its line; other positions follow it. */
  line: CvLine;
  /** It stands on a line above its position's, as the head of a group does. */
  isHeading: boolean;
}

export function employerOf(entry: Entry, organization: Piece, position: Piece | undefined): Employer | null {
  const at = rowOf(entry, organization);
  const line = entry.head[at]?.line;
  if (!line) return null;
  const below = position ? rowOf(entry, position) : at + 1;
  return { line, isHeading: below > at };
}

/** Whether an entry without an employer clearly belongs to the one above: grouped below it, set in, or right under it. */
export function isNested(entry: Entry, employer: Employer): boolean {
  const first = entry.head[0]?.line;
  if (!first) return false;
  if (employer.isHeading)
    return employer.line.level === 0 || first.level === 0 || first.level >= employer.line.level;
  if (first.level !== employer.line.level) return first.level === 0 || first.level > employer.line.level;
  const step = first.size === null ? 1 : 3;
  if (first.indent >= employer.line.indent + step) return true;
  return !first.gapBefore && !first.bold && first.level === 0;
}

/** «Department of Linguistics»: a part of an employer that stands above. */
export const isUnitName = (text: string) =>
  /^(?:the )?(?:department|dept\.?|school|faculty|division|institute|section|centre|center|office|chair) (?:of|for)\s/i.test(
    text,
  );
