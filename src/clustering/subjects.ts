import { createMatrix, dotRows, normalize, rowOf } from './matrix.ts';
import { eachProducts } from './products.ts';
import { solveRidge } from './solve.ts';

/** A text whose subject is known. */
export interface Example {
  /** Of the embedding engine; all examples have one, of one length. */
  vector: Float32Array;
  /** Its terms, each once: hash and weight. */
  terms: readonly (readonly [hash: number, weight: number])[];
  /** The subject it is about: 0, 1, 2, … */
  subject: number;
}

/** How texts are told apart by subject: learned from examples, then the same for every text. Plain data. */
export interface Subjects {
  count: number;
  vectorMean: Float32Array;
  /** For each subject, what each component of a vector says of it. */
  ofVector: Float32Array;
  /** Each term the examples hold, by its hash: its place in `ofTerms`. */
  places: Map<number, number>;
  rarity: Float32Array;
  ofTerms: Float32Array;
  /** Scores shorter than this tell little: half as sure as the examples are on average. */
  floor: number;
}

/** Settled by one half of the topics of evals/topics: how much of the likeness of two texts is the vector's, the rest being the terms'. */
const vectorShare = 0.7;
/** Ridge against learning the examples by heart: they are few, and people ask in other words. */
const ridge = 2;

/**
 * Learns by ridge regression which directions of the vectors and which terms tell subjects apart. An engine's vectors
 * spend most of their length on how something is said; what separates the subjects of written examples separates
 * subjects that nobody wrote down as well, only less.
 */
export function learnSubjects(examples: readonly Example[]): Subjects {
  const size = examples.length;
  const dimensions = examples[0]?.vector.length ?? 0;
  const count = 1 + Math.max(-1, ...examples.map(({ subject }) => subject));
  const subjects = emptySubjects(examples, count, dimensions);
  const read = examples.map((example) => ({
    vector: vectorPart(subjects, example.vector),
    terms: termPart(subjects, example.terms),
  }));
  const likeness = likenessOf(read, subjects.rarity.length);
  const learned = targetsOf(examples, count);
  solveRidge(likeness, { size, columns: count, ridge }, learned);
  read.forEach(({ vector, terms }, i) => {
    for (let subject = 0; subject < count; subject++) {
      const weight = learned[i * count + subject]!;
      for (let at = 0; at < dimensions; at++)
        subjects.ofVector[subject * dimensions + at]! += weight * vector[at]!;
      for (const [place, value] of terms) subjects.ofTerms[place * count + subject]! += weight * value;
    }
  });
  const sure = subjectScores(subjects, examples).reduce((sum, scores) => sum + Math.hypot(...scores), 0);
  return { ...subjects, floor: sure / 2 / Math.max(1, size) };
}

interface Text {
  vector: Float32Array | null;
  terms: Example['terms'];
}

/** What texts say of each subject; not of unit length: the longer, the surer. Without a vector its terms alone tell. */
export function subjectScores(subjects: Subjects, texts: readonly Text[]): Float32Array[] {
  const { count, ofVector, ofTerms, vectorMean } = subjects;
  const scores = texts.map(() => new Float32Array(count));
  const columns = vectorMean.length;
  const withVector = texts.flatMap(({ vector }, i) => (vector?.length === columns ? [i] : []));
  const parts = createMatrix(withVector.length, columns);
  withVector.forEach((text, row) => {
    rowOf(parts, row).set(vectorPart(subjects, texts[text]!.vector!));
  });
  eachProducts(parts, { data: ofVector, rows: count, columns }, (row, products) => {
    scores[withVector[row]!]!.set(products);
  });
  texts.forEach(({ terms }, i) => {
    for (const [place, value] of termPart(subjects, terms)) {
      for (let subject = 0; subject < count; subject++)
        scores[i]![subject]! += value * ofTerms[place * count + subject]!;
    }
  });
  return scores;
}

function emptySubjects(examples: readonly Example[], count: number, dimensions: number): Subjects {
  const vectorMean = new Float32Array(dimensions);
  const texts = new Map<number, number>();
  for (const { vector, terms } of examples) {
    for (let i = 0; i < dimensions; i++) vectorMean[i]! += vector[i]! / examples.length;
    for (const [hash] of terms) texts.set(hash, (texts.get(hash) ?? 0) + 1);
  }
  return {
    count,
    vectorMean,
    ofVector: new Float32Array(dimensions * count),
    places: new Map([...texts.keys()].map((hash, place) => [hash, place])),
    rarity: Float32Array.from(texts.values(), (among) => Math.log(1 + examples.length / among)),
    ofTerms: new Float32Array(texts.size * count),
    floor: 0,
  };
}

function vectorPart({ vectorMean }: Subjects, vector: Float32Array): Float32Array {
  const part = new Float32Array(vector.length);
  for (let i = 0; i < part.length; i++) part[i] = vector[i]! - vectorMean[i]!;
  normalize(part);
  const scale = Math.sqrt(vectorShare);
  for (let i = 0; i < part.length; i++) part[i]! *= scale;
  return part;
}

function termPart({ places, rarity }: Subjects, terms: Example['terms']): [place: number, value: number][] {
  const part = terms.flatMap(([hash, weight]): [number, number][] => {
    const place = places.get(hash);
    return place === undefined ? [] : [[place, weight * rarity[place]!]];
  });
  const length = Math.hypot(...part.map(([, value]) => value));
  if (length === 0) return [];
  const scale = Math.sqrt(1 - vectorShare) / length;
  return part.map(([place, value]) => [place, value * scale]);
}

interface Read {
  vector: Float32Array;
  terms: [place: number, value: number][];
}

/** The products of every two texts. By term rather than by pair: two texts share few terms, and most none. */
function likenessOf(read: readonly Read[], termCount: number): Float64Array {
  const size = read.length;
  const likeness = new Float64Array(size * size);
  const holders = Array.from({ length: termCount }, (): [text: number, value: number][] => []);
  read.forEach(({ vector, terms }, i) => {
    for (let j = 0; j <= i; j++) {
      likeness[i * size + j] = dotRows(vector, 0, read[j]!.vector, 0, vector.length);
    }
    for (const [place, value] of terms) {
      holders[place]!.push([i, value]);
      for (const [j, other] of holders[place]!) likeness[i * size + j]! += value * other;
    }
  });
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) likeness[j * size + i] = likeness[i * size + j]!;
  }
  return likeness;
}

/** A column a subject, centred and of unit length: a subject with many examples is no surer than one with few. */
function targetsOf(examples: readonly Example[], count: number): Float64Array {
  const sizes = new Int32Array(count);
  for (const { subject } of examples) sizes[subject]!++;
  const targets = new Float64Array(examples.length * count);
  examples.forEach(({ subject: own }, i) => {
    for (let subject = 0; subject < count; subject++) {
      const share = sizes[subject]! / examples.length;
      const length = Math.sqrt(examples.length * share * (1 - share)) || 1;
      targets[i * count + subject] = ((own === subject ? 1 : 0) - share) / length;
    }
  });
  return targets;
}
