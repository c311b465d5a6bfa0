/*
 * Which of two things came first, by the dates that were named and the days on which they were said. «I moved to Hamburg in
 * 2015» tells nothing of today where «I live in Berlin» was said yesterday; «I moved to Lyon last month» does.
 */

const DAY_MS = 86_400_000;
/** People tell a move or a new job late; «in March», told in November, is news. */
const TOLD_LATE_MS = 366 * DAY_MS;
/** What lies further back than this is told of the past; in between nobody can tell, and the person is asked. */
const LONG_BEFORE_MS = 2 * 365 * DAY_MS;

/** Something that is so, and what is known of its time. */
export interface Standpoint {
  /** The last day on which it was so for certain: when it was said last, or the date of a move that was told with it. */
  knownAt: Date;
  /** When it began, where somebody said so. */
  began: Date | null;
}

/** Where something that began on a date belongs beside what is so: after it, before it, or it cannot be told. */
export function orderOf(
  { from }: { from: Date | null },
  { knownAt, began }: Standpoint,
): 'after' | 'before' | 'unclear' {
  if (from === null) return 'after';
  if (began && from < began) return 'before';
  const before = knownAt.getTime() - from.getTime();
  if (before <= TOLD_LATE_MS) return 'after';
  return before > LONG_BEFORE_MS ? 'before' : 'unclear';
}

/**
 * Whether something is so although an end is told: it began after that end, or was said to be so long after it. An end
 * that names nothing («I lost my job in 2009») has to be closer than one that names what ended.
 */
export function wasSoAfter(
  { knownAt, began }: Standpoint,
  { to, value }: { to: Date | null; value: string },
): boolean {
  if (to === null) return false;
  if (began && to <= began) return true;
  return knownAt.getTime() - to.getTime() > (value === '' ? TOLD_LATE_MS : LONG_BEFORE_MS);
}
