import type { Resume } from '../src/career/resume/index.ts';

/** Fields of one kind (`work.startDate`): `wrong` were read and are not so, `missing` were to be read and were not. */
export interface Tally {
  right: number;
  wrong: number;
  missing: number;
}

export type Tallies = Map<string, Tally>;

interface Difference {
  kind: string;
  expected?: string;
  read?: string;
}

type Fields = Map<string, string[]>;

const normal = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The same but for white space and case; a label with « … » in it gives a beginning and an end. */
export function sameValue(expected: string, read: string): boolean {
  const [begin, end] = expected.split('…').map(normal) as [string, string | undefined];
  const text = normal(read);
  if (end === undefined) return text === begin;
  return text.length >= begin.length + end.length && text.startsWith(begin) && text.endsWith(end);
}

function flatten(value: unknown, path: string, fields: Fields): Fields {
  if (typeof value === 'string') fields.set(path, [...(fields.get(path) ?? []), value]);
  else if (Array.isArray(value)) for (const item of value) flatten(item, path, fields);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value))
      flatten(member, path === '' ? key : `${path}.${key}`, fields);
  }
  return fields;
}

/** The values of two entries that are the same, as pairs of what is left over on either side. */
function compare(
  expected: Fields,
  read: Fields,
  onPair: (kind: string, left: string[], right: string[], same: number) => void,
) {
  for (const kind of new Set([...expected.keys(), ...read.keys()])) {
    const left = [...(expected.get(kind) ?? [])];
    const right = [...(read.get(kind) ?? [])];
    let same = 0;
    for (const value of [...left]) {
      const at = right.findIndex((other) => sameValue(value, other));
      if (at < 0) continue;
      right.splice(at, 1);
      left.splice(left.indexOf(value), 1);
      same++;
    }
    onPair(kind, left, right, same);
  }
}

function sameFields(expected: Fields, read: Fields): number {
  let count = 0;
  compare(expected, read, (_kind, _left, _right, same) => {
    count += same;
  });
  return count;
}

/** Entries of one list beside each other: those with the most in common first, each once. */
function pairUp(expected: Fields[], read: Fields[]): [Fields, Fields][] {
  const empty: Fields = new Map();
  const options = expected.flatMap((left, i) =>
    read.map((right, k) => ({ i, k, same: sameFields(left, right) })),
  );
  options.sort((a, b) => b.same - a.same || Math.abs(a.i - a.k) - Math.abs(b.i - b.k));
  const left = new Set(expected.keys());
  const right = new Set(read.keys());
  const pairs: [Fields, Fields][] = [];
  for (const { i, k, same } of options) {
    if (same === 0 || !left.has(i) || !right.has(k)) continue;
    left.delete(i);
    right.delete(k);
    pairs.push([expected[i]!, read[k]!]);
  }
  for (const i of left) pairs.push([expected[i]!, empty]);
  for (const k of right) pairs.push([empty, read[k]!]);
  return pairs;
}

/** Skills count by what they name: `skills.item` whether it stood alone or in a category, `skills.category`. */
function skillFields(skills: NonNullable<Resume['skills']>): Fields {
  const fields: Fields = new Map();
  for (const { name, keywords, level } of skills) {
    if (keywords && keywords.length > 0) {
      flatten(keywords, 'skills.item', fields);
      if (name) flatten(name, 'skills.category', fields);
    } else if (name) flatten(name, 'skills.item', fields);
    if (level) flatten(level, 'skills.level', fields);
  }
  return fields;
}

/** Compares what was read with what a person labelled, field by field. */
export function scoreResume(expected: Resume, read: Resume): { tallies: Tallies; differences: Difference[] } {
  const tallies: Tallies = new Map();
  const differences: Difference[] = [];
  const count = (left: Fields, right: Fields) =>
    compare(left, right, (kind, missing, wrong, same) => {
      const tally = tallies.get(kind) ?? { right: 0, wrong: 0, missing: 0 };
      tally.right += same;
      tally.wrong += wrong.length;
      tally.missing += missing.length;
      tallies.set(kind, tally);
      for (let i = 0; i < Math.max(missing.length, wrong.length); i++) {
        differences.push({ kind, expected: missing[i], read: wrong[i] });
      }
    });
  const lists = new Set([...Object.keys(expected), ...Object.keys(read)]) as Set<keyof Resume>;
  for (const key of lists) {
    if (key === 'meta') continue;
    if (key === 'basics')
      count(flatten(expected.basics, key, new Map()), flatten(read.basics, key, new Map()));
    else if (key === 'skills') count(skillFields(expected.skills ?? []), skillFields(read.skills ?? []));
    else {
      const fieldsOf = (items: unknown[] | undefined) =>
        (items ?? []).map((item) => flatten(item, key, new Map()));
      for (const [left, right] of pairUp(fieldsOf(expected[key]), fieldsOf(read[key]))) count(left, right);
    }
  }
  return { tallies, differences };
}

export function addTallies(total: Tallies, more: Tallies): void {
  for (const [kind, { right, wrong, missing }] of more) {
    const sum = total.get(kind) ?? { right: 0, wrong: 0, missing: 0 };
    total.set(kind, { right: sum.right + right, wrong: sum.wrong + wrong, missing: sum.missing + missing });
  }
}

export function totalOf(tallies: Tallies): Tally {
  const total = { right: 0, wrong: 0, missing: 0 };
  for (const { right, wrong, missing } of tallies.values()) {
    total.right += right;
    total.wrong += wrong;
    total.missing += missing;
  }
  return total;
}

/** Of what was read, the share that is right; null where nothing was read. */
export const precision = ({ right, wrong }: Tally) => (right + wrong === 0 ? null : right / (right + wrong));

/** Of what was to be read, the share that was; null where there was nothing. */
export const recall = ({ right, missing }: Tally) =>
  right + missing === 0 ? null : right / (right + missing);
