import { createMatrix, type Matrix, normalize, pickRows, rowOf } from './matrix.ts';
import { eachProducts } from './products.ts';
import { seeded } from './random.ts';

export interface Clustering {
  /** Unit length, one row a cluster. */
  centroids: Matrix;
  /** The cluster of each row. */
  assignment: Int32Array;
  /** The cosine of each row with its centroid. */
  similarity: Float32Array;
  /** The mean of them: what is maximised. */
  cohesion: number;
}

export interface KMeansOptions {
  seed?: number;
  /** Beginnings that are tried; the most cohesive result counts. */
  restarts?: number;
  iterations?: number;
  /** The beginning, of `beginnings`: its first rows, so many as clusters are wanted. Then it is the only one. */
  from?: Matrix;
}

/** Rows that a step of the seeding tries. */
const triedSeeds = 4;

/**
 * Spherical k-means (Dhillon and Modha) on unit vectors, from k-means++ beginnings. `k` is at most the number of rows; a
 * cluster that runs empty takes the row that fits its own least. The same rows and seed give the same clusters.
 */
export function sphericalKMeans(rows: Matrix, k: number, options: KMeansOptions = {}): Clustering {
  // Of many rows, beginnings differ little in what they lead to.
  const { seed = 1, restarts = rows.rows > 4_000 ? 2 : 4, iterations = 30, from } = options;
  const count = Math.max(1, Math.min(k, rows.rows));
  if (from) return run(rows, firstRows(from, count), iterations);
  let best: Clustering | undefined;
  for (let i = 0; i < restarts; i++) {
    const found = run(rows, beginnings(rows, count, seed + i * 7_919), iterations);
    if (!best || found.cohesion > best.cohesion) best = found;
  }
  return best!;
}

const firstRows = ({ data, columns }: Matrix, rows: number): Matrix => ({
  data: data.subarray(0, rows * columns),
  rows,
  columns,
});

function run(rows: Matrix, centroids: Matrix, iterations: number): Clustering {
  let found = assign(rows, centroids);
  for (let i = 0; i < iterations; i++) {
    const moved = assign(rows, meansOf(rows, found, centroids));
    const isSettled = moved.cohesion - found.cohesion < 1e-5;
    if (moved.cohesion > found.cohesion) found = moved;
    if (isSettled) break;
  }
  return found;
}

/** Each row's nearest centroid. */
export function assign(rows: Matrix, centroids: Matrix): Clustering {
  const assignment = new Int32Array(rows.rows);
  const similarity = new Float32Array(rows.rows);
  let sum = 0;
  eachProducts(rows, centroids, (row, cosines) => {
    let best = 0;
    for (let cluster = 1; cluster < cosines.length; cluster++) {
      if (cosines[cluster]! > cosines[best]!) best = cluster;
    }
    assignment[row] = best;
    similarity[row] = cosines[best]!;
    sum += cosines[best]!;
  });
  return { centroids, assignment, similarity, cohesion: sum / Math.max(1, rows.rows) };
}

export function meansOf(
  rows: Matrix,
  { assignment, similarity }: Pick<Clustering, 'assignment' | 'similarity'>,
  before: Matrix,
): Matrix {
  const means = createMatrix(before.rows, before.columns);
  for (let row = 0; row < rows.rows; row++) {
    const mean = rowOf(means, assignment[row]!);
    const from = row * rows.columns;
    for (let i = 0; i < mean.length; i++) mean[i]! += rows.data[from + i]!;
  }
  const taken = new Set<number>();
  for (let cluster = 0; cluster < means.rows; cluster++) {
    const mean = rowOf(means, cluster);
    if (normalize(mean)) continue;
    const lonely = leastSimilar(similarity, taken);
    taken.add(lonely);
    mean.set(rowOf(rows, lonely));
  }
  return means;
}

function leastSimilar(similarity: Float32Array, except: ReadonlySet<number>): number {
  let least = -1;
  for (let row = 0; row < similarity.length; row++) {
    if (!except.has(row) && (least < 0 || similarity[row]! < similarity[least]!)) least = row;
  }
  return Math.max(0, least);
}

/**
 * k-means++ (Arthur and Vassilvitskii), of some candidates each time the one that helps most. What one number of clusters
 * begins with are the first rows of what a greater number begins with.
 */
export function beginnings(rows: Matrix, k: number, seed: number): Matrix {
  const random = seeded(seed);
  const centroids = createMatrix(Math.min(k, rows.rows), rows.columns);
  const distance = new Float64Array(rows.rows).fill(2);
  const candidates = Array.from({ length: triedSeeds }, () => new Float64Array(rows.rows));
  for (let cluster = 0; cluster < centroids.rows; cluster++) {
    const tried =
      cluster === 0
        ? [Math.floor(random() * rows.rows)]
        : Array.from({ length: triedSeeds }, () => drawn(distance, random));
    const totals = new Float64Array(tried.length);
    eachProducts(rows, pickRows(rows, tried), (other, cosines) => {
      for (let i = 0; i < tried.length; i++) {
        const left = Math.max(0, Math.min(distance[other]!, 1 - cosines[i]!));
        candidates[i]![other] = left;
        totals[i]! += left;
      }
    });
    const best = totals.indexOf(Math.min(...totals));
    distance.set(candidates[best]!);
    rowOf(centroids, cluster).set(rowOf(rows, tried[best]!));
  }
  return centroids;
}

function drawn(weights: Float64Array, random: () => number): number {
  let total = 0;
  for (const weight of weights) total += weight;
  let left = random() * total;
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i]!;
    if (left < 0) return i;
  }
  return Math.floor(random() * weights.length);
}
