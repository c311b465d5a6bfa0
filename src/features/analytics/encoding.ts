import type { Label, Matrix, Subjects } from '../../clustering/index.ts';
import type { Groups } from './groups.ts';
import type { Model } from './thread.ts';

/*
 * A model as a text that every database keeps: numbers as base64, terms as hashes. The labels, the only words, are kept
 * beside it.
 */

interface StoredGroups {
  rows: number;
  columns: number;
  data: string;
  floors: number[];
}

const toBase64 = (data: Float32Array) =>
  Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64');

function fromBase64(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64');
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

const storeGroups = ({ centroids: { data, rows, columns }, floors }: Groups): StoredGroups => ({
  rows,
  columns,
  data: toBase64(data),
  floors,
});

function loadGroups({ rows, columns, data, floors }: StoredGroups, labels: Label[]): Groups {
  const centroids: Matrix = { data: fromBase64(data), rows, columns };
  return { centroids, floors, labels, tried: [] };
}

function storeSubjects({ vectorMean, ofVector, places, rarity, ofTerms, ...rest }: Subjects) {
  return {
    ...rest,
    vectorMean: toBase64(vectorMean),
    ofVector: toBase64(ofVector),
    places: [...places],
    rarity: toBase64(rarity),
    ofTerms: toBase64(ofTerms),
  };
}

function loadSubjects(stored: ReturnType<typeof storeSubjects>): Subjects {
  return {
    ...stored,
    vectorMean: fromBase64(stored.vectorMean),
    ofVector: fromBase64(stored.ofVector),
    places: new Map(stored.places),
    rarity: fromBase64(stored.rarity),
    ofTerms: fromBase64(stored.ofTerms),
  };
}

export function encodeModel({ space, questions, gaps }: Model): string {
  const { vectorMean, termMean, profileMean, subjectMean, subjects, rarity, ...rest } = space;
  return JSON.stringify({
    space: {
      ...rest,
      vectorMean: toBase64(vectorMean),
      termMean: toBase64(termMean),
      profileMean: toBase64(profileMean),
      subjectMean: toBase64(subjectMean),
      subjects: subjects && storeSubjects(subjects),
      rarity: [...rarity],
    },
    questions: storeGroups(questions),
    gaps: storeGroups(gaps),
  });
}

export function decodeModel(text: string, labels: { questions: Label[]; gaps: Label[] }): Model {
  const stored = JSON.parse(text);
  const { space } = stored;
  return {
    space: {
      ...space,
      vectorMean: fromBase64(space.vectorMean),
      termMean: fromBase64(space.termMean),
      profileMean: fromBase64(space.profileMean),
      subjectMean: fromBase64(space.subjectMean),
      subjects: space.subjects && loadSubjects(space.subjects),
      rarity: new Map(space.rarity),
    },
    questions: loadGroups(stored.questions, labels.questions),
    gaps: loadGroups(stored.gaps, labels.gaps),
  };
}
