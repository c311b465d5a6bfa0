import { namedTimes } from '../time.ts';
import { behind, timesAround } from './clause.ts';
import { AM, I, type Made, type Pattern, SOMETIMES, words } from './pattern.ts';
import { isKnownPlace, judgePlace, onlyPlaceIn, PLACE, placeAt } from './places.ts';
import { ROLE } from './roles.ts';
import { sequelOf } from './sequel.ts';

/** «We moved to Lyon» tells of a family, or of a company: then the sentence mostly speaks of it. */
const WE = "(?<we>(?<![\\p{L}\\d'])we)";
const OURS =
  /\b(?:company|office|offices|team|department|startup|firm|clients?|customers?|servers?|headquarters|hq|production|warehouse|employer|agency|business|factory|platform|system|database)\b/i;

const place =
  (ends = false) =>
  (match: RegExpExecArray, sentence: string, saidAt: Date, before = ''): Made | null => {
    const value = placeAt(match.groups!.place!);
    if (!value || judgePlace(value, behind(sentence, match, [value])) === 'no') return null;
    if (match.groups!.we && (OURS.test(`${before} ${sentence}`) || !isKnownPlace(value))) return null;
    return { value, key: 'location', ...timesAround(sentence, match, [value], saidAt, { ends }) };
  };

/** «I moved to Rome in 2019, and in 2022 to Oslo»: the move, and where a further one is told, that one too. */
function move(match: RegExpExecArray, sentence: string, saidAt: Date, before: string): Made[] | null {
  const made = place()(match, sentence, saidAt, before);
  if (!made) return null;
  const after = behind(sentence, match, [made.value]);
  // Neither a town nor anything else that is known: it is kept, and takes the place of nothing.
  if (judgePlace(made.value, after) === 'open') return [{ ...made, change: 'state', from: null, to: null }];
  const sequel = sequelOf(after, saidAt);
  if (!sequel) return [made];
  if (sequel === 'unclear') return null;
  const first: Made = { ...made, change: 'past', to: sequel.from };
  if (sequel.place === null) return [first];
  return [first, { value: sequel.place, key: 'location', change: 'change', from: sequel.from }];
}

const BACK = '(?:back |over |out |down |up |here )?';
/** «Back in Berlin for a week»: a visit. */
const VISIT =
  /^[^.;!?]{0,25}\b(?:for(?! good)|on|until|till|visiting|to (?:see|visit|meet|attend)|next|tomorrow|trip|holiday|vacation|weekend|this week|today|tonight|time zone)\b/i;

export const placePatterns: Pattern[] = [
  ...[I, WE].map(
    (who): Pattern => ({
      kind: 'location',
      words: words(
        `${who}(?:'ve| have)? ${SOMETIMES}(?:live|reside|stay permanently|been living|lived here) ${BACK}(?:in|near|outside(?: of)?) ${PLACE}`,
      ),
      make: place(),
    }),
  ),
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
      const isKnown = made && isKnownPlace(made.value);
      return isKnown ? made : null;
    },
  },
  ...[I, WE].map(
    (who): Pattern => ({
      kind: 'location',
      change: 'change',
      words: words(
        `${who}(?:'ve| have)? ${SOMETIMES}(?:recently |finally |finally just )?(?:moved|relocated|settled) ${BACK}(?:from \\p{Lu}[\\p{L} -]{1,25} )?(?:to|in) ${PLACE}`,
      ),
      make: move,
    }),
  ),
  {
    kind: 'location',
    change: 'change',
    words: words(
      `${I}(?:'ve| have)? ${SOMETIMES}(?:recently |finally )?(?:moved|relocated) (?:back |over )?there(?!\\p{L})`,
    ),
    // «I am thinking about Lyon. I moved there yesterday!»: the one place of the sentence before.
    make: (match, sentence, saidAt, before) => {
      const value = onlyPlaceIn(`${before} ${sentence.slice(0, match.index)}`);
      return value === null ? null : { value, key: 'location', ...timesAround(sentence, match, [], saidAt) };
    },
  },
  {
    kind: 'location',
    change: 'change',
    words: words(
      `(?:(?<!\\p{L})(?:but|and) now,? (?:${AM}|we(?:'re| are)) (?:back )?in|${AM} (?:finally |now |already )?back (?:home )?in) ${PLACE}`,
    ),
    make: (match, sentence, saidAt) => {
      const made = place()(match, sentence, saidAt);
      const isHome = made && isKnownPlace(made.value) && !VISIT.test(behind(sentence, match, [made.value]));
      return isHome ? { ...made, from: null } : null;
    },
  },
  {
    kind: 'location',
    change: 'change',
    words: words(`${I} (?:now|currently|meanwhile) live ${BACK}in ${PLACE}`),
    make: place(),
  },
  {
    kind: 'location',
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
      if (!value || (match.groups!.place3 && !isKnownPlace(value))) return null;
      return { value, key: 'location', ...timesAround(sentence, match, [value], saidAt, { ends: true }) };
    },
  },
];
