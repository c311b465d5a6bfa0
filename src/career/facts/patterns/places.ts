import { countryCode, isCity, isRegion } from '../../parse/index.ts';
import { namedTimes } from '../time.ts';
import { AM, I, type Made, type Pattern, SOMETIMES, words } from './pattern.ts';
import { ROLE } from './roles.ts';

const WORD = "\\p{L}[\\p{L}'.-]*";
/** As much as may be a place; what of it is one is decided word by word. */
const PLACE = `(?<place>${WORD}(?: ${WORD}){0,4}(?:, ${WORD}(?: ${WORD}){0,3}){0,2})`;
const SMALL = /^(?:de|la|le|les|del|of|am|an|upon|sur|der|den|the|do|da|dos|and)$/i;
const NO_PLACE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I|I'm|IT|HR|God|Zoom|Sales|Marketing|Finance|Engineering|Data|Product|Operations|Europe's)$/;

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
        return candidate;
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

const place =
  (ends = false) =>
  (match: RegExpExecArray, sentence: string, saidAt: Date): Made | null => {
    const value = placeAt(match.groups!.place!);
    if (!value) return null;
    const rest = sentence.slice(match.index);
    return { value, key: 'location', ...namedTimes(around(rest, value), saidAt, { ends }) };
  };

/** The clause from the verb on, without what another clause dates. */
function around(rest: string, value: string): string {
  const after = rest.slice(rest.toLowerCase().indexOf(value.toLowerCase()) + value.length);
  return ` ${after.split(/[;:]|\b(?:and|but|because|where|when|so)\b/i)[0]!}`;
}

const BACK = '(?:back |over |out |down |up |here )?';

export const placePatterns: Pattern[] = [
  {
    kind: 'location',
    words: words(
      `${I}(?:'ve| have)? ${SOMETIMES}(?:live|reside|stay permanently|been living|lived here) ${BACK}(?:in|near|outside(?: of)?) ${PLACE}`,
    ),
    make: place(),
  },
  {
    kind: 'location',
    words: words(
      `${AM} ${SOMETIMES}(?:living|based|located|residing) ${BACK}(?:in|near|out of|outside(?: of)?) ${PLACE}`,
    ),
    make: place(),
  },
  {
    kind: 'location',
    words: words(
      `(?<!\\p{L})(?:my (?:current )?(?:location|home|city|home town|hometown now) is|i call) (?:in )?${PLACE}`,
    ),
    make: (match, sentence, saidAt) => (/^i call/i.test(match[0]) ? null : place()(match, sentence, saidAt)),
  },
  {
    kind: 'location',
    words: words(`${AM} ${SOMETIMES}an? ${ROLE} (?:based |living )?in ${PLACE}`),
    make: (match, sentence, saidAt) => {
      const made = place()(match, sentence, saidAt);
      // «A manager in Sales» works in no place: it has to be one that is known.
      const isKnown = made && (isCity(made.value.split(',')[0]!) || countryCode(made.value) !== null);
      return isKnown ? made : null;
    },
  },
  {
    kind: 'location',
    change: 'change',
    words: words(
      `${I}(?:'ve| have)? ${SOMETIMES}(?:recently |finally |finally just )?(?:moved|relocated|settled) ${BACK}(?:from \\p{Lu}[\\p{L} -]{1,25} )?(?:to|in) ${PLACE}`,
    ),
    make: place(),
  },
  {
    kind: 'location',
    change: 'change',
    words: words(`${I} (?:now|currently|meanwhile) live ${BACK}in ${PLACE}`),
    make: place(),
  },
  {
    kind: 'location',
    change: 'change',
    words: words(
      `(?:since|as of) [\\p{L}\\d ]{3,20},? ${I}(?:'ve| have)? (?:live|lived|been living) in ${PLACE}`,
    ),
    make: (match, sentence, saidAt) => {
      const made = place()(match, sentence, saidAt);
      return made && { ...made, from: namedTimes(match[0], saidAt).from };
    },
  },
  {
    kind: 'location',
    change: 'past',
    words: words(
      `${I} (?:used to live|previously lived|once lived|was living|was based|lived) ${BACK}in ${PLACE}`,
    ),
    make: place(true),
  },
  {
    kind: 'location',
    change: 'end',
    words: words(
      `(?:${I} (?:don't|do not) live in ${PLACE} (?:any ?more|any longer)|${I} no longer live in ${PLACE.replace('<place>', '<place2>')}|${I} (?:just )?(?:left|moved (?:away|out)(?: of| from)?|moved from) ${PLACE.replace('<place>', '<place3>')}(?! to))`,
    ),
    make: (match, sentence, saidAt) => {
      const named = match.groups!.place ?? match.groups!.place2 ?? match.groups!.place3 ?? '';
      const value = placeAt(named);
      // «I left Google» leaves no place: after «left» it has to be one that is known.
      const isKnown = value && (isCity(value) || countryCode(value) !== null || isRegion(value));
      if (!value || (match.groups!.place3 && !isKnown)) return null;
      return {
        value,
        key: 'location',
        ...namedTimes(around(sentence.slice(match.index), value), saidAt, { ends: true }),
      };
    },
  },
];
