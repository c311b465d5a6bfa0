import type { Candidate } from './types.ts';

/** How many of the best are taken to tell what a good cosine is; smaller pools take what they have. */
const TOP = 100;

/**
 * Cosines on a scale of their own pool: standard deviations above the mean of the best hundred. Embedding models differ
 * in where their cosines lie, and larger memories have larger pools: of both this takes the scale out. Where a message
 * has no vector, the value is what the pool's others with as much lexical likeness have (a least-squares line), so that it
 * neither wins nor loses by it.
 */
export function standardCosines(pool: readonly Candidate[], lexical: ArrayLike<number>): Float64Array {
  const out = new Float64Array(pool.length);
  const known = pool.flatMap((c) => (c.cosine !== null && Number.isFinite(c.cosine) ? [c.cosine] : []));
  if (known.length < 3) return out;
  const best = known.sort((a, b) => b - a).slice(0, TOP);
  const mean = best.reduce((a, b) => a + b, 0) / best.length;
  const sd = Math.sqrt(best.reduce((a, b) => a + (b - mean) ** 2, 0) / best.length) || 1;
  let [n, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
  pool.forEach((c, i) => {
    if (c.cosine === null || !Number.isFinite(c.cosine)) return;
    const z = Math.min(5, Math.max(-5, (c.cosine - mean) / sd));
    out[i] = z;
    const x = lexical[i]!;
    n++;
    sx += x;
    sy += z;
    sxx += x * x;
    sxy += x * z;
  });
  if (n === pool.length) return out;
  const spread = sxx - (sx * sx) / n;
  const slope = spread > 1e-9 ? (sxy - (sx * sy) / n) / spread : 0;
  const start = (sy - slope * sx) / n;
  pool.forEach((c, i) => {
    if (c.cosine === null || !Number.isFinite(c.cosine)) out[i] = start + slope * lexical[i]!;
  });
  return out;
}
