import { applyQueryMap, type QueryMap } from '../../src/ai/embeddings/query-map/query-map.ts';
import { createMatrix, type Matrix, rowOf } from '../../src/clustering/matrix.ts';
import { eachProducts } from '../../src/clustering/products.ts';
import type { Labelled } from './data.ts';
import { asAsked } from './training.ts';

/** How sharply the nearest counts: a cosine nearer by a tenth is worth so many tenths in the exponent. */
const SHARPNESS = 35;
/** Half of this times the squared distance from leaving questions where they are is added to the loss. */
const L2 = 0.1;
/** What of the loss asks for any one of the evidence; the rest asks for all of it. */
const ANY = 0.5;
const ROUNDS = 30;
/** Steps of Adam (Kingma and Ba 2015), shrinking along a half cosine. */
const STEP = 3e-3;
const DECAY = { mean: 0.9, square: 0.99 };

/** Parts of the conversations that are each mapped by what the other parts gave. */
const FOLDS = 5;

/** One conversation's questions and messages, each also turned over: a row a dimension. */
interface Lesson {
  questions: Matrix;
  questionsTurned: Matrix;
  messages: Matrix;
  messagesTurned: Matrix;
  /** For each question the rows of its evidence. */
  evidence: number[][];
  weight: number;
}

function matrixOf(vectors: readonly Float32Array[]): Matrix {
  const matrix = createMatrix(vectors.length, vectors[0]?.length ?? 0);
  vectors.forEach((vector, row) => {
    rowOf(matrix, row).set(vector);
  });
  return matrix;
}

function turned({ data, rows, columns }: Matrix): Matrix {
  const result = createMatrix(columns, rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      result.data[column * rows + row] = data[row * columns + column]!;
  return result;
}

/** Every row's products with all of `others`. */
function products(rows: Matrix, others: Matrix): Matrix {
  const result = createMatrix(rows.rows, others.rows);
  eachProducts(rows, others, (row, values) => rowOf(result, row).set(values));
  return result;
}

function lessonOf({ messages, questions }: Labelled, weight: number): Lesson | null {
  const told = messages.filter(({ vector }) => vector !== null);
  const places = new Map(told.map(({ id }, i) => [id, i]));
  const asked = questions.flatMap(({ vector, evidence }) => {
    const found = [...evidence].flatMap((id) => places.get(id) ?? []);
    return vector && found.length > 0 ? [{ vector, found }] : [];
  });
  if (asked.length === 0) return null;
  const rows = {
    questions: matrixOf(asked.map((q) => q.vector)),
    messages: matrixOf(told.map((m) => m.vector!)),
  };
  return {
    ...rows,
    questionsTurned: turned(rows.questions),
    messagesTurned: turned(rows.messages),
    evidence: asked.map(({ found }) => found),
    weight,
  };
}

/** Writes how each score should change, in place of the scores. */
function toGradient(scores: Float32Array, evidence: readonly number[], scale: number): void {
  const top = scores.reduce((a, b) => Math.max(a, b));
  let all = 0;
  for (let i = 0; i < scores.length; i++) {
    scores[i] = Math.exp(scores[i]! - top);
    all += scores[i]!;
  }
  const found = evidence.reduce((sum, i) => sum + scores[i]!, 0) || 1e-30;
  const targets = evidence.map((i) => (ANY * scores[i]!) / found + (1 - ANY) / evidence.length);
  for (let i = 0; i < scores.length; i++) scores[i]! *= scale / all;
  evidence.forEach((i, k) => {
    scores[i]! -= scale * targets[k]!;
  });
}

/** Adam's memory of one array of parameters. */
function stepper(parameters: Float32Array, start: Float32Array) {
  const mean = new Float32Array(parameters.length);
  const square = new Float32Array(parameters.length);
  let steps = 0;
  return (gradient: (i: number) => number, step: number, l2: number) => {
    steps++;
    const meanScale = 1 / (1 - DECAY.mean ** steps);
    const squareScale = 1 / (1 - DECAY.square ** steps);
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient(i) + l2 * (parameters[i]! - start[i]!);
      mean[i] = DECAY.mean * mean[i]! + (1 - DECAY.mean) * g;
      square[i] = DECAY.square * square[i]! + (1 - DECAY.square) * g * g;
      parameters[i]! -= (step * mean[i]! * meanScale) / (Math.sqrt(square[i]! * squareScale) + 1e-8);
    }
  };
}

