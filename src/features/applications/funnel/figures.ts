/** A share with what it is made of: `n` of `of`, and where the true rate lies with 95% confidence. */
export interface Share {
  n: number;
  of: number;
  /** Null where there is nothing to take a share of. */
  rate: number | null;
  low: number | null;
  high: number | null;
}

/** The 97.5% point of the normal distribution. */
const z = 1.959964;

/**
 * A share with its interval by Wilson's score (E. B. Wilson 1927), which stays honest for tiny numbers: 1 of 2 is
 * anything from 9% to 91%.
 */
export function share(n: number, of: number): Share {
  if (of === 0) return { n, of, rate: null, low: null, high: null };
  const rate = n / of;
  const scale = 1 + z ** 2 / of;
  const centre = (rate + z ** 2 / (2 * of)) / scale;
  const spread = (z / scale) * Math.sqrt((rate * (1 - rate)) / of + z ** 2 / (4 * of ** 2));
  return {
    n,
    of,
    rate: rounded(rate, 3),
    low: rounded(Math.max(0, centre - spread), 3),
    high: rounded(Math.min(1, centre + spread), 3),
  };
}

/** To one decimal; null of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const value = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return rounded(value, 1);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
