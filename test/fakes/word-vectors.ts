import { createHash } from 'node:crypto';

/** Words that say nothing about the subject. */
const COMMON = new Set(
  'a an and are as at be but by can do does for from have how i in is it me my of on or so that the this to was what when with you your'.split(
    ' ',
  ),
);

/**
 * A stand-in for an embedding: each word, cut to its first five letters, adds to a few places of the vector
 * that its hash names. Texts that share words are near each other, the same text always gives the same
 * vector, and no synonym is ever understood. Unit length.
 */
export function wordVector(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text];
  for (const word of words) {
    const weight = COMMON.has(word) ? 0.1 : 1;
    const hash = createHash('sha256').update(word.slice(0, 5)).digest();
    for (let i = 0; i < 4; i++) {
      const sign = hash[16 + i]! % 2 ? 1 : -1;
      vector[hash.readUInt32LE(i * 4) % dimensions]! += sign * weight;
    }
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((x) => x / length);
}
