import { type Resume, type SourceSpans, valueAt } from '../../../career/resume/index.ts';
import type { Cv, CvWarning } from '../cvs.ts';
import { type Aligned, align } from './aligned.ts';

/** What goes with a CV's fields, after a person has corrected them. */
export interface Corrected {
  spans: SourceSpans;
  warnings: CvWarning[];
  /** JSON pointers: fields with another value than was read, and lists and entries that something was taken out of. */
  corrected: string[];
}

/**
 * Carries over what is still true once a person has put `after` in the place of what was read: the places of values that
 * are the same, warnings of what is as it was, and what they corrected earlier.
 */
export function corrected(
  cv: Pick<Cv, 'resume' | 'spans' | 'warnings' | 'corrected'>,
  after: Resume,
): Corrected {
  const aligned = align(cv.resume, after);
  const { same, goesOn, changed, shortened } = aligned;
  return {
    spans: Object.fromEntries(
      Object.entries(cv.spans).flatMap(([pointer, places]) => {
        const to = same.get(pointer);
        return to === undefined ? [] : [[to, places]];
      }),
    ),
    warnings: cv.warnings.flatMap((warning) => stillTrue(warning, after, aligned)),
    corrected: [
      ...new Set([...cv.corrected.flatMap((pointer) => goesOn.get(pointer) ?? []), ...changed, ...shortened]),
    ],
  };
}

/** A warning stays where what it is about is as it was, or is as absent as it was. */
function stillTrue(warning: CvWarning, after: Resume, { same, goesOn }: Aligned): CvWarning[] {
  const { pointer } = warning;
  if (pointer === undefined) return [warning];
  const to = same.get(pointer);
  if (to !== undefined) return [{ ...warning, pointer: to }];
  const cut = pointer.lastIndexOf('/');
  const parent = goesOn.get(pointer.slice(0, cut));
  if (goesOn.has(pointer) || parent === undefined) return [];
  const there = parent + pointer.slice(cut);
  return valueAt(after, there) === undefined ? [{ ...warning, pointer: there }] : [];
}
