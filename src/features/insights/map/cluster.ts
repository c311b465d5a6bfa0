import { kmeans } from 'ml-kmeans';
import { dot } from './nearest.ts';

const SEED = 7;
/** More groups than that nobody reads a map by. */
const MOST = 14;
const ITERATIONS = 20;
/** The number of groups is tried on so many vectors, evenly taken. */
const TRIED_ON = 300;

/**
 * Groups vectors of unit length with k-means; the group of each. Their number is the one of a few that fits best by the
 * mean silhouette over a sample, where the distance to a group is that to its centre. Groups are numbered by size, the
 * largest is 0.
 */
export function cluster(vectors: readonly Float32Array[]): number[] {
  const step = Math.max(1, Math.floor(vectors.length / TRIED_ON));
  const sample = vectors.filter((_, i) => i % step === 0).map((vector) => Array.from(vector));
  let best = { fit: Number.NEGATIVE_INFINITY, k: 1 };
  for (const k of candidates(vectors.length)) {
    const fit = silhouette(sample, k);
    if (fit > best.fit) best = { fit, k };
  }
  if (best.k < 2) return vectors.map(() => 0);
  const { clusters } = run(
    vectors.map((vector) => Array.from(vector)),
    best.k,
  );
  return bySize(clusters);
}

/** The root of half their number, as a rule of thumb: the silhouette alone would have ever more, ever smaller groups. */
function candidates(n: number): number[] {
  return [2, 3, 4, 5, 6, 8, 10, 12, MOST].filter((k) => k <= Math.sqrt(n / 2));
}

function run(data: number[][], k: number) {
  return kmeans(data, k, { seed: SEED, maxIterations: ITERATIONS, initialization: 'kmeans++' });
}

function silhouette(data: number[][], k: number): number {
  const { clusters, centroids } = run(data, k);
  const centres = centroids.map((centre) => Float32Array.from(centre));
  let sum = 0;
  for (const [i, point] of data.entries()) {
    const vector = Float32Array.from(point);
    const distances = centres.map((centre) => distance(vector, centre));
    const own = distances[clusters[i]!]!;
    const other = Math.min(...distances.filter((_, at) => at !== clusters[i]));
    sum += (other - own) / (Math.max(other, own) || 1);
  }
  return sum / data.length;
}

function distance(a: Float32Array, b: Float32Array): number {
  return Math.sqrt(Math.max(0, dot(a, a) + dot(b, b) - 2 * dot(a, b)));
}

function bySize(groups: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const order = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([group]) => group);
  const place = new Map(order.map((group, i) => [group, i]));
  return groups.map((group) => place.get(group)!);
}
