/** The `n` highest values, ascending. Sorted without a comparison of our own, which is several times as fast. */
export function highestOf(values: ArrayLike<number>, n: number): Float64Array {
  const sorted = Float64Array.from(values).sort();
  return sorted.subarray(Math.max(0, sorted.length - n));
}
