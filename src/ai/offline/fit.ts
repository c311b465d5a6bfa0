import { around, asks, sentencesOf } from './sentences.ts';
import type { Remembered, Words } from './types.ts';
import { type Wanted, wantedBy } from './wanted.ts';

/** The sentence of a remembered message that answers a question best. */
export interface Quote {
  memory: Remembered;
  sentence: string;
  /** The share of the question it covers, 0 to 1: whether it answers. */
  covers: number;
  /** The same, raised or lowered by the kind of answer it holds: which answers best. */
  fit: number;
  /** What it gives of the kind that was wanted. */
  values: string[];
}

/** From here on, in `fit` and in `covers`, a sentence is shown as the answer. */
export const ANSWERS = 0.5;
/** From here on it is shown as the nearest thing that was said, never as the answer. */
export const NEAR = 0.36;

/** What the neighbouring sentences are worth: they say what «it» is. */
const NEIGHBOUR = 0.5;
/** A word of the question that nothing remembered holds weighs more: it is likely what the question is about. */
const UNHEARD = 1.8;
/** «How much does X cost» is about X: any sentence with an amount has the rest. */
const IMPLIED = 0.3;
/** Verbs that go with anything say nothing of what is asked about; nor does how one asks what was advised. */
const LIGHT =
  'using going getting making taking having trying wanting looking working recommend suggest advise advice tip remember ask tell answer prepare find start handle explain improve help';
const SHORT = 45;

interface Asked {
  terms: { term: string; weight: number }[];
  total: number;
  wanted: Wanted | null;
  /** Values that stand in the question already, and so are no answer to it. */
  values: string[];
  implied: Set<string>;
  names: Set<string>;
}

/**
 * The best sentence of each memory, best first. Which of them are good enough to show is the caller's to decide.
 * `related`: it need not answer, only be of the same matter; no word, and no name, has to be there then.
 */
export function quotesFor(
  question: string,
  memories: Remembered[],
  words: Words,
  { related = false } = {},
): Quote[] {
  const asked = readAsked(question, memories, words, related);
  if (!asked.total) return [];
  return memories
    .map((memory) => bestOf(memory, asked, words))
    .filter((quote) => quote !== null)
    .sort((a, b) => b.fit - a.fit || b.memory.created_at.localeCompare(a.memory.created_at));
}

function readAsked(question: string, memories: Remembered[], words: Words, related: boolean): Asked {
  const wanted = wantedBy(question);
  const implied = new Set(wanted ? words.terms(wanted.implied) : []);
  const light = new Set(words.terms(LIGHT));
  const inMemory = memories.map((memory) => new Set(words.terms(memory.text)));
  const terms = words.query(question).map(({ term, weight }) => {
    const holding = inMemory.filter((held) => held.has(term)).length;
    // Among many memories, a word that stands in most of them tells them apart least.
    const rarity = holding
      ? 0.4 + 0.6 * (Math.log(1 + memories.length / holding) / Math.log(1 + memories.length))
      : related
        ? 1
        : UNHEARD;
    if (implied.has(term) || light.has(term)) return { term, weight: IMPLIED };
    return { term, weight: weight * (weight < 1 ? 1 : rarity) };
  });
  return {
    terms,
    total: terms.reduce((sum, { weight }) => sum + weight, 0),
    wanted,
    values: wanted?.valuesIn(question) ?? [],
    implied,
    names: related ? new Set() : namesIn(question, words),
  };
}

function bestOf(memory: Remembered, asked: Asked, words: Words): Quote | null {
  const sentences = sentencesOf(memory.text);
  const held = sentences.map((sentence) => new Set(words.terms(sentence)));
  const whole = new Set(held.flatMap((terms) => [...terms]));
  const namesMissing = [...asked.names].some((name) => !whole.has(name));
  let best: (Omit<Quote, 'sentence'> & { at: number }) | null = null;
  for (const [at, sentence] of sentences.entries()) {
    const values = (asked.wanted?.valuesIn(sentence) ?? []).filter((value) => !asked.values.includes(value));
    let covered = 0;
    let own = 0;
    let beyondNames = 0;
    for (const { term, weight } of asked.terms) {
      if (held[at]!.has(term)) {
        covered += weight;
        own += weight;
        if (!asked.names.has(term)) beyondNames += weight;
      } else if (values.length && asked.implied.has(term)) covered += weight;
      else if (held[at - 1]?.has(term) || held[at + 1]?.has(term)) covered += NEIGHBOUR * weight;
    }
    // A sentence that shares no word of its own only stands near the right one, unless it brings what was asked for.
    if (!own && !(values.length && covered)) continue;
    // Neither another's name nor the name alone answers; a name is said in passing all the time.
    const named = namesMissing || (asked.names.size > 0 && !beyondNames && !values.length) ? 0.5 : 1;
    const covers = Math.min(1, covered / asked.total) * named;
    const fit = Math.min(1, covers * factor(asked.wanted, values, sentence));
    if (best && fit <= best.fit) continue;
    best = { memory, at, covers, fit, values };
  }
  if (!best) return null;
  const { at, ...quote } = best;
  const wanted = new Set(asked.terms.map(({ term }) => term));
  const matches = (word: string) => words.terms(word).some((term) => wanted.has(term));
  return { ...quote, sentence: excerpt(sentences, at, matches) };
}

function factor(wanted: Wanted | null, values: string[], sentence: string): number {
  // A question tells little, and one without a value nothing: asked a second time, it must not answer itself.
  const asking = asks(sentence) || /[:：]$/.test(sentence) ? (values.length ? 0.6 : 0.3) : 1;
  if (!wanted) return asking;
  if (values.length) return 1.2 * asking;
  // Of a «when», the day it was said is an answer of a kind.
  if (wanted.kind === 'time') return 0.85 * asking;
  return (wanted.kind === 'money' || wanted.kind === 'amount' ? 0.5 : 0.85) * asking;
}

/** A very short sentence («It was $5.») is quoted with the one before it, a very long one around what matters. */
function excerpt(sentences: string[], at: number, matches: (word: string) => boolean): string {
  const sentence = sentences[at]!;
  if (sentence.length < SHORT && at > 0) return excerpt([`${sentences[at - 1]} ${sentence}`], 0, matches);
  return around(sentence, matches);
}

const NO_NAME =
  /^(?:I|I['’].*|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** The terms of capitalised words inside a question: what goes by a name is not answered by another's. */
function namesIn(question: string, words: Words): Set<string> {
  const names = [...question.matchAll(/(?<=[\p{Ll}\p{N},] )["“]?(\p{Lu}[\p{L}\p{N}'’-]+)/gu)].map(
    (match) => match[1]!,
  );
  return new Set(words.terms(names.filter((name) => !NO_NAME.test(name)).join(' ')));
}
