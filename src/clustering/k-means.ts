import { createMatrix, dotRows, type Matrix, normalize, rowOf } from './matrix.ts';
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
}

/** Rows that a step of the seeding tries. */
const triedSeeds = 4;

/**
 * Spherical k-means (Dhillon and Modha) on unit vectors, from k-means++ beginnings. `k` is at most the number of rows; a
 * cluster that runs empty takes the row that fits its own least. The same rows and seed give the same clusters.
 */
export function sphericalKMeans(rows: Matrix, k: number, options: KMeansOptions = {}): Clustering {
  // Of many rows, beginnings differ little in what they lead to.
  const { seed = 1, restarts = rows.rows > 4_000 ? 2 : 4, iterations = 30 } = options;
  const count = Math.max(1, Math.min(k, rows.rows));
  let best: Clustering | undefined;
  for (let i = 0; i < restarts; i++) {
    const found = run(rows, spread(rows, count, seeded(seed + i * 7_919)), iterations);
    if (!best || found.cohesion > best.cohesion) best = found;
  }
  return best!;
}

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
  const { columns } = rows;
  const assignment = new Int32Array(rows.rows);
  const similarity = new Float32Array(rows.rows);
  let sum = 0;
  for (let row = 0; row < rows.rows; row++) {
    let best = Number.NEGATIVE_INFINITY;
    let bestCluster = 0;
    for (let cluster = 0; cluster < centroids.rows; cluster++) {
      const cosine = dotRows(rows.data, row * columns, centroids.data, cluster * columns, columns);
      if (cosine > best) {
        best = cosine;
        bestCluster = cluster;
      }
    }
    assignment[row] = bestCluster;
    similarity[row] = best;
    sum += best;
  }
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

/** k-means++ (Arthur and Vassilvitskii), of some candidates each time the one that helps most. */
function spread(rows: Matrix, k: number, random: () => number): Matrix {
  const { columns } = rows;
  const centroids = createMatrix(k, columns);
  const distance = new Float64Array(rows.rows).fill(2);
  const candidate = new Float64Array(rows.rows);
  const chosen = new Float64Array(rows.rows);
  for (let cluster = 0; cluster < k; cluster++) {
    let least = Number.POSITIVE_INFINITY;
    let at = 0;
    for (let attempt = 0; attempt < (cluster === 0 ? 1 : triedSeeds); attempt++) {
      const row = cluster === 0 ? Math.floor(random() * rows.rows) : drawn(distance, random);
      let total = 0;
      for (let other = 0; other < rows.rows; other++) {
        const apart = 1 - dotRows(rows.data, row * columns, rows.data, other * columns, columns);
        candidate[other] = Math.max(0, Math.min(distance[other]!, apart));
        total += candidate[other]!;
      }
      if (total >= least) continue;
      [least, at] = [total, row];
      chosen.set(candidate);
    }
    distance.set(chosen);
    rowOf(centroids, cluster).set(rowOf(rows, at));
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
