import { contextFeatures } from '../../src/memory/rank/context-features.ts';
import { type LocalFeatures, localFeatures } from '../../src/memory/rank/local-features.ts';
import type { Candidate, RankWeights } from '../../src/memory/rank/types.ts';
import type { Asked } from './data.ts';
import { minimise } from './lbfgs.ts';

/** A question with what ranking makes of its pool before any weight is known. */
export interface Prepared extends Asked {
  weight: number;
  sorted: Candidate[];
  local: LocalFeatures;
}

/** The rows of one question that the fit looks at, flat, and which of them are evidence. */
export interface List {
  names: readonly string[];
  rows: Float32Array;
  evidence: Uint8Array;
  weight: number;
}

export interface FitOptions {
  /** Half of this times each squared weight (of features on a common scale) is added to the loss. */
  l2?: number;
  /** Features to leave out. */
  skip?: ReadonlySet<string>;
  iterations?: number;
}

/** What of the loss asks for any one of the evidence; the rest asks for all of it. */
const ANY = 0.5;
/** A list's length: its likeliest rows, a sample of the others, and its evidence. */
const DEPTH = 100;
const LIKELY = 70;

/** What of a question's features no weight changes. */
export function prepare(asked: Asked, weight: number): Prepared {
  return {
    ...asked,
    weight,
    sorted: asked.pool,
    local: localFeatures(asked.query, asked.pool, asked.corpus),
  };
}

/** Each row's weighted sum. */
function scoresOf(
  names: readonly string[],
  rows: readonly Float64Array[],
  weights: Readonly<Record<string, number>>,
): number[] {
  const w = names.map((name) => weights[name] ?? 0);
  return rows.map((row) => {
    let sum = 0;
    for (let i = 0; i < w.length; i++) sum += w[i]! * row[i]!;
    return sum;
  });
}

function listOf(
  question: Prepared,
  names: readonly string[],
  value: (row: number, column: number) => number,
  likely: ArrayLike<number>,
): List {
  let picked = question.sorted.map((_, i) => i);
  if (picked.length > DEPTH) {
    picked.sort((a, b) => likely[b]! - likely[a]!);
    const rest = picked.slice(LIKELY);
    const every = rest.length / (DEPTH - LIKELY);
    const sample = Array.from({ length: DEPTH - LIKELY }, (_, k) => rest[Math.floor(k * every)]!);
    const evidence = rest.filter((i) => question.evidence.has(question.sorted[i]!.seq));
    picked = [...new Set([...picked.slice(0, LIKELY), ...sample, ...evidence])];
  }
  const rows = new Float32Array(picked.length * names.length);
  picked.forEach((row, k) => {
    for (let j = 0; j < names.length; j++) rows[k * names.length + j] = value(row, j);
  });
  const evidence = Uint8Array.from(picked, (i) => (question.evidence.has(question.sorted[i]!.seq) ? 1 : 0));
  return { names, rows, evidence, weight: question.weight };
}

function localList(question: Prepared): List {
  const { names, rows } = question.local;
  const cosine = names.indexOf('cosine');
  const words = names.indexOf('bm25Absolute');
  const likely = rows.map((row) => row[cosine]! + 6 * row[words]!);
  return listOf(question, names, (row, column) => rows[row]![column]!, likely);
}

function finalRows(question: Prepared, local: RankWeights['local']) {
  const first = question.local;
  const scores = scoresOf(first.names, first.rows, local);
  const second = contextFeatures(first, question.sorted, scores);
  const width = first.names.length;
  const value = (row: number, column: number) =>
    column < width ? first.rows[row]![column]! : second.rows[row]![column - width]!;
  return { names: [...first.names, ...second.names], value, scores };
}

function finalList(question: Prepared, local: RankWeights['local']): List {
  const { names, value, scores } = finalRows(question, local);
  return listOf(question, names, value, scores);
}

/**
 * Weights under which each list's evidence is least surprising: a softmax over the list, half of whose loss is that of the
 * likeliest evidence message, half the mean of all of them. A feature's scale is its size where it isn't zero, so that a
 * rare one gets no large weight for free.
 */
