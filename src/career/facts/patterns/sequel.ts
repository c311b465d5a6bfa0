import { namedTimes } from '../time.ts';
import { isKnownPlace, PLACE, placeAt } from './places.ts';

/** What a sentence says of a second move, behind the first. */
export interface Sequel {
  /** Null where it only says that the person came back. */
  place: string | null;
  from: Date | null;
}

const LINK = '(?:,|(?<!\\p{L})(?:and|but|then|before)(?!\\p{L}))';
const LINKS = `${LINK}(?: ?(?:${LINK}|then|later|afterwards|after that|finally|eventually|again),?)*`;
const WHEN =
  "(?<when>(?:in|since|on|at the end of) [\\p{L}\\d' ]{3,18}|last \\p{L}+|(?:an?|\\d{1,2}|\\p{L}+) (?:day|week|month|year)s? (?:later|after(?:wards)?|ago))";
const GOING =
  "(?:(?:i|we)(?:'ve| have)? )?(?:(?:then|later|finally|again) )?(?:(?:moved|relocated|went|came|returned|moving|returning|going) )?(?:on |back |over |again )*";

const NEXT = new RegExp(`^[^.;!?]{0,60}?${LINKS} ?(?:${WHEN},? )?${GOING}to ${PLACE}(?<rest>[^.;!?]*)`, 'iu');
const BACK =
  /^[^.;!?]{0,60}?(?<!\p{L})(?:and|but|then|before|now)(?!\p{L})(?<clause>[^.;!?]{0,40}?(?<!\p{L})(?:came|come|moved|went|moving|coming|am|i'm|im|are|we're) (?:home|back)(?!\p{L})[^.;!?]*|[^.;!?]{0,30}?(?<!\p{L})return(?:ed|ing)(?!\p{L})[^.;!?]*)/iu;

/**
 * The second move of a sentence that told of a first: where to and when, or that it went back. `unclear` where it goes on to
 * something that is no place by any sign, so that nobody can tell what is so now; null where it tells of no further move.
 */
export function sequelOf(after: string, saidAt: Date): Sequel | 'unclear' | null {
  const next = NEXT.exec(after);
  const place = next && placeAt(next.groups!.place!);
  if (place) {
    const { when = '', rest = '' } = next.groups!;
    const time = /\b(?:later|after(?:wards)?)$/i.test(when) ? '' : when;
    const behind = next.groups!.place!.slice(place.length) + rest;
    const from = namedTimes(` ${time}`, saidAt).from ?? namedTimes(` ${behind}`, saidAt).from;
    return isKnownPlace(place) ? { place, from } : 'unclear';
  }
  const back = BACK.exec(after);
  return back && { place: null, from: namedTimes(` ${back.groups!.clause}`, saidAt).from };
}
