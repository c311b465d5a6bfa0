import { createMatrix, type Matrix, normalize, rowOf } from './matrix.ts';
import { mix } from './random.ts';
import { type Subjects, subjectScores } from './subjects.ts';

/** A text as clustering sees it. */
export interface Item {
  /** Of the embedding engine, unit length; null where there is none (yet). */
  vector: Float32Array | null;
  /** Its terms, each once: hash and weight. */
  terms: readonly (readonly [hash: number, weight: number])[];
  /** How well each of a fixed list of written texts fits it, 0 or more; null where it is not used. */
  profile: Float32Array | null;
}

/** An item with what is long of it made short: all that its place is found by, at a fraction of the memory. */
export interface Reduced {
  /** What is kept of the vector, unit length; null where it has none. */
  vector: Float32Array | null;
  /** Dimensions of the vector it was made of, 0 where it has none. */
  vectorDimensions: number;
  terms: Item['terms'];
  profile: Float32Array | null;
  /** What it says of each subject; null where none were learned. */
  scores: Float32Array | null;
}

/** How much each part counts: the share of the cosine between two items that comes from it. */
export interface Weights {
  vector: number;
  terms: number;
  profile: number;
  /** What it says of each subject that examples were learned for. */
  subjects: number;
}

/**
 * Settled by one half of the topics of evals/topics with the local engine (evals/RESULTS.md has the other half). Its vectors
 * alone are weak on short questions; what two questions say of written subjects tells more than the words they share.
 */
export const standardWeights: Weights = { vector: 0.2, terms: 0.1, profile: 0.2, subjects: 0.5 };

/** Where items are compared: learned from a sample, then the same for every item. Plain data. */
export interface Space {
  weights: Weights;
  /** Dimensions of the engine's vectors and of what is kept of them; 0 where the sample had none. */
  vectorDimensions: number;
  keptDimensions: number;
  profileDimensions: number;
  vectorMean: Float32Array;
  termMean: Float32Array;
  profileMean: Float32Array;
  subjectMean: Float32Array;
  subjects: Subjects | null;
  /** How rare each term is, by its hash; terms of one text of the sample alone are left out. */
  rarity: Map<number, number>;
}

/** Longer vectors are projected down to so many dimensions: cosines change by some 0.07, the time by the factor. */
const mostKept = 256;
const projectedTo = 192;
/** Places that a component or a term is written to, with a sign. More make the projection truer and slower. */
const placesOfComponent = 4;
const placesOfTerm = 2;
const termDimensions = 96;
/**
 * What all items have in common is taken away, since it drowns what tells them apart: fully where there are many items,
 * hardly where a handful is all there is, whose mean is the items themselves.
 */
const shrinkage = 20;
/**
 * What is left of a part of unit length when the common is taken away counts in full from this length on. Less is mostly
 * chance (everybody asks in the same words), and scaled up it would drown the parts that do tell.
 */
const fullFrom = 0.6;

export const dimensionsOf = (space: Space): number =>
  space.keptDimensions + termDimensions + space.profileDimensions + (space.subjects?.count ?? 0);

export function reduceItems(items: readonly Item[], subjects: Subjects | null): Reduced[] {
  const scores = subjects && subjectScores(subjects, items);
  return items.map(({ vector, terms, profile }, i) => {
    const kept = vector && project(vector);
    return {
      vector: kept && normalize(kept) ? kept : null,
      vectorDimensions: vector?.length ?? 0,
      terms,
      profile,
      scores: scores?.[i] ?? null,
    };
  });
}

/** The items were reduced with the same subjects. */
export function learnSpace(
  items: readonly Reduced[],
  { weights = standardWeights, subjects = null }: { weights?: Weights; subjects?: Subjects | null } = {},
): Space {
  const vectorDimensions = items.find(({ vector }) => vector)?.vectorDimensions ?? 0;
  const keptDimensions = keptOf(vectorDimensions);
  const profileDimensions = items.find(({ profile }) => profile)?.profile?.length ?? 0;
  const space: Space = {
    weights,
    vectorDimensions,
    keptDimensions,
    profileDimensions,
    vectorMean: new Float32Array(keptDimensions),
    termMean: new Float32Array(termDimensions),
    profileMean: new Float32Array(profileDimensions),
    subjectMean: new Float32Array(subjects?.count ?? 0),
    subjects,
    rarity: rarityOf(items),
  };
  const means = meansOf(space);
  for (const item of items) {
    const parts = partsOf(space, item);
    for (const name of partNames) {
      const part = parts[name];
      if (part) for (let i = 0; i < part.length; i++) means[name][i]! += part[i]!;
    }
  }
  const share = 1 / (items.length + shrinkage);
  for (const mean of Object.values(means)) for (let i = 0; i < mean.length; i++) mean[i]! *= share;
  return space;
}

