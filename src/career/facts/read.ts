import { changeOf } from './change.ts';
import { isStory, withoutPlay } from './frames.ts';
import { mask } from './mask.ts';
import { abilityPatterns, languagePatterns } from './patterns/abilities.ts';
import { conditionPatterns } from './patterns/conditions.ts';
import { introductionPatterns } from './patterns/introductions.ts';
import { learningPatterns } from './patterns/learning.ts';
import { placePatterns } from './patterns/location.ts';
import type { Made, Pattern } from './patterns/pattern.ts';
import { payPatterns, targetPayPatterns } from './patterns/pay.ts';
import { targetEndPatterns, targetPatterns } from './patterns/targets.ts';
import { peoplePatterns, wishPatterns } from './patterns/wishes.ts';
import { workPatterns } from './patterns/work.ts';
import { type Sentence, tellingSentences } from './sentences.ts';
import { trapIn } from './traps.ts';
import { LONGEST_VALUE, type Statement } from './types.ts';

/** Raised with every change of what the patterns read; kept with each fact. */
export const PATTERNS = 'offline/facts-2';

/** Beyond this nobody talks: it is a text that was pasted, and its end is left unread. */
const LONGEST_READ = 8_000;
const CONFIDENCE = 0.95;

const patterns: readonly Pattern[] = [
  ...placePatterns,
  ...workPatterns,
  ...introductionPatterns,
  ...targetPatterns,
  ...targetEndPatterns,
  ...payPatterns,
  ...targetPayPatterns,
  ...abilityPatterns,
  ...languagePatterns,
  ...learningPatterns,
  ...conditionPatterns,
  ...wishPatterns,
  ...peoplePatterns,
];

/**
 * What a message says about the person who wrote it: careful patterns of English, over the parts that are neither quoted,
 * nor asked, supposed, wished for or reported. What none of them knows is missed. `saidAt` is what «in March» and
 * «last year» count from. One pass, some 0.3 ms for a chat message; never throws.
 */
export function readFacts(message: string, saidAt: Date): Statement[] {
  const masked = withoutPlay(mask(message.slice(0, LONGEST_READ)));
  const found = tellingSentences(masked).flatMap((sentence) =>
    readSentence(sentence, saidAt, sentenceBefore(masked, sentence.start)),
  );
  return unique(found);
}

/** What «there» may stand for. */
function sentenceBefore(masked: string, start: number): string {
  const before = masked.slice(Math.max(0, start - 300), start).trimEnd();
  return before.split(/(?<=[.!?…])\s+|\n+/).at(-1) ?? '';
}

function readSentence({ text, start }: Sentence, saidAt: Date, before: string): Statement[] {
  if (!/\b(?:i|my|i'm|im|me|we)\b/i.test(text)) return [];
  const found: Statement[] = [];
  for (const pattern of patterns) {
    for (const match of matchesOf(pattern.words, text)) {
      const made = pattern.make(match, text, saidAt, before);
      if (!made) continue;
      const all = [made].flat();
      const end = endOf(text, match, all);
      if (trapIn(text, match.index, end, { wishIsFine: pattern.wish, reportIsFine: pattern.factive }))
        continue;
      for (const one of all) {
        const value = one.value.replace(/\s+/g, ' ').trim();
        if (value.length > LONGEST_VALUE) continue;
        const change = changeOf(one, pattern, text, match);
        const isDated = one.from || one.to;
        if (change !== 'state' && change !== 'correction' && !isDated && isStory(text)) continue;
        found.push({
          kind: one.kind ?? pattern.kind,
          key: one.key ?? pattern.kind,
          value,
          change,
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
