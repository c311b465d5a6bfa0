import {
  assign,
  findClusters,
  type Label,
  labelClusters,
  type Matrix,
  pickRows,
  rowOf,
  runAt,
} from '../../clustering/index.ts';
import type { Word } from './reading.ts';

/** Clusters as they are kept: centroids, how near a question has to be, and the labels. */
export interface Groups {
  centroids: Matrix;
  /** Of each cluster the least cosine of a member; what is less like it belongs nowhere. */
  floors: number[];
  labels: Label[];
  tried: { clusters: number; score: number }[];
}

/** A question's place among groups. */
export interface Membership {
  cluster: number | null;
  /** A bit for each term of the label, then for each phrase, that it holds. */
  bits: number;
}

export const termBits = 8;
/** A phrase's words stand at most so far apart; as the labels are made. */
const reach = 3;
/** What is further from its centroid than the others by so many deviations is left out. */
const outlier = 1.5;
const certainShare = 0.6;

/** Finds and labels the clusters of the rows that at least `minPeople` people stand behind. */
export function findGroups(
  rows: Matrix,
  said: readonly { owner: string; words: readonly Word[] }[],
  minPeople: number,
  seed: number,
): Groups {
  const places: number[] = [];
  for (let row = 0; row < rows.rows; row++)
    if (rowOf(rows, row).some((value) => value !== 0)) places.push(row);
  if (places.length < minPeople) return { centroids: pickRows(rows, []), floors: [], labels: [], tried: [] };
  const placed = places.length < rows.rows ? pickRows(rows, places) : rows;
  const found = findClusters(placed, { seed });
  const all = { centroids: found.centroids, floors: floorsOf(found), labels: [] as Label[] };
  const members: (typeof said)[number][][] = Array.from({ length: found.centroids.rows }, () => []);
  found.assignment.forEach((cluster, i) => {
    if (found.similarity[i]! >= all.floors[cluster]!) members[cluster]!.push(said[places[i]!]!);
  });
  const kept = members.flatMap((one, cluster) =>
    new Set(one.map(({ owner }) => owner)).size >= minPeople ? [cluster] : [],
  );
  const labels = labelClusters(
    kept.map((cluster) => members[cluster]!),
    { minPeople },
  );
  return {
    centroids: pickRows(found.centroids, kept),
    floors: kept.map((cluster) => all.floors[cluster]!),
    labels,
    tried: found.tried,
  };
}

function floorsOf({
  centroids,
  assignment,
  similarity,
}: {
  centroids: Matrix;
  assignment: Int32Array;
  similarity: Float32Array;
}): number[] {
  const sums = Array.from({ length: centroids.rows }, () => ({ count: 0, sum: 0, squares: 0 }));
  assignment.forEach((cluster, row) => {
    const sum = sums[cluster]!;
    sum.count++;
    sum.sum += similarity[row]!;
    sum.squares += similarity[row]! ** 2;
  });
  return sums.map(({ count, sum, squares }) => {
    const mean = sum / Math.max(1, count);
    const deviation = Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean));
    return Math.min(mean - outlier * deviation, certainShare * mean);
  });
}

/** Where each row belongs. */
export function place(
  rows: Matrix,
  words: readonly (readonly Word[])[],
  groups: Pick<Groups, 'centroids' | 'floors' | 'labels'>,
): Membership[] {
  if (groups.centroids.rows === 0) return words.map(() => ({ cluster: null, bits: 0 }));
  const { assignment, similarity } = assign(rows, groups.centroids);
  return words.map((one, row) => {
    const cluster = assignment[row]!;
    if (!(similarity[row]! > 0) || similarity[row]! < groups.floors[cluster]!)
      return { cluster: null, bits: 0 };
    return { cluster, bits: bitsOf(one, groups.labels[cluster]!) };
  });
}

function bitsOf(words: readonly Word[], { terms, phrases }: Label): number {
  let bits = 0;
  terms.forEach(({ term }, i) => {
    if (words.some((word) => word.term === term)) bits |= 1 << i;
  });
  phrases.forEach(({ terms: [first, second], surface, isRun }, i) => {
    const holds = words.some(({ term }, at) => {
      if (term !== first) return false;
      if (isRun) return words[at + 1]?.term === second && runAt(words, at) === surface;
      return words.slice(at + 1, at + reach).some((next) => next.term === second);
    });
    if (holds) bits |= 1 << (termBits + i);
  });
  return bits;
}
