import { assign, beginnings, type Clustering, meansOf, sphericalKMeans } from './k-means.ts';
import { createMatrix, dotRows, type Matrix, pickRows, rowOf } from './matrix.ts';
import { eachProducts } from './products.ts';
import { seeded } from './random.ts';

export interface FindOptions {
  seed?: number;
  /** The most clusters that are looked for. */
  mostClusters?: number;
  /** A fixed number of clusters, where it is known. */
  clusters?: number;
}

export interface Found extends Clustering {
  /** What the number of clusters was chosen by: k and how good it looked (0 to 1); empty where it was given. */
  tried: { clusters: number; score: number }[];
}

/** Rows among which the number of clusters is chosen; the clusters are then found among all. */
const chosenAmong = 1_600;
/** Fewer rows than these cannot be halved and still be clustered. */
const fewest = 48;
/** Cuts in two halves that are tried, at most. */
const mostCuts = 4;
/** So many rows a cluster are looked for at least, where there are enough of them. */
const rowsPerCluster = 8;
/** Two clusters whose centroids are as near as this are one subject, cut in two. */
const nearDuplicate = 0.8;

/**
 * Clusters of rows of unit length. Their number is where the curve of held-out cohesion bends: clusters are found in
 * one half of the rows, and how near the other half is to them grows fast up to the number of subjects and slowly after
 * it (the knee of Satopää et al.). Of a few rows, the number is the one of the best simplified silhouette. Then
 * near-duplicates are merged. Deterministic for a seed.
 */
export function findClusters(rows: Matrix, options: FindOptions = {}): Found {
  const { seed = 1, mostClusters = 200, clusters } = options;
  if (clusters !== undefined) return { ...sphericalKMeans(rows, clusters, { seed }), tried: [] };
  const tried = rows.rows < fewest ? bySilhouette(rows, seed) : byKnee(rows, mostClusters, seed);
  const best = tried.reduce((a, b) => (b.score > a.score ? b : a), { clusters: 1, score: 0 });
  return { ...mergeNear(rows, sphericalKMeans(rows, best.clusters, { seed })), tried };
}

function bySilhouette(rows: Matrix, seed: number): Found['tried'] {
  const limit = Math.min(rows.rows - 1, Math.max(2, Math.floor(rows.rows / 2)));
  return candidates(limit).map((clusters) => {
    const found = sphericalKMeans(rows, clusters, { seed, restarts: 3 });
    return { clusters, score: silhouette(rows, found) };
  });
}

function byKnee(rows: Matrix, most: number, seed: number): Found['tried'] {
  const random = seeded(seed);
  const looked = Math.min(rows.rows, chosenAmong);
  const counts = candidates(Math.min(most, Math.max(4, Math.floor(looked / rowsPerCluster))));
  const cohesion = counts.map(() => 0);
  // One cut of a few hundred rows is luck; of thousands it is not.
  const cuts = Math.max(1, Math.min(mostCuts, Math.ceil(chosenAmong / 2 / rows.rows)));
  for (let cut = 0; cut < cuts; cut++) {
    const [first, second] = halved(rows, random);
    for (const [found, held] of [
      [first, second],
      [second, first],
    ] as const) {
      const from = beginnings(found, counts.at(-1)!, seed + cut);
      counts.forEach((clusters, i) => {
        const { centroids } = sphericalKMeans(found, clusters, { from, iterations: 12 });
        cohesion[i]! += assign(held, centroids).cohesion / 2 / cuts;
      });
    }
  }
  const [low, high] = [Math.min(...cohesion), Math.max(...cohesion)];
  return counts.map((clusters, i) => {
    const gained = (cohesion[i]! - low) / Math.max(1e-9, high - low);
    const spent = (clusters - counts[0]!) / Math.max(1, counts.at(-1)! - counts[0]!);
    return { clusters, score: Math.max(0, gained - spent) };
  });
}

/** The rows, or so many of them as the number is chosen among, in two parts by chance. */
function halved(rows: Matrix, random: () => number): [Matrix, Matrix] {
  const step = Math.max(1, rows.rows / chosenAmong);
  const halves: [number[], number[]] = [[], []];
  for (let at = 0; at < rows.rows; at += step) {
    const row = Math.min(rows.rows - 1, Math.floor(at + random() * (step - 1)));
    halves[random() < 0.5 ? 0 : 1].push(row);
  }
  return [pickRows(rows, halves[0]), pickRows(rows, halves[1])];
}

/** Numbers of clusters worth a try: each up to two dozen, then each by a seventh more than the one before. */
function candidates(limit: number): number[] {
  const counts: number[] = [];
  for (let k = 2; k <= limit; k = Math.max(k + 1, k < 24 ? 0 : Math.round(k * 1.15))) counts.push(k);
  return counts;
}

/** The mean simplified silhouette, -1 to 1: by centroids, since all pairs of rows are too many. */
export function silhouette(rows: Matrix, { centroids, assignment, similarity }: Clustering): number {
  if (centroids.rows < 2) return 0;
  const sizes = new Int32Array(centroids.rows);
  for (const cluster of assignment) sizes[cluster]!++;
  let sum = 0;
  eachProducts(rows, centroids, (row, cosines) => {
    const own = assignment[row]!;
    // Alone it is as near to its centroid as can be, which says nothing of the clustering.
    if (sizes[own]! < 2) return;
    let next = Number.NEGATIVE_INFINITY;
    for (let cluster = 0; cluster < cosines.length; cluster++) {
      if (cluster !== own) next = Math.max(next, cosines[cluster]!);
    }
    const [a, b] = [1 - similarity[row]!, 1 - next];
    sum += (b - a) / Math.max(a, b, 1e-9);
  });
  return sum / Math.max(1, rows.rows);
}

function mergeNear(rows: Matrix, found: Clustering): Clustering {
  let current = found;
  for (;;) {
    const pair = nearestPair(current.centroids);
    if (!pair) return current;
    const [keep, drop] = pair;
    const kept = createMatrix(current.centroids.rows - 1, rows.columns);
    const assignment = current.assignment.map((cluster) => {
      const target = cluster === drop ? keep : cluster;
      return target > drop ? target - 1 : target;
    });
    const centroids = meansOf(rows, { assignment, similarity: current.similarity }, kept);
    current = assign(rows, centroids);
  }
}

/** The two most similar centroids, where they are as good as one; the first is the lower. */
function nearestPair(centroids: Matrix): [number, number] | null {
  let pair: [number, number] | null = null;
  let nearest = nearDuplicate;
  for (let a = 0; a < centroids.rows; a++) {
    for (let b = a + 1; b < centroids.rows; b++) {
      const cosine = dotRows(rowOf(centroids, a), 0, rowOf(centroids, b), 0, centroids.columns);
      if (cosine > nearest) [nearest, pair] = [cosine, [a, b]];
    }
  }
  return pair;
}
