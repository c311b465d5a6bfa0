import { highestOf } from './highest.ts';
import type { Candidate } from './types.ts';

/** How many of the best are taken to tell what a good cosine is; smaller pools take what they have. */
const TOP = 100;
/** What is held errs in a cosine's fifth digit, and the databases differ in the seventh; what ranking sees ends before that. */
const GRID = 1e4;

/** A cosine as far as it is told the same by whatever worked it out. */
export const roundedCosine = (cosine: number): number => Math.round(cosine * GRID) / GRID;

/** A pool's cosines on scales of their own; one entry a message. */
export interface StandardCosines {
  /** Standard deviations above the mean of the best hundred. */
  z: Float64Array;
  /** The share of the way from the pool's usual cosine to 1, the same meaning: a paraphrase is near 1. */
  toward: Float64Array;
}

/**
 * Cosines on a scale of their own pool. Embedding models differ in where their cosines lie, and larger memories have
 * larger pools: of both this takes the scale out. Deviations alone would do so in large pools; in one of ten messages
 * three paraphrases are the deviation, hence the second scale, whose middle is a median.
 *
 * Where a message has no vector, the value is what the pool's others with as much lexical likeness have (a
 * least-squares line), so that it neither wins nor loses by it.
 */
export function standardCosines(pool: readonly Candidate[], lexical: ArrayLike<number>): StandardCosines {
  const z = new Float64Array(pool.length);
  const toward = new Float64Array(pool.length);
  const cosines = pool.map((c) =>
    c.cosine !== null && Number.isFinite(c.cosine) ? roundedCosine(c.cosine) : null,
  );
  const known = cosines.filter((c) => c !== null);
  if (known.length < 2) return { z, toward };
  const best = highestOf(known, TOP);
  const mean = best.reduce((a, b) => a + b, 0) / best.length;
  const sd = Math.sqrt(best.reduce((a, b) => a + (b - mean) ** 2, 0) / best.length) || 1;
  const usual = (best[(best.length - 1) >> 1]! + best[best.length >> 1]!) / 2;
  let [n, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
  cosines.forEach((cosine, i) => {
    if (cosine === null) return;
    const value = Math.min(5, Math.max(-5, (cosine - mean) / sd));
    z[i] = value;
    const x = lexical[i]!;
    n++;
    sx += x;
    sy += value;
    sxx += x * x;
    sxy += x * value;
  });
  if (n < pool.length) {
    const spread = sxx - (sx * sx) / n;
    const slope = spread > 1e-9 ? (sxy - (sx * sy) / n) / spread : 0;
    const start = (sy - slope * sx) / n;
    cosines.forEach((cosine, i) => {
      if (cosine === null) z[i] = start + slope * lexical[i]!;
    });
  }
  for (let i = 0; i < pool.length; i++) {
    toward[i] = Math.min(1, Math.max(-1, (mean + z[i]! * sd - usual) / Math.max(0.05, 1 - usual)));
  }
  return { z, toward };
}
