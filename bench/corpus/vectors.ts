import type { EmbeddingEngine } from '../../src/ai/index.ts';
import { gaussians, hashText } from './random.ts';
import { subjectOf } from './words.ts';

export const dimensions = 1536;
/** Subjects belong to topics, as «notice period» belongs to contracts: clusters within clusters. */
export const topics = 200;
export const subjectsPerTopic = 40;

/*
 * How much of a vector is common to all texts, to its topic, to its subject, and its own. Two texts of a subject have
 * a cosine of about 0.74, of a topic 0.5, of nothing in common 0.14: what embeddings of English sentences look like.
 * Uniform noise would be easy for every index that sorts by cluster and impossible for all others; neither is life.
 */
const share = { all: 0.38, topic: 0.6, subject: 0.5, own: 0.5 };

let common: Float32Array | undefined;
let topicCentres: Float32Array | undefined;
let noise: Float32Array | undefined;

/** Vectors begin anywhere in one long noise: a thousand numbers a text, drawn anew, would be most of a bench's time. */
const noiseLength = 4_000_037;
const scale = 1 / Math.sqrt(dimensions);

/** The vector of a text: always the same, near those of texts on its subject. Every arm and every peer is given this. */
export function vectorOf(text: string): Float32Array {
  common ??= gaussians(dimensions, 1);
  topicCentres ??= gaussians(dimensions * topics, 2);
  noise ??= gaussians(noiseLength, 3);
  const hash = hashText(text);
  const subject = subjectOf(text) ?? hash % (topics * subjectsPerTopic);
  const topicAt = (Math.floor(subject / subjectsPerTopic) % topics) * dimensions;
  const subjectAt = (subject * 7_919 + 13) % (noiseLength - dimensions);
  const ownAt = hash % (noiseLength - dimensions);
  const vector = new Float32Array(dimensions);
  let squares = 0;
  for (let i = 0; i < dimensions; i++) {
    const value =
      scale *
      (share.all * common[i]! +
        share.topic * topicCentres[topicAt + i]! +
        share.subject * noise[subjectAt + i]! +
        share.own * noise[ownAt + i]!);
    vector[i] = value;
    squares += value * value;
  }
  const norm = 1 / Math.sqrt(squares);
  for (let i = 0; i < dimensions; i++) vector[i]! *= norm;
  return vector;
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Takes no time, so that only the memory is measured; `delayMs` for what it is like to have a provider. */
export function stubEngine(delayMs = 0): EmbeddingEngine {
  return {
    name: 'bench/clusters',
    dimensions,
    maxBatch: 64,
    async embed(texts) {
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      return texts.map(vectorOf);
    },
    async close() {},
  };
}