/**
 * The map under which questions lie nearest to their evidence among all messages of the same memory: a softmax over
 * them, half of whose loss is that of the likeliest evidence, half the mean of all of it. It begins with taking what
 * all questions share out of each. The sources weigh by the square roots of their numbers of questions.
 */
export function fitQueryMap(labelled: readonly Labelled[]): QueryMap {
  const count = new Map<string, number>();
  for (const { source, questions } of labelled)
    count.set(source, (count.get(source) ?? 0) + questions.length);
  const most = Math.max(...count.values());
  const lessons = labelled.flatMap((one) => lessonOf(one, Math.sqrt(most / count.get(one.source)!)) ?? []);
  const total = lessons.reduce((sum, { evidence }) => sum + evidence.length, 0);
  const dimensions = lessons[0]!.questions.columns;
  const usual = new Float32Array(dimensions);
  for (const { questions } of lessons)
    for (let row = 0; row < questions.rows; row++)
      rowOf(questions, row).forEach((value, i) => {
        usual[i]! -= value / total;
      });
  const bias = usual.slice();
  const identity = createMatrix(dimensions, dimensions);
  for (let i = 0; i < dimensions; i++) identity.data[i * dimensions + i] = 1;
  const matrix = { ...identity, data: identity.data.slice() };
  const moveMatrix = stepper(matrix.data, identity.data);
  const moveBias = stepper(bias, usual);

  // Kinds apart, and the same in each run: through the list in strides that do not divide its length.
  const stride = lessons.length % 7 === 0 ? 1 : 7;
  for (let round = 0; round < ROUNDS; round++) {
    const step = STEP * 0.5 * (1 + Math.cos((Math.PI * round) / ROUNDS));
    for (let k = 0; k < lessons.length; k++) {
      const lesson = lessons[(k * stride + round) % lessons.length]!;
      const mapped = products(lesson.questions, matrix);
      for (let row = 0; row < mapped.rows; row++) {
        const values = rowOf(mapped, row);
        for (let i = 0; i < dimensions; i++) values[i] = SHARPNESS * (values[i]! + bias[i]!);
      }
      const scores = products(mapped, lesson.messages);
      for (let row = 0; row < scores.rows; row++)
        toGradient(rowOf(scores, row), lesson.evidence[row]!, (lesson.weight * SHARPNESS) / total);
      const wanted = products(scores, lesson.messagesTurned);
      const change = products(turned(wanted), lesson.questionsTurned);
      const l2 = (L2 * lesson.evidence.length) / total;
      moveMatrix((i) => change.data[i]!, step, l2);
      const sums = new Float32Array(dimensions);
      for (let row = 0; row < wanted.rows; row++)
        for (let i = 0; i < dimensions; i++) sums[i]! += wanted.data[row * dimensions + i]!;
      moveBias((i) => sums[i]!, step, l2);
    }
  }
  return { dimensions, bias, difference: matrix.data.map((value, i) => value - identity.data[i]!) };
}

/**
 * The conversations with their questions mapped as new ones would be, each by a map that saw none of its own part: a fit
 * of the ranking that was shown how well the map knows its own questions would trust it too much.
 */
export function crossMapped(labelled: readonly Labelled[]): Labelled[] {
  const fold = (i: number) => i % FOLDS;
  const maps = Array.from({ length: FOLDS }, (_, held) =>
    fitQueryMap(labelled.filter((_, i) => fold(i) !== held)),
  );
  return labelled.map((one, i) =>
    asAsked(one, { asQuery: (vector) => applyQueryMap(maps[fold(i)]!, vector) }),
  );
}
