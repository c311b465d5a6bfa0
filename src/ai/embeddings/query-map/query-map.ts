import { normalise } from '../vectors.ts';

/**
 * Takes the vector of a question to where what answers it lies: `(1 + difference) · vector + bias`. An encoder of
 * similarity puts a question beside other questions; this moves it beside statements that answer such questions. Fitted
 * by `evals/fit.ts` on labelled conversations, for one model and with nobody's own messages.
 */
export interface QueryMap {
  /** Of the vectors. */
  dimensions: number;
  bias: Float32Array;
  /** Row by row, `dimensions` in each. */
  difference: Float32Array;
}

/** A question's vector (unit length) as it is compared with stored ones, of unit length too. */
export function applyQueryMap(
  { dimensions, bias, difference }: QueryMap,
  vector: Float32Array,
): Float32Array {
  const mapped = new Float32Array(dimensions);
  for (let row = 0; row < dimensions; row++) {
    let sum = vector[row]! + bias[row]!;
    const start = row * dimensions;
    for (let i = 0; i < dimensions; i++) sum += difference[start + i]! * vector[i]!;
    mapped[row] = sum;
  }
  return normalise(mapped) ?? vector;
}

/**
 * As it is kept in a file: the bias and each row's step as 32-bit floats, little-endian, then the differences as whole
 * steps of a byte.
 */
export function encodeQueryMap({ dimensions, bias, difference }: QueryMap): Buffer {
  const bytes = Buffer.alloc(dimensions * (4 + 4 + dimensions));
  for (let row = 0; row < dimensions; row++) {
    const values = difference.subarray(row * dimensions, (row + 1) * dimensions);
    const step = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127 || 1;
    bytes.writeFloatLE(bias[row]!, 4 * row);
    bytes.writeFloatLE(step, 4 * (dimensions + row));
    values.forEach((value, i) => {
      bytes.writeInt8(Math.round(value / step), dimensions * (8 + row) + i);
    });
  }
  return bytes;
}

export function decodeQueryMap(bytes: Buffer, dimensions: number): QueryMap {
  if (bytes.length !== dimensions * (8 + dimensions))
    throw new Error(`a query map of ${dimensions} dimensions does not have ${bytes.length} bytes`);
  const bias = Float32Array.from({ length: dimensions }, (_, row) => bytes.readFloatLE(4 * row));
  const difference = Float32Array.from({ length: dimensions * dimensions }, (_, at) => {
    const step = bytes.readFloatLE(4 * (dimensions + Math.floor(at / dimensions)));
    return step * bytes.readInt8(8 * dimensions + at);
  });
  return { dimensions, bias, difference };
}
