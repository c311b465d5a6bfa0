import { analyzeQuery, analyzeText } from '../memory/index.ts';
import { loadPlaybook, type Playbook } from './load.ts';
import type { Piece } from './piece.ts';

/** A piece that shares words with a question. */
export interface PlaybookHit {
  piece: Piece;
  /** BM25 over the weighted fields; comparable within one search. */
  score: number;
  /** How much of the question the piece is about, 0 to 1: the share of the question's rare words it was written for. */
  fit: number;
  /** Whether the piece may be offered as an answer rather than as a shot in the dark. */
  good: boolean;
}

/** Calibrated by the table in search.test.ts: real questions above it, off-topic ones below. */
const GOOD_FIT = 0.5;
const K1 = 1.2;
const B = 0.5;
const WEIGHTS = { title: 3, questions: 2.5, tags: 2, body: 0.6 };
/** What body text counts towards `fit`: it mentions much that it is not about. */
const BODY_FIT = 0.35;

interface Entry {
  piece: Piece;
  /** Weighted term frequencies over all fields, by the hash of the term. */
  frequencies: Map<number, number>;
  length: number;
  /** Terms of title, questions and tags: what the piece is about. */
  about: Set<number>;
  questions: Question[];
}

interface Question {
  terms: Set<number>;
  /** How rare they are, together. */
  weight: number;
}

interface Index {
  entries: Entry[];
  documents: Map<number, number>;
  averageLength: number;
}

const indexes = new WeakMap<Playbook, Index>();

/** The best `k` pieces for a question, best first. Empty where no piece shares a word with it. */
export function searchPlaybook(query: string, k = 3, playbook: Playbook = loadPlaybook()): PlaybookHit[] {
  const index = indexOf(playbook);
  const terms = analyzeQuery(query).terms.map(({ hash, weight }) => ({
    term: hash,
    idf: weight * idf(index, hash),
  }));
  const total = terms.reduce((sum, { idf }) => sum + idf, 0);
  if (!total) return [];
  const hits: PlaybookHit[] = [];
  for (const entry of index.entries) {
    let score = 0;
    let covered = 0;
    const norm = K1 * (1 - B + (B * entry.length) / index.averageLength);
    for (const { term, idf } of terms) {
      const frequency = entry.frequencies.get(term);
      if (!frequency) continue;
      score += (idf * frequency * (K1 + 1)) / (frequency + norm);
      covered += entry.about.has(term) ? idf : BODY_FIT * idf;
    }
    if (!score) continue;
    const likeness = Math.max(0, ...entry.questions.map((question) => overlap(question, terms)));
    const fit = Math.max(covered / total, likeness);
    hits.push({ piece: entry.piece, score: score * (0.5 + likeness), fit, good: fit >= GOOD_FIT });
  }
  return hits.sort((a, b) => b.score - a.score || a.piece.id.localeCompare(b.piece.id)).slice(0, k);
}

/** How alike a piece's own question and the asked one are: the harmonic mean of the shares they cover of each other. */
function overlap(question: Question, terms: { term: number; idf: number }[]): number {
  let [shared, asked] = [0, 0];
  for (const { term, idf } of terms) {
    asked += idf;
    if (question.terms.has(term)) shared += idf;
  }
  return shared ? (2 * shared) / (asked + Math.max(question.weight, shared)) : 0;
}

function idf(index: Index, term: number): number {
  const documents = index.documents.get(term) ?? 0;
  return Math.log(1 + (index.entries.length - documents + 0.5) / (documents + 0.5));
}

function indexOf(playbook: Playbook): Index {
  const known = indexes.get(playbook);
  if (known) return known;
  const index = build(playbook.pieces);
  indexes.set(playbook, index);
  return index;
}

function build(pieces: readonly Piece[]): Index {
  const documents = new Map<number, number>();
  let total = 0;
  const entries = pieces.map((piece): Entry => {
    const fields: [number, string][] = [
      [WEIGHTS.title, piece.title],
      [WEIGHTS.questions, piece.questions.join('\n')],
      [WEIGHTS.tags, `${piece.tags.join('\n')}\n${piece.topic.replaceAll('-', ' ')}`],
      [WEIGHTS.body, piece.body],
    ];
    const frequencies = new Map<number, number>();
    let length = 0;
    for (const [weight, text] of fields) {
      const analyzed = analyzeText(text);
      length += weight * analyzed.length;
      for (const [term, count] of analyzed.terms)
        frequencies.set(term, (frequencies.get(term) ?? 0) + weight * count);
    }
    for (const term of frequencies.keys()) documents.set(term, (documents.get(term) ?? 0) + 1);
    total += length;
    const about = new Set(fields.slice(0, 3).flatMap(([, text]) => termsIn(text)));
    const questions = [piece.title, ...piece.questions].map((question) => ({
      terms: new Set(termsIn(question)),
      weight: 0,
    }));
    return { piece, frequencies, length, about, questions };
  });
  const index = { entries, documents, averageLength: total / Math.max(1, entries.length) };
  for (const { questions } of entries) {
    for (const question of questions) for (const term of question.terms) question.weight += idf(index, term);
  }
  return index;
}

function termsIn(text: string): number[] {
  return [...analyzeText(text).terms.keys()];
}
