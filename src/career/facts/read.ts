import { mask } from './mask.ts';
import { abilityPatterns, languagePatterns } from './patterns/abilities.ts';
import { conditionPatterns } from './patterns/conditions.ts';
import { learningPatterns } from './patterns/learning.ts';
import type { Made, Pattern } from './patterns/pattern.ts';
import { payPatterns, targetPayPatterns } from './patterns/pay.ts';
import { placePatterns } from './patterns/places.ts';
import { peoplePatterns, wishPatterns } from './patterns/wishes.ts';
import { targetPatterns, workPatterns } from './patterns/work.ts';
import { type Sentence, tellingSentences } from './sentences.ts';
import { trapIn } from './traps.ts';
import { type FactChange, LONGEST_VALUE, type Statement } from './types.ts';

/** Raised with every change of what the patterns read; kept with each fact. */
export const PATTERNS = 'offline/facts-1';

/** Beyond this nobody talks: it is a text that was pasted, and its end is left unread. */
const LONGEST_READ = 8_000;
const CONFIDENCE = 0.95;

const patterns: readonly Pattern[] = [
  ...placePatterns,
  ...workPatterns,
  ...targetPatterns,
  ...payPatterns,
  ...targetPayPatterns,
  ...abilityPatterns,
  ...languagePatterns,
  ...learningPatterns,
  ...conditionPatterns,
  ...wishPatterns,
  ...peoplePatterns,
];

/** «No, I meant Lyon», «Sorry, correction: …»: what was said before was never so. */
const CORRECTS =
  /^\W*(?:(?:no|sorry|oops|wait|actually)[,!. ]+)*(?:correction\b|i meant\b|i mean\b|i made a mistake|that was (?:a typo|wrong)|i misspoke|typo|(?:no|sorry|oops)[,!.] )/i;
const SAYS_NOW =
  /\b(?:now|as of (?:today|now)|nowadays|these days|since (?=\d|last|then|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter)|from now on|any ?more|new)\b/i;

/**
 * What a message says about the person who wrote it: careful patterns of English, over the parts that are neither quoted,
 * nor asked, supposed, wished for or reported. What none of them knows is missed. `saidAt` is what «in March» and
 * «last year» count from. One pass, some 0.3 ms for a chat message; never throws.
 */
export function readFacts(message: string, saidAt: Date): Statement[] {
  const masked = mask(message.slice(0, LONGEST_READ));
  const found = tellingSentences(masked).flatMap((sentence) => readSentence(sentence, saidAt));
  return unique(found);
}

function readSentence({ text, start }: Sentence, saidAt: Date): Statement[] {
  if (!/\b(?:i|my|i'm|me)\b/i.test(text)) return [];
  const found: Statement[] = [];
  for (const pattern of patterns) {
    for (const match of matchesOf(pattern.words, text)) {
      const made = pattern.make(match, text, saidAt);
      if (!made) continue;
      const all = [made].flat();
      const end = endOf(text, match, all);
      if (trapIn(text, match.index, end, { wishIsFine: pattern.wish, reportIsFine: pattern.factive }))
        continue;
      for (const one of all) {
        const value = one.value.replace(/\s+/g, ' ').trim();
        if (value.length > LONGEST_VALUE) continue;
        found.push({
          kind: one.kind ?? pattern.kind,
          key: one.key ?? pattern.kind,
          value,
          change: changeOf(one, pattern, text, match),
          span: { start, end: start + text.length },
          from: one.from ?? null,
          to: one.to ?? null,
          confidence: pattern.confidence ?? CONFIDENCE,
        });
      }
    }
  }
  return found;
}

/** `matchAll` would compile the expression anew for each sentence, which costs more than all the rest. */
function* matchesOf(words: RegExp, text: string): Generator<RegExpExecArray> {
  let from = 0;
  for (;;) {
    words.lastIndex = from;
    const match = words.exec(text);
    if (!match) return;
    from = match.index + Math.max(1, match[0].length);
    yield match;
  }
}

/** A pattern may run on over words that are no part of the value: the clause ends with the value. */
function endOf(text: string, match: RegExpMatchArray, made: Made[]): number {
  const from = match.index!;
  const folded = match[0].toLowerCase();
  const ends = made.map(({ value }) => {
    const at = value ? folded.lastIndexOf(value.toLowerCase()) : -1;
    return at < 0 ? 0 : from + at + value.length;
  });
  const last = Math.max(...ends);
  return last > 0 && last <= text.length ? last : from + match[0].length;
}

function changeOf(made: Made, pattern: Pattern, text: string, match: RegExpMatchArray): FactChange {
  const change = made.change ?? pattern.change ?? 'state';
  if (change !== 'state') return change;
  if (CORRECTS.test(text)) return 'correction';
  const near = text.slice(Math.max(0, match.index! - 20), match.index! + match[0].length + 25);
  return SAYS_NOW.test(near) ? 'change' : 'state';
}

/** Two patterns may read one thing: the one that says more of it (a change, a date) stands. */
function unique(found: Statement[]): Statement[] {
  const weight = ({ change, from, to, value }: Statement) =>
    (change === 'state' ? 0 : 4) + (from ? 2 : 0) + (to ? 2 : 0) + value.length / 1_000;
  const best = new Map<string, Statement>();
  for (const statement of found) {
    const key = `${statement.kind} ${statement.key} ${statement.value.toLowerCase()}`;
    const other = best.get(key);
    if (!other || weight(statement) > weight(other)) best.set(key, statement);
  }
  // «I no longer live in Berlin» and «I live in Berlin» cannot both be read off one sentence.
  return [...best.values()];
}
