import {
  type Example,
  learnSpace,
  learnSubjects,
  placeItems,
  type Reduced,
  reduceItems,
  type Space,
  type Subjects,
} from '../../clustering/index.ts';
import { findGroups, type Groups, type Membership, place } from './groups.ts';
import { readQuestion, type Word } from './reading.ts';

/*
 * What the thread of the analytics does: reads questions, finds clusters, assigns questions to them. Nothing is kept
 * between two tasks.
 */

/** A message to be read. */
export interface Given {
  text: string;
  vector: Float32Array | null;
}

/** A question, ready to be placed. */
export interface Asked extends Reduced {
  words: Word[];
  /** Whether the playbook has a piece that answers it. */
  hasPiece: boolean;
}

/** A question of the sample that clusters are found in. */
export interface Sampled extends Asked {
  owner: string;
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
  | { name: 'read'; given: Given[]; subjects: Subjects }
  | { name: 'learn'; examples: Example[] }
  | { name: 'find'; subjects: Subjects; sample: Sampled[]; minPeople: number; seed: number }
  | { name: 'assign'; given: Given[]; model: Model };

export interface Results {
  read: (Asked | null)[];
  learn: Subjects;
  find: Model;
  assign: (Assigned | null)[];
}

export function work(task: Task): Results[Task['name']] {
  switch (task.name) {
    case 'read':
      return ask(task.given, task.subjects);
    case 'learn':
      return learnSubjects(task.examples);
    case 'find':
      return find(task);
    case 'assign':
      return assignAll(task.given, task.model);
  }
}

/** Null where nothing is asked. */
function ask(given: Given[], subjects: Subjects | null): (Asked | null)[] {
  const read = given.map(({ text, vector }) => {
    const one = readQuestion(text);
    return one && { ...one, vector };
  });
  const reduced = reduceItems(
    read.filter((one) => one !== null),
    subjects,
  );
  let next = 0;
  return read.map((one) => one && { ...reduced[next++]!, words: one.words, hasPiece: one.hasPiece });
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
  const read = ask(given, space.subjects);
  const asked = read.filter((one) => one !== null);
  const rows = placeItems(space, asked);
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