function rarityOf(items: readonly Reduced[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { terms } of items) for (const [hash] of terms) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const rarity = new Map<number, number>();
  for (const [hash, count] of counts) if (count > 1) rarity.set(hash, Math.log(1 + items.length / count));
  return rarity;
}

/**
 * The places of items in the space, unit length; a row of zeros where an item says nothing that the space knows. They were
 * reduced with the space's subjects.
 */
export function placeItems(space: Space, items: readonly Reduced[]): Matrix {
  const matrix = createMatrix(items.length, dimensionsOf(space));
  const means = meansOf(space);
  items.forEach((item, row) => {
    const place = rowOf(matrix, row);
    const parts = partsOf(space, item);
    let start = 0;
    for (const name of partNames) {
      const floor = name === 'subjects' ? (space.subjects?.floor ?? 0) : fullFrom;
      put(place, start, parts[name], { mean: means[name], weight: space.weights[name], floor });
      start += means[name].length;
    }
    normalize(place);
  });
  return matrix;
}

const partNames = ['vector', 'terms', 'profile', 'subjects'] as const;

const meansOf = ({ vectorMean, termMean, profileMean, subjectMean }: Space) => ({
  vector: vectorMean,
  terms: termMean,
  profile: profileMean,
  subjects: subjectMean,
});

function put(
  place: Float32Array,
  start: number,
  part: Float32Array | null,
  { mean, weight, floor }: { mean: Float32Array; weight: number; floor: number },
): void {
  if (!part || weight === 0) return;
  let squares = 0;
  for (let i = 0; i < part.length; i++) {
    part[i]! -= mean[i]!;
    squares += part[i]! * part[i]!;
  }
  if (!(squares > 1e-12)) return;
  const scale = Math.sqrt(weight) / Math.max(floor, Math.sqrt(squares));
  for (let i = 0; i < part.length; i++) place[start + i] = part[i]! * scale;
}

/** The parts of an item, or null; each of unit length but the subjects', whose length says how sure they are. */
function partsOf(space: Space, item: Reduced): Record<keyof Weights, Float32Array | null> {
  const terms = sketch(space, item.terms);
  const profile =
    item.profile && item.profile.length === space.profileDimensions ? item.profile.slice() : null;
  return {
    vector: item.vector && item.vectorDimensions === space.vectorDimensions ? item.vector.slice() : null,
    terms: normalize(terms) ? terms : null,
    profile: profile && normalize(profile) ? profile : null,
    subjects: space.subjects && (item.scores?.slice() ?? null),
  };
}

const keptOf = (dimensions: number) => (dimensions > mostKept ? projectedTo : dimensions);

/** A sparse random projection (Kane and Nelson): as true as a dense one for its length, at a hundredth of the work. */
function project(vector: Float32Array): Float32Array {
  const keptDimensions = keptOf(vector.length);
  if (vector.length === keptDimensions) return vector.slice();
  const kept = new Float32Array(keptDimensions);
  const hashes = hashesOf(vector.length);
  for (let i = 0; i < vector.length; i++) {
    for (let place = 0; place < placesOfComponent; place++) {
      const hash = hashes[i * placesOfComponent + place]!;
      kept[(hash >>> 1) % keptDimensions]! += hash & 1 ? vector[i]! : -vector[i]!;
    }
  }
  return kept;
}

let hashes = new Uint32Array(0);

/** Of each place of each component: the same for every vector. */
function hashesOf(components: number): Uint32Array {
  if (hashes.length < components * placesOfComponent)
    hashes = Uint32Array.from({ length: components * placesOfComponent }, (_, i) => mix(i + 1));
  return hashes;
}

function sketch({ rarity }: Space, terms: Item['terms']): Float32Array {
  const out = new Float32Array(termDimensions);
  for (const [hash, weight] of terms) {
    const rare = rarity.get(hash);
    if (rare === undefined) continue;
    for (let place = 0; place < placesOfTerm; place++) {
      const mixed = mix(hash + place * 0x9e3779b9);
      out[(mixed >>> 1) % termDimensions]! += mixed & 1 ? weight * rare : -weight * rare;
    }
  }
  return out;
}
