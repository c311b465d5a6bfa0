import { stemmer } from 'stemmer';
import { termHash } from './hash.ts';
import { fold, foldedTokens, type Token } from './tokens.ts';
import { ASKING_WORDS, IRREGULAR_FORMS, SAME_WORDS, STOP_WORDS } from './words.ts';

/**
 * Text to index terms. One analysis serves stored messages and queries alike: a word that is cut differently on the two
 * sides is a word never found. Changing what it returns makes stored postings stale: raise `ANALYSIS_VERSION`.
 */
export const ANALYSIS_VERSION = 1;

export interface AnalyzedText {
  /** Term frequencies by term hash. */
  terms: Map<number, number>;
  /** The number of terms in the text, for BM25's length norm. */
  length: number;
}

export interface QueryTerm {
  hash: number;
  term: string;
  /** 1 for what the question is about, less for words that only say how it asks. */
  weight: number;
}

export interface AnalyzedQuery {
  text: string;
  /** Each once, in the order of the question. */
  terms: QueryTerm[];
  /** All of the question's terms in order, repeats included: for adjacent pairs. */
  sequence: number[];
}

/** What a question word is worth beside a word of the subject; chosen, not fitted. */
const ASKING_WEIGHT = 0.35;

const stems = new Map<string, string>();
const STEMS_KEPT = 50_000;

/** The stem of one folded word; remembered, as the same few thousand words make up most of all text. */
function stem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    const base = IRREGULAR_FORMS.get(word) ?? word;
    const same = SAME_WORDS.get(base) ?? base;
    known = /^[a-z]{3,}$/.test(same) ? stemmer(same) : same;
    if (stems.size >= STEMS_KEPT) stems.clear();
    stems.set(word, known);
  }
  return known;
}

/** Calls back with each index term of the tokens. `asked`: of a query, where lone characters of a longer run add nothing. */
function eachTerm(found: Token[], asked: boolean, take: (term: string, word: string) => void): void {
  for (const token of found) {
    if (token.kind === 'number' || token.kind === 'abbreviation') take(token.text, token.text);
    else if (token.kind === 'word') {
      if (!STOP_WORDS.has(token.text) && (token.text.length > 1 || token.text > '\x7f'))
        take(stem(token.text), token.text);
    } else {
      const characters = [...token.text];
      if (!asked || characters.length === 1) for (const one of characters) take(one, one);
      for (let i = 1; i < characters.length; i++) {
        const pair = characters[i - 1]! + characters[i]!;
        take(pair, pair);
      }
    }
  }
}

/** The terms of a text in order, as strings: what `analyzeText` hashes. For tests, explanations and proximity. */
export function termsOf(text: string): string[] {
  const out: string[] = [];
  eachTerm(foldedTokens(fold(text)), false, (term) => out.push(term));
  return out;
}

/** What the keyword index stores of a message. */
export function analyzeText(text: string): AnalyzedText {
  const terms = new Map<number, number>();
  let length = 0;
  eachTerm(foldedTokens(fold(text)), false, (term) => {
    const hash = termHash(term);
    terms.set(hash, (terms.get(hash) ?? 0) + 1);
    length++;
  });
  return { terms, length };
}

/** What a query asks the keyword index for. A query of stop words alone («what did I do?») asks for nothing. */
export function analyzeQuery(text: string): AnalyzedQuery {
  const terms = new Map<number, QueryTerm>();
  const sequence: number[] = [];
  eachTerm(foldedTokens(fold(text)), true, (term, word) => {
    const hash = termHash(term);
    sequence.push(hash);
    const weight = ASKING_WORDS.has(word) ? ASKING_WEIGHT : 1;
    const known = terms.get(hash);
    if (!known) terms.set(hash, { hash, term, weight });
    else known.weight = Math.max(known.weight, weight);
  });
  return { text, terms: [...terms.values()], sequence };
}
