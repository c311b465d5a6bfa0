import type { Known } from './known.ts';
import type { Judged } from './types.ts';
import { isContent, levelled, type Word, wordsOf } from './words.ts';

/** Degrees by their level and field, certificates by the words beside «certified». */

const FIELD: Record<string, string> = {
  s: 'science',
  sc: 'science',
  a: 'arts',
  eng: 'engineering',
  e: 'engineering',
  ba: 'business',
};

const DEGREES: [RegExp, (match: RegExpMatchArray) => string][] = [
  [
    /(?<![\p{L}.])B\.? ?(Sc|S|A|Eng|E)\b\.?(?:\((?:Hons|hons)\))?(?!\p{L})/gu,
    (match) => `bachelor ${FIELD[match[1]!.toLowerCase()]}`,
  ],
  [
    /(?<![\p{L}.])M\.? ?(Sc|S|A|Eng|E)\b\.?(?!\p{L})/gu,
    (match) => `master ${FIELD[match[1]!.toLowerCase()]}`,
  ],
  [/(?<!\p{L})(?:MBA|M\.B\.A\.?|master of business administration)(?!\p{L})/giu, () => 'master business'],
  [/(?<!\p{L})LL\.?([BM])\.?(?!\p{L})/gu, (match) => `${match[1] === 'B' ? 'bachelor' : 'master'} law`],
  [
    /(?<!\p{L})(?:Ph\.? ?D\.?|D\.?Phil\.?|doctorate|doctoral|doctor of philosophy|Dr\.(?= \p{Lu}))(?!\p{L})/giu,
    () => 'doctor',
  ],
  [
    /(?<!\p{L})(bachelor|master)(?:'?s)?(?: degree)?(?: (?:of|in) (science|arts|engineering|business|laws?))?(?!\p{L})/giu,
    (match) =>
      `${match[1]!.toLowerCase()} ${match[2]?.toLowerCase().replace(/s$/, match[2]!.toLowerCase() === 'laws' ? '' : 's') ?? ''}`.trim(),
  ],
  [
    /(?<!\p{L})(?:diploma|diplom|abitur|baccalaureate|associate'?s degree|A-levels?|GED|licentiate|magister|foundation degree)(?!\p{L})/giu,
    (match) => match[0].toLowerCase(),
  ],
];

interface Degree {
  what: string;
  text: string;
  start: number;
}

function degreesIn(text: string): Degree[] {
  const found: Degree[] = [];
  for (const [pattern, read] of DEGREES) {
    for (const match of text.matchAll(pattern)) {
      // «scrum master», «master data», «mastered»: the word alone is a degree only where it says so.
      if (/^master$/i.test(match[0])) continue;
      found.push({ what: read(match), text: match[0], start: match.index });
    }
  }
  return found;
}

const FAMILIES = /^(certif|licen[cs]|accredit|charter|qualif(?=ied|ication)|credential)/;

export function* judgedCertifications(
  text: string,
  sources: readonly string[],
  known: Known,
): Generator<Judged> {
  const degrees = sources.flatMap((source) => degreesIn(levelled(source)));
  for (const { what, text: as, start } of degreesIn(text)) {
    const supported = degrees.some((degree) => degree.what === what || degree.what.startsWith(`${what} `));
    yield { kind: 'certification', span: { start, end: start + as.length }, supported };
  }
  const words = wordsOf(text);
  for (const [at, word] of words.entries()) {
    const family = FAMILIES.exec(word.key)?.[1];
    if (!family || /^licen[cs]ing$/.test(word.key)) continue;
    const beside = besideIt(words, at, text);
    const isKnown = (key: string) => key.startsWith(family.slice(0, 5));
    const supported = beside.length === 0 ? known.has(isKnown) : known.beside(isKnown, beside);
    yield { kind: 'certification', span: word.span, supported };
  }
}

/** What it is a certificate of: the words beside it that say something. */
function besideIt(words: readonly Word[], at: number, text: string): string[] {
  const { start, end } = words[at]!.span;
  return words
    .slice(Math.max(0, at - 4), at + 6)
    .filter((word) => word !== words[at] && isContent(word) && !FAMILIES.test(word.key))
    .filter(
      (word) => !/[.;!?|\n]/.test(text.slice(Math.min(end, word.span.end), Math.max(start, word.span.start))),
    )
    .map(({ key }) => key);
}
