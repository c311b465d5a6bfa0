import {
  type Example,
  type Item,
  learnSpace,
  learnSubjects,
  placeItems,
  type Space,
  type Subjects,
} from '../../clustering/index.ts';
import { findGroups, type Groups, type Membership, place } from './groups.ts';
import { type ReadText, readQuestion } from './reading.ts';

/*
 * What the thread of the analytics does: reads questions, finds clusters, assigns questions to them. Nothing is kept
 * between two tasks.
 */

/** A message to be read. */
export interface Given {
  text: string;
  vector: Float32Array | null;
}

/** A question of the sample that clusters are found in. */
export interface Sampled extends ReadText {
  owner: string;
  vector: Float32Array | null;
  /** Whether it was answered badly. */
  isGap: boolean;
}

/** Everything that assigning a question needs. */
export interface Model {
  space: Space;
  questions: Groups;
  gaps: Groups;
}

export interface Assigned {
  question: Membership;
  gap: Membership;
  hasPiece: boolean;
}

export type Task =
  | { name: 'read'; texts: string[] }
  | { name: 'learn'; examples: Example[] }
  | { name: 'find'; subjects: Subjects; sample: Sampled[]; minPeople: number; seed: number }
  | { name: 'assign'; given: Given[]; model: Model };

export interface Results {
  read: (ReadText | null)[];
  learn: Subjects;
  find: Model;
  assign: (Assigned | null)[];
}

export function work(task: Task): Results[Task['name']] {
  switch (task.name) {
    case 'read':
      return task.texts.map(readQuestion);
    case 'learn':
      return learnSubjects(task.examples);
    case 'find':
      return find(task);
    case 'assign':
      return assignAll(task.given, task.model);
  }
}

function find({ subjects, sample, minPeople, seed }: Extract<Task, { name: 'find' }>): Model {
  const space = learnSpace(sample, { subjects });
  const badly = sample.filter(({ isGap }) => isGap);
  return {
    space,
    questions: findGroups(placeItems(space, sample), sample, minPeople, seed),
    gaps: findGroups(placeItems(space, badly), badly, minPeople, seed),
  };
}

function assignAll(given: Given[], { space, questions, gaps }: Model): (Assigned | null)[] {
  const read = given.map(({ text, vector }) => {
    const one = readQuestion(text);
    return one && { ...one, vector };
  });
  const asked = read.filter((one) => one !== null);
  const rows = placeItems(
    space,
    asked.map(({ vector, terms, profile }): Item => ({ vector, terms, profile })),
  );
  const words = asked.map((one) => one.words);
  const ofQuestions = place(rows, words, questions);
  const ofGaps = place(rows, words, gaps);
  let next = 0;
  return read.map((one) => {
    if (!one) return null;
    const at = next++;
    return { question: ofQuestions[at]!, gap: ofGaps[at]!, hasPiece: one.hasPiece };
  });
}
