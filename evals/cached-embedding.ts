import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import type { EmbeddingEngine } from '../src/ai/index.ts';

const keyLength = 32;

/**
 * An engine that remembers what it embedded, on disk: tuning asks for the same thousands of vectors again and again.
 * One file an engine, of records of one length (the hash of the text, then the vector), only ever appended to.
 */
export function cachedEmbedding(engine: EmbeddingEngine, folder: string): EmbeddingEngine {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${engine.name.replace(/[^\w.-]+/g, '_')}-${engine.dimensions}.bin`);
  const vectors = load(file, engine.dimensions);
  return {
    name: engine.name,
    dimensions: engine.dimensions,
    maxBatch: engine.maxBatch,
    ...(engine.asQuery && { asQuery: engine.asQuery }),
    close: () => engine.close(),
    async embed(texts, signal) {
      const keys = texts.map((text) => createHash('sha256').update(text).digest());
      const missing = [...new Set(texts.filter((_, i) => !vectors.has(keys[i]!.toString('hex'))))];
      if (missing.length > 0) {
        const made = await engine.embed(missing, signal);
        const records = missing.map((text, i) => {
          const key = createHash('sha256').update(text).digest();
          const vector = made[i]!;
          vectors.set(key.toString('hex'), vector);
          return Buffer.concat([key, Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)]);
        });
        appendFileSync(file, Buffer.concat(records));
      }
      return keys.map((key) => vectors.get(key.toString('hex'))!);
    },
  };
}

function load(file: string, dimensions: number): Map<string, Float32Array> {
  const recordLength = keyLength + dimensions * 4;
  const vectors = new Map<string, Float32Array>();
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return vectors;
  }
  // A run that was killed may have left half a record at the end.
  const whole = bytes.length - (bytes.length % recordLength);
  if (whole < bytes.length) truncateSync(file, whole);
  for (let at = 0; at < whole; at += recordLength) {
    const key = bytes.subarray(at, at + keyLength).toString('hex');
    const vector = new Float32Array(dimensions);
    Buffer.from(vector.buffer).set(bytes.subarray(at + keyLength, at + recordLength));
    vectors.set(key, vector);
  }
  return vectors;
}
