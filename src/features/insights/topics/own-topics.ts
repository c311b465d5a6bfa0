import { breathe } from '../../../kernel/breathe.ts';
import { dot } from '../map/nearest.ts';

/** Fewer messages are no topic. */
export const LEAST_OF_TOPIC = 3;
/** Two messages are of one topic where they are nearer than most pairs are: by so many standard deviations. */
const DEVIATIONS = 2;
const PAIRS = 3_000;
/** Whatever the pairs are like, less than this is no likeness. */
const LEAST_COSINE = 0.35;
/** And more than this always is one, so that somebody who talks of one thing only has a topic too. */
const ALIKE = 0.6;

/**
 * Groups messages by meaning where no list of topics has a place for them: each joins the group whose centre is nearest, or
 * begins one; groups then take their own again, so that the order counts for less. How near is near is read off the
 * messages themselves, as engines differ. Gives each vector's group, -1 for those of groups that stay too small.
 */
export async function groupAlike(vectors: readonly Float32Array[]): Promise<number[]> {
  if (vectors.length < LEAST_OF_TOPIC) return vectors.map(() => -1);
  const near = nearEnough(vectors);
  let centres: Float32Array[] = [];
  for (const [i, vector] of vectors.entries()) {
    if (i % 200 === 199) await breathe();
    const { group, cosine } = nearestCentre(vector, centres);
    if (cosine >= near) moveTowards(centres[group]!, vector);
    else centres.push(vector.slice());
  }
  let groups: number[] = [];
  for (let round = 0; round < 2; round++) {
    await breathe();
    groups = vectors.map((vector) => {
      const { group, cosine } = nearestCentre(vector, centres);
      return cosine >= near ? group : -1;
    });
    const sums = centres.map((centre) => new Float32Array(centre.length));
    for (const [i, group] of groups.entries()) if (group >= 0) moveTowards(sums[group]!, vectors[i]!);
    centres = sums;
  }
  return numbered(groups);
}

function nearEnough(vectors: readonly Float32Array[]): number {
  const cosines: number[] = [];
  const n = vectors.length;
  const step = Math.max(1, Math.floor((n * (n - 1)) / 2 / PAIRS));
  let at = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) if (at++ % step === 0) cosines.push(dot(vectors[i]!, vectors[j]!));
  const mean = cosines.reduce((sum, value) => sum + value, 0) / cosines.length;
  const spread = Math.sqrt(cosines.reduce((sum, value) => sum + (value - mean) ** 2, 0) / cosines.length);
  return Math.max(LEAST_COSINE, Math.min(ALIKE, mean + DEVIATIONS * spread));
}

function nearestCentre(vector: Float32Array, centres: readonly Float32Array[]) {
  let [group, cosine] = [-1, -1];
  for (const [i, centre] of centres.entries()) {
    const length = Math.sqrt(dot(centre, centre));
    const value = length === 0 ? -1 : dot(vector, centre) / length;
    if (value > cosine) [group, cosine] = [i, value];
  }
  return { group, cosine };
}

function moveTowards(centre: Float32Array, vector: Float32Array): void {
  for (let i = 0; i < centre.length; i++) centre[i]! += vector[i]!;
}

/** The largest first; those too small are -1. */
function numbered(groups: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const group of groups) if (group >= 0) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const order = [...sizes]
    .filter(([, size]) => size >= LEAST_OF_TOPIC)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([group]) => group);
  return groups.map((group) => order.indexOf(group));
}
