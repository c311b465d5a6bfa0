import { countryCode, isCity, isRegion } from '../../parse/index.ts';
import { isTool, knownEmployer } from '../known-names.ts';

const WORD = "\\p{L}[\\p{L}'.-]*";
/** As much as may be a place; what of it is one is decided word by word. */
export const PLACE = `(?<place>${WORD}(?: ${WORD}){0,4}(?:, ${WORD}(?: ${WORD}){0,3}){0,2})`;
const SMALL = /^(?:de|la|le|les|del|of|am|an|upon|sur|der|den|the|do|da|dos|and)$/i;
const NO_PLACE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I|I'm|IT|HR|God|Zoom|Sales|Marketing|Finance|Engineering|Data|Product|Operations|Europe's)$/;

/** «Frankfurt am Main», «Newcastle upon Tyne»: what tells one town from another of its name. */
const BY_ITS_RIVER = /^ (?:am|an der|ob der|im|upon|sur|aan den?|de la|del) \p{Lu}\p{L}{2,}/u;

/** The place at the beginning of some words, with its region or country; null where there is none. */
export function placeAt(text: string): string | null {
  const parts = text.split(', ');
  const first = longestPlace(parts[0]!);
  if (!first) return null;
  // What follows a comma belongs to it only where the place took the whole part before.
  const rest: string[] = [];
  for (let at = 1; at < parts.length && first.length === parts[0]!.length; at++) {
    const next = longestPlace(parts[at]!);
    if (!next || !(countryCode(next) || isRegion(next) || isCity(next))) break;
    rest.push(next);
    if (next.length < parts[at]!.length) break;
  }
  return [first, ...rest].map(asName).join(', ');
}

function longestPlace(text: string): string | null {
  const tokens = text.replace(/[.]$/, '').split(' ');
  for (let count = Math.min(4, tokens.length); count > 0; count--) {
    const candidate = tokens
      .slice(0, count)
      .join(' ')
      .replace(/^the (?=\p{Lu})/u, '');
    if (isCity(candidate) || countryCode(candidate)) {
      // Some cities are words: «nice», «reading».
      if (
        /^\p{Lu}/u.test(candidate) ||
        !/^(?:nice|reading|bath|essen|mobile|us|of|york|hull|most|troy|center|eastern|central|pacific|mountain|easter|gb|uk|it|in|at|is)$/i.test(
          candidate,
        )
      )
        return candidate + (BY_ITS_RIVER.exec(tokens.slice(count).join(' ').replace(/^/, ' '))?.[0] ?? '');
    }
  }
  let taken = 0;
  while (
    taken < tokens.length &&
    (/^\p{Lu}/u.test(tokens[taken]!) || (taken > 0 && SMALL.test(tokens[taken]!)))
  )
    taken++;
  while (taken > 0 && SMALL.test(tokens[taken - 1]!)) taken--;
  const name = tokens.slice(0, Math.min(taken, 4)).join(' ');
  return taken > 0 && !NO_PLACE.test(tokens[0]!) && /^\p{Lu}\p{L}/u.test(name) ? name : null;
}

const asName = (place: string) =>
  /^\p{Lu}/u.test(place) ? place : place.replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase());

/** Whether a place is one of the cities, regions and countries that are known by name. */
export const isKnownPlace = (place: string): boolean => {
  const [first = ''] = place.replace(BY_RIVER_WITHIN, '').split(',');
  return isCity(first) || countryCode(first) !== null || isRegion(first);
};
const BY_RIVER_WITHIN = new RegExp(BY_ITS_RIVER.source.slice(1), 'u');

/** Known cities that are words as well; alone they name no place for a later «there». */
const WORDS_TOO = /^(?:nice|reading|bath|mobile|hull|troy|center|eastern|central|pacific|mountain|us|most)$/i;

/** The one known place that a text names; null where it names none or several. */
export function onlyPlaceIn(text: string): string | null {
  const found = new Set<string>();
  for (const { 0: run } of text.matchAll(/\p{Lu}[\p{L}'.-]*(?: \p{Lu}[\p{L}'.-]*){0,3}/gu)) {
    const tokens = run.replace(/[.']+$/, '').split(' ');
    for (let at = 0; at < tokens.length; at++) {
      const place = longestPlace(tokens.slice(at).join(' '));
      if (!place || !isKnownPlace(place) || WORDS_TOO.test(place)) continue;
      found.add(place);
      at += place.split(' ').length - 1;
    }
  }
  return found.size === 1 ? [...found][0]! : null;
}

/** How the name of a town is made. */
const TOWN =
  /^(?:bad|saint|st\.?|san|santa|los|las|den|port|fort|mount|upper|lower|north|south|east|west|great|little|lake|villa|ciudad|puerto|kfar|tel) \p{L}|\p{L}{3}(?:burg|berg|ville|heim|hausen|stadt|furt|dorf|ingen|brück|ford|shire|borough|bury|mouth|hampton|chester|minster|stead|grad|abad|köping|holm|haven)$|[- ](?:am|an der|ob der|upon|on|sur|en)[- ]\p{L}/iu;
/** What is said of a home. */
const HOME =
  /\b(?:town|village|suburb|countryside|flat|house|apartment|family|wife|husband|partner|girlfriend|boyfriend|kids|children|parents|cats?|dogs?|love|retire|sea|coast|rent|to study|university)\b/i;
/** What is said of a new job or a new tool. */
const WORK =
  /\b(?:team|role|job|position|department|office|branch|company|employer|firm|project|notes?|e-?mails?|tasks?|tickets?|tools?|apps?|software|workflow|docs?|documents?|spreadsheets?|calendar|files|data|code|repos?|stack|all day|all week|every day|most of (?:the|my) (?:day|time|week)|all the time|at work|24\/7|as an? \p{L}+)\b/iu;

/**
 * Whether a name that somebody moved to or lives in is a place: `known` by name or by what is said of it, `open` where
 * nothing speaks for or against it, `no` for employers, programs and desks.
 */
export function judgePlace(place: string, after: string): 'known' | 'open' | 'no' {
  const [clause = ''] = after.split(/[.;!?]/);
  if (/^(?:'s)? (?:office|branch|team|division|headquarters|hq|desk|role|job|project)\b/i.test(clause))
    return 'no';
  if (isKnownPlace(place)) return 'known';
  if (isTool(place) || knownEmployer(place)) return 'no';
  if (TOWN.test(place) || HOME.test(clause)) return 'known';
  if (place.includes(', ')) return 'known';
  if (WORK.test(clause)) return 'no';
  const [, from] = /\bfrom (\p{Lu}[\p{L}-]+)/u.exec(clause) ?? [];
  return from && !isKnownPlace(from) && !MONTH.test(from) ? 'no' : 'open';
}
const MONTH = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|I$)/;
