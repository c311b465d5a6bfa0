import type { ProfileFeatures } from './features.ts';

export interface Comparable {
  engine: string;
  /** Unit length. */
  vector: readonly number[];
  features: ProfileFeatures;
}

/** Chosen, not fitted. What one of the two does not have counts for neither. */
const WEIGHTS = { said: 0.4, families: 0.3, skills: 0.2, seniority: 0.1 };
/** From here on two people count as similar. */
export const SIMILAR_FROM = 0.45;

/** How alike two people are, 0 to 1: what they talk about, the roles they look at, their skills and level. */
export function likeness(a: Comparable, b: Comparable): number {
  const parts: [number, number | null][] = [
    // Vectors of two engines are not compared.
    [WEIGHTS.said, a.engine === b.engine ? Math.max(0, cosine(a.vector, b.vector)) : null],
    [WEIGHTS.families, shared(a.features.families, b.features.families)],
    [WEIGHTS.skills, shared(a.features.skills, b.features.skills)],
    [WEIGHTS.seniority, shared(a.features.seniority, b.features.seniority)],
  ];
  let [sum, total] = [0, 0];
  for (const [weight, value] of parts) {
    if (value === null) continue;
    sum += weight * value;
    total += weight;
  }
  return total === 0 ? 0 : sum / total;
}

function cosine(a: readonly number[], b: readonly number[]): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    ab += a[i]! * b[i]!;
    aa += a[i]! ** 2;
    bb += b[i]! ** 2;
  }
  return aa && bb ? ab / Math.sqrt(aa * bb) : 0;
}

/** The share of the shorter list that both have; null where one is empty. */
function shared(a: readonly string[], b: readonly string[]): number | null {
  const least = Math.min(a.length, b.length);
  return least === 0 ? null : a.filter((one) => b.includes(one)).length / least;
}
