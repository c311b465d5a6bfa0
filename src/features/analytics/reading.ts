import { createHash } from 'node:crypto';
import { readKind } from '../../ai/offline/index.ts';
import type { Item, SaidWord } from '../../clustering/index.ts';
import { analyzeQuery } from '../../memory/index.ts';
import { loadPlaybook, searchPlaybook } from '../../playbook/index.ts';

/** A word of a question: its stem, how it was written, and what stands between it and the word before it. */
export interface Word extends SaidWord {
  before: string | null;
}

/** A message as the clustering needs it. */
export interface ReadText {
  words: Word[];
  terms: Item['terms'];
  profile: Float32Array;
  /** Whether the playbook has a piece that answers it. */
  hasPiece: boolean;
}

/** A question of a chat is a sentence or two; of more, the asking part is read. */
const longest = 600;
const mostWords = 80;

/**
 * A message as a question: what asks or requests advice by the coach's own reading of it; null for statements, small
 * talk, and what somebody asks of their own past («what did I say about …»), which is nobody else's question.
 */
export function readQuestion(text: string): ReadText | null {
  const { kind, question } = readKind(text);
  if (kind !== 'advice' && kind !== 'question') return null;
  return readText(text.length <= longest ? text : question.slice(0, longest));
}

export function readText(text: string): ReadText {
  const words = wordsOf(text);
  const weights = analyzeQuery(text).terms.map(({ hash, weight }) => [hash, weight] as const);
  const { pieces } = loadPlaybook();
  const hits = searchPlaybook(text, pieces.length);
  const profile = new Float32Array(pieces.length);
  for (const { piece, score } of hits) profile[placeOf(piece.id)!] = score;
  return { words, terms: weights, profile, hasPiece: hits.some(({ good }) => good) };
}

let places: Map<string, number> | undefined;

function placeOf(id: string): number | undefined {
  places ??= new Map(loadPlaybook().pieces.map((piece, i) => [piece.id, i]));
  return places.get(id);
}

/** Goes up with every change of how a place is found: what an earlier method kept cannot be read by a later one. */
const method = 4;

/** Names the method and the playbook that questions are placed by: other pieces, other places. */
export function playbookVersion(): string {
  const hash = createHash('sha256').update(`method ${method}\n`);
  for (const { id, title, questions, body } of loadPlaybook().pieces) {
    hash.update(JSON.stringify([id, title, questions, body]));
  }
  return hash.digest('hex');
}

type Known = Pick<Word, 'term' | 'surface'>;
const known = new Map<string, Known | null>();
const mostKnown = 20_000;
/** Small words that may stand within a phrase: «end of the interview», «gap in a cv». */
const joining = new Set([
  'of',
  'the',
  'a',
  'an',
  'in',
  'for',
  'at',
  'to',
  'on',
  'and',
  'or',
  'with',
  'my',
  'your',
]);
const mostBetween = 2;

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const lower = text.toLowerCase();
  let [end, between]: [number, string[] | null] = [0, null];
  for (const { 0: surface, index } of lower.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’+#-]*/gu)) {
    if (words.length >= mostWords) break;
    // Beyond a comma or the end of a sentence, something else begins.
    if (!/^\s*$/.test(lower.slice(end, index))) between = null;
    end = index + surface.length;
    const word = wordOf(surface);
    if (word) {
      words.push({ ...word, before: between?.join(' ') ?? null });
      between = [];
    } else if (between) {
      const joins: boolean = between.length < mostBetween && joining.has(surface);
      between = joins ? [...between, surface] : null;
    }
  }
  return words;
}

function wordOf(surface: string): Known | null {
  const before = known.get(surface);
  if (before !== undefined) return before;
  const [first] = analyzeQuery(surface).terms;
  // Words that only say how it is asked, and numbers, name no subject.
  const word: Known | null =
    first && first.weight === 1 && !/^\d/.test(first.term)
      ? { term: first.term, surface: surface.replace(/['’]s?$/, '') }
      : null;
  if (known.size >= mostKnown) known.clear();
  known.set(surface, word);
  return word;
}
