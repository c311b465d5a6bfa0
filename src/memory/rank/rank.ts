import { isWithin, type TimeWindow } from './asked-times.ts';
import type { Asking } from './calendar.ts';
import { type ConfidenceInputs, confidenceInputs, confidencesOf } from './confidence.ts';
import { coverageLosses } from './coverage.ts';
import { features, inOrder, weigh } from './features.ts';
import { groupOf } from './groups.ts';
import type { Question } from './question.ts';
import { type Reading, readMessage } from './reading.ts';
import { repeatLosses } from './repeats.ts';
import { answers, type Said } from './sides.ts';
import type { AnalyzedQuery, Candidate, CorpusStats, Ranked, RankWeights } from './types.ts';
import { WEIGHTS } from './weights.ts';

/** What an echo of the question loses: more than any feature gives, so that it stands below every real find. */
const ECHO = 12;

/**
 * What a message gains that was said at a time the question names: enough to pass what is as like the question and was said
 * at another time, not what is far liker. Chosen, not fitted (docs/decisions/0029).
 */
const THEN = 2;

/**
 * Whether a message only asks what is asked now. Words that are not indexed make the difference between asking and telling:
 * «I have a licence» is the answer to «do I have a licence?», and what is looked for by «licence»; «I have a US visa» and «I
 * have no visa» are answers to «which visa do I have?». So it has to ask itself, by its mark or by a word such as «which», or
 * to be word for word what is typed now.
 */
function isEcho(message: Reading, asked: Reading, question: Question): boolean {
  const { fingerprint, wording, speaker, characters, endsAsking, open } = message;
  if (fingerprint === '' || fingerprint !== asked.fingerprint) return false;
  if (characters >= 2 * asked.characters + 40) return false;
  // Of a reading that was kept without the wording, the length tells.
  const sameWords = wording === 0 ? characters === asked.characters : wording === asked.wording;
  const isSame = sameWords && speaker === asked.speaker;
  return endsAsking || (question.open && open) || (!asked.endsAsking && isSame);
}

export interface RankOptions extends Asking {
  weights?: RankWeights;
  /** The times that the question names. */
  windows?: readonly TimeWindow[];
}

const saidBy = (candidate: Candidate): Said => ({ candidate, reading: candidate.reading });

/** Order for equal scores: the newer message first, then the higher seq. Total, so never dependent on the pool's order. */
function newerFirst(a: Candidate, b: Candidate): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || b.seq - a.seq;
}

/**
 * Orders a pool by how well each message answers the query: a linear model over what the two legs say of it, its words,
 * its speaker, its neighbours and its conversation (`features.ts`), with weights fitted by `evals/fit.ts`. How sure it is
 * of each is said by a second, smaller model (`confidence.ts`).
 *
 * The question itself, asked before, answers nothing: an earlier message that asks it sinks to the end (its answer,
 * the message after it, does not), unless the assistant asked it and was answered. Of several messages in the same words
 * only the best keeps its place, and those in nearly the same words make room for others (`repeats.ts`); so do those that
 * hold of the question only what better ones hold (`coverage.ts`).
 *
 * Pure: the same pool in any order gives the same ranking; every score is finite.
 */
export function rank(
  query: AnalyzedQuery,
  pool: readonly Candidate[],
  corpus: CorpusStats,
  options: RankOptions = {},
): Ranked[] {
  const { found, inputs } = rankWithInputs(query, pool, corpus, options);
  const confidences = confidencesOf(inputs);
  return found.map((one, i) => ({ ...one, confidence: confidences[i]! }));
}

/** The ranking before anything is said of its confidence, with what that is made of: for `rank` and for the fit. */
export function rankWithInputs(
  query: AnalyzedQuery,
  pool: readonly Candidate[],
  corpus: CorpusStats,
  { weights = WEIGHTS, windows = [], ...asking }: RankOptions = {},
): { found: Omit<Ranked, 'confidence'>[]; inputs: ConfidenceInputs } {
  if (pool.length === 0) return { found: [], inputs: { names: [], rows: [] } };
  const table = features(query, pool, corpus, weights.local, asking);
  const layers = table.layers.map(({ names, rows }) => ({
    rows,
    weights: inOrder(names, weights.final),
    names,
  }));
  const asked = readMessage(query.text);
  const { question, poolTerms, weights: termWeights, sides } = table.about;
  // What they were asked and answered is told with their «Yes.», which says nothing without it.
  const isAnswered = (candidate: Candidate) => {
    const next = table.pool.find(({ seq }) => seq === candidate.next);
    return candidate.role === 'assistant' && next && answers(saidBy(candidate), saidBy(next), sides);
  };
  const found = table.pool.flatMap((candidate, row) => {
    if (candidate.neighbourOnly) return [];
    const score = layers.reduce((sum, layer) => sum + weigh(layer.rows[row]!, layer.weights), 0);
    const echo = isEcho(candidate.reading, asked, question) && !isAnswered(candidate) ? -ECHO : 0;
    const then = isWithin(windows, candidate.createdAt) ? THEN : 0;
    const beside = { then, echo, repeat: 0, covered: 0 };
    return [{ candidate, row, score: score + then + echo, beside }];
  });
  const bestFirst = () => found.sort((a, b) => b.score - a.score || newerFirst(a.candidate, b.candidate));
  const lose = (why: 'repeat' | 'covered', losses: ArrayLike<number>) =>
    found.forEach((one, i) => {
      one.beside[why] = -losses[i]!;
      one.score -= losses[i]!;
    });
  lose('repeat', repeatLosses(bestFirst(), poolTerms));
  lose('covered', coverageLosses(bestFirst(), termWeights, sides.asymmetry));
  bestFirst();
  const explain = (row: number, beside: Record<string, number>) => {
    const shares: Record<string, number> = {};
    for (const { rows, weights: each, names } of layers) {
      rows[row]!.forEach((value, column) => {
        const share = each[column]! * value;
        const group = groupOf(names[column]!);
        if (share !== 0) shares[group] = (shares[group] ?? 0) + share;
      });
    }
    for (const [name, share] of Object.entries(beside)) if (share !== 0) shares[name] = share;
    return shares;
  };
  return {
    found: found.map(({ candidate, row, score, beside }) => ({
      seq: candidate.seq,
      score,
      explain: () => explain(row, beside),
    })),
    inputs: confidenceInputs(table, found, corpus),
  };
}
