import { embeddingDimensions } from './dialect.ts';

/*
 * How vectors travel. Binary wherever the driver allows: printing 1,536 floats costs 20 times what copying them does.
 */

/** Zero-padded to the width of the column of record. */
export function pad(vector: Float32Array): Float32Array {
  if (vector.length === embeddingDimensions) return vector;
  const padded = new Float32Array(embeddingDimensions);
  padded.set(vector);
  return padded;
}

/** Rounded to half precision, so that both databases compare the same numbers and rank the same. */
export function roundToHalf(vector: Float32Array): Float32Array {
  return new Float32Array(new Float16Array(vector));
}

/** One bit a component, set where it is positive; padded to `embeddingDimensions` bits. */
export function signBits(vector: Float32Array): Uint8Array {
  const bits = new Uint8Array(embeddingDimensions / 8);
  for (let i = 0; i < vector.length; i++) if (vector[i]! > 0) bits[i >> 3]! |= 0x80 >> (i & 7);
  return bits;
}

/**
 * The text form of a vector of unit length, `[0.1,-0.2]`: nine decimals keep its cosines to well under 1e-6, and rounding
 * is six times as fast as asking for so many digits.
 */
export function vectorText(vector: Float32Array): string {
  return JSON.stringify(Array.from(vector, (value) => Math.round(value * 1e9) / 1e9));
}

export function parseVectorText(text: string): Float32Array | null {
  try {
    const values: unknown = JSON.parse(text);
    if (!Array.isArray(values) || values.length === 0 || !values.every(Number.isFinite)) return null;
    return Float32Array.from(values as number[]);
  } catch {
    // Another program's value that is no vector: the caller embeds the text itself.
    return null;
  }
}

/** pgvector's binary form of `vector`: int16 dimensions, int16 0, then float4, all big-endian. */
export function vectorBinary(vector: Float32Array): Buffer {
  const buffer = Buffer.alloc(4 + vector.length * 4);
  buffer.writeInt16BE(vector.length, 0);
  for (let i = 0; i < vector.length; i++) buffer.writeFloatBE(vector[i]!, 4 + i * 4);
  return buffer;
}

/** pgvector's binary form of `halfvec`: int16 dimensions, int16 0, then float2, all big-endian. */
export function halfBinary(vector: Float32Array): Buffer {
  const halves = new Uint16Array(new Float16Array(vector).buffer);
  const buffer = Buffer.alloc(4 + halves.length * 2);
  buffer.writeInt16BE(halves.length, 0);
  for (let i = 0; i < halves.length; i++) buffer.writeUInt16BE(halves[i]!, 4 + i * 2);
  return buffer;
}

/** What `halfvec_send` gives: the same form, read. */
export function parseHalfBinary(binary: Uint8Array): Float32Array {
  const view = new DataView(binary.buffer, binary.byteOffset, binary.byteLength);
  const vector = new Float32Array(view.getUint16(0));
  for (let i = 0; i < vector.length; i++) vector[i] = view.getFloat16(4 + i * 2);
  return vector;
}

/** Postgres' binary form of `bit(n)`: int32 length in bits, then the bytes. */
export function bitsBinary(bits: Uint8Array): Buffer {
  const buffer = Buffer.alloc(4 + bits.length);
  buffer.writeInt32BE(bits.length * 8, 0);
  buffer.set(bits, 4);
  return buffer;
}

export function bitsText(bits: Uint8Array): string {
  let text = '';
  for (const byte of bits) text += byte.toString(2).padStart(8, '0');
  return text;
}
