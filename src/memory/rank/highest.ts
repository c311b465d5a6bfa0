/** The `n` highest values, ascending. Sorted without a comparison of our own, which is several times as fast. */
export function highestOf(values: ArrayLike<number>, n: number): Float64Array {
  const sorted = Float64Array.from(values).sort();
  return sorted.subarray(Math.max(0, sorted.length - n));
}

/** The places of the `n` highest values, ascending; of equal ones the later. */
export function placesOfHighest(values: ArrayLike<number>, n: number): number[] {
  const places: number[] = [];
  if (n <= 0) return places;
  const lowest = values.length > n ? highestOf(values, n)[0]! : Number.NEGATIVE_INFINITY;
  let above = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > lowest) above++;
  let equals = n - above;
  for (let i = values.length - 1; i >= 0; i--) {
    if (values[i]! > lowest || (values[i] === lowest && equals-- > 0)) places.push(i);
  }
  return places.reverse();
}