export function fitLists(
  lists: readonly List[],
  { l2 = 25, skip, iterations = 60 }: FitOptions = {},
): { weights: Record<string, number>; losses: number[] } {
  const names = lists[0]!.names;
  const width = names.length;
  const count = new Float64Array(width);
  const scale = new Float64Array(width);
  for (const { rows } of lists) {
    for (let i = 0; i < rows.length; i++) {
      if (rows[i] === 0) continue;
      count[i % width]!++;
      scale[i % width]! += rows[i]! ** 2;
    }
  }
  for (let j = 0; j < width; j++) {
    const size = count[j]! > 0 ? Math.sqrt(scale[j]! / count[j]!) : 0;
    scale[j] = size < 1e-4 || skip?.has(names[j]!) ? 0 : 1 / size;
  }
  const scaled = lists.flatMap(({ rows, evidence, weight }) =>
    evidence.includes(1) ? [{ rows: rows.map((v, i) => v * scale[i % width]!), evidence, weight }] : [],
  );
  const scores = new Float64Array(Math.max(0, ...scaled.map((l) => l.evidence.length)));
  const losses: number[] = [];
  const weights = minimise(
    (w, gradient) => {
      let loss = 0;
      for (let j = 0; j < width; j++) {
        loss += 0.5 * l2 * w[j]! ** 2;
        gradient[j] = l2 * w[j]!;
      }
      for (const list of scaled) loss += list.weight * addList(list, w, gradient, scores);
      losses.push(loss);
      return loss;
    },
    new Float64Array(width),
    iterations,
  );
  return { weights: Object.fromEntries(names.map((name, j) => [name, weights[j]! * scale[j]!])), losses };
}

/** One list's loss; its gradient is added. `p` is room for the probabilities. */
function addList(
  { rows, evidence, weight }: { rows: Float32Array; evidence: Uint8Array; weight: number },
  w: Float64Array,
  gradient: Float64Array,
  p: Float64Array,
): number {
  const width = w.length;
  const length = evidence.length;
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0, at = 0; k < length; k++) {
    let sum = 0;
    for (let j = 0; j < width; j++, at++) sum += w[j]! * rows[at]!;
    p[k] = sum;
    if (sum > top) top = sum;
  }
  let all = 0;
  let found = 0;
  let wanted = 0;
  for (let k = 0; k < length; k++) {
    p[k] = Math.exp(p[k]! - top);
    all += p[k]!;
    if (evidence[k]) {
      found += p[k]!;
      wanted++;
    }
  }
  let each = 0;
  for (let k = 0; k < length; k++) {
    const share = p[k]! / all;
    if (evidence[k]) each -= Math.log(Math.max(1e-300, share)) / wanted;
    const target = evidence[k] ? (1 - ANY) / wanted + (ANY * p[k]!) / Math.max(1e-300, found) : 0;
    const push = weight * (share - target);
    if (push < 1e-4 && push > -1e-4) continue;
    for (let j = 0, at = k * width; j < width; j++, at++) gradient[j]! += push * rows[at]!;
  }
  return (1 - ANY) * each - ANY * Math.log(Math.max(1e-300, found / all));
}

/** Fits both layers: first each message by itself, then with the context those scores give. */
export function fit(questions: readonly Prepared[], options: FitOptions = {}): RankWeights {
  const local = fitLists(questions.map(localList), options).weights;
  const final = fitLists(
    questions.map((q) => finalList(q, local)),
    options,
  ).weights;
  return { local, final };
}

/**
 * A question's messages, best first, as the model alone orders them, and how surprised it is by the evidence; null where
 * none of it is in the pool, which no weight can mend.
 */
export function order(
  question: Prepared,
  weights: RankWeights,
): { ranking: number[]; surprise: number | null } {
  const { names, value } = finalRows(question, weights.local);
  const w = names.map((name) => weights.final[name] ?? 0);
  const scores = question.sorted.map((_, row) =>
    w.reduce((sum, v, column) => sum + v * value(row, column), 0),
  );
  const top = Math.max(...scores);
  const p = scores.map((s) => Math.exp(s - top));
  const all = p.reduce((a, b) => a + b, 0);
  const wanted = question.sorted.flatMap((c, i) => (question.evidence.has(c.seq) ? [i] : []));
  const found = wanted.reduce((sum, i) => sum + p[i]!, 0);
  const each =
    wanted.reduce((sum, i) => sum - (scores[i]! - top - Math.log(all)), 0) / Math.max(1, wanted.length);
  return {
    ranking: question.sorted
      .map((c, i) => ({ seq: c.seq, score: scores[i]! }))
      .sort((a, b) => b.score - a.score || b.seq - a.seq)
      .map(({ seq }) => seq),
    surprise: wanted.length === 0 ? null : (1 - ANY) * each - ANY * Math.log(Math.max(1e-300, found / all)),
  };
}
