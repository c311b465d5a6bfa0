/** How many the signs pick, of whom the exact cosine orders. */
const CANDIDATES = 150;

/**
 * Each vector's nearest by cosine distance, itself first, for vectors of unit length. Of many, the signs of the components
 * pick candidates first, as recall does: comparing all exactly takes ten times as long.
 */
export function nearest(vectors: readonly Float32Array[], count: number) {
  const bits = vectors.map(signs);
  const indices: number[][] = [];
  const distances: number[][] = [];
  for (const [i, from] of vectors.entries()) {
    const among = vectors.length > 2 * CANDIDATES ? alike(bits, i) : vectors.map((_, j) => j);
    // More than any cosine: a vector is its own nearest, even beside its like.
    const cosines = among.map((j) => (i === j ? 2 : dot(from, vectors[j]!)));
    const order = top(cosines, count);
    indices.push(order.map((place) => among[place]!));
    distances.push(order.map((place) => (among[place] === i ? 0 : Math.max(0, 1 - cosines[place]!))));
  }
  return { indices, distances };
}

function signs(vector: Float32Array): Uint32Array {
  const bits = new Uint32Array(Math.ceil(vector.length / 32));
  for (let i = 0; i < vector.length; i++) if (vector[i]! > 0) bits[i >> 5]! |= 1 << (i & 31);
  return bits;
}

/** The vectors whose signs differ least, by counting: distances are small whole numbers. */
function alike(bits: readonly Uint32Array[], from: number): number[] {
  const own = bits[from]!;
  const apart = new Uint16Array(bits.length);
  const counts = new Uint32Array(own.length * 32 + 1);
  for (let j = 0; j < bits.length; j++) {
    const other = bits[j]!;
    let differ = 0;
    for (let word = 0; word < own.length; word++) differ += ones(own[word]! ^ other[word]!);
    apart[j] = differ;
    counts[differ]!++;
  }
  let limit = 0;
  for (let taken = 0; limit < counts.length; limit++) {
    taken += counts[limit]!;
    if (taken >= CANDIDATES) break;
  }
  const among: number[] = [];
  for (let j = 0; j < apart.length; j++) if (apart[j]! <= limit) among.push(j);
  return among;
}

function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The places of the largest values, the largest first; of equals the first. */
function top(values: readonly number[], count: number): number[] {
  const best: number[] = [];
  for (let j = 0; j < values.length; j++) {
    if (best.length === count && values[j]! <= values[best.at(-1)!]!) continue;
    let place = best.length;
    while (place > 0 && values[best[place - 1]!]! < values[j]!) place--;
    best.splice(place, 0, j);
    if (best.length > count) best.pop();
  }
  return best;
}

/** Four sums side by side: one alone waits for each addition before the next. */
export function dot(a: Float32Array, b: Float32Array): number {
  let [p, q, r, s] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < a.length; i += 4) {
    p += a[i]! * b[i]!;
    q += a[i + 1]! * b[i + 1]!;
    r += a[i + 2]! * b[i + 2]!;
    s += a[i + 3]! * b[i + 3]!;
  }
  for (; i < a.length; i++) p += a[i]! * b[i]!;
  return p + q + r + s;
}
