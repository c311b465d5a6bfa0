import { pointerTo } from '../../../career/resume/index.ts';

/** How what a CV holds now relates to what it held before, by JSON pointer. */
export interface Aligned {
  /** What is as it was, though it may stand at another place: lists and entries as well. Before to after. */
  same: ReadonlyMap<string, string>;
  /** Every list, entry and field that goes on, changed or not. Before to after. */
  goesOn: ReadonlyMap<string, string>;
  /** Values that were not there before. After. */
  changed: readonly string[];
  /** What something was taken out of: an entry, a list. After. */
  shortened: readonly string[];
}

type Path = readonly (string | number)[];

/** Lists of more pairs than this are paired by their order alone. */
const mostComparisons = 4_000;

/**
 * Holds a CV against what it was before. Entries of a list are recognised by what they hold, so that one taken out or put
 * in before others changes nothing of those.
 */
export function align(before: unknown, after: unknown): Aligned {
  const same = new Map<string, string>();
  const goesOn = new Map<string, string>();
  const changed: string[] = [];
  const shortened: string[] = [];

  function visit(old: unknown, oldPath: Path, now: unknown, nowPath: Path): void {
    const [from, to] = [pointerTo(...oldPath), pointerTo(...nowPath)];
    goesOn.set(from, to);
    if (isEqual(old, now)) same.set(from, to);
    if (Array.isArray(old) && Array.isArray(now)) {
      const pairs = paired(old, now);
      for (const [index, item] of now.entries()) {
        const partner = pairs.get(index);
        if (partner === undefined) appear(item, [...nowPath, index]);
        else visit(old[partner], [...oldPath, partner], item, [...nowPath, index]);
      }
      if (pairs.size < old.length) shortened.push(to);
    } else if (isRecord(old) && isRecord(now)) {
      for (const [key, value] of Object.entries(now)) {
        if (Object.hasOwn(old, key)) visit(old[key], [...oldPath, key], value, [...nowPath, key]);
        else appear(value, [...nowPath, key]);
      }
      if (Object.keys(old).some((key) => !Object.hasOwn(now, key))) shortened.push(to);
    } else if (old !== now) appear(now, nowPath);
  }

  function appear(value: unknown, path: Path): void {
    const inner = Array.isArray(value)
      ? [...value.entries()]
      : isRecord(value)
        ? Object.entries(value)
        : null;
    if (inner === null) changed.push(pointerTo(...path));
    else for (const [key, item] of inner) appear(item, [...path, key]);
  }

  visit(before, [], after, []);
  return { same, goesOn, changed, shortened };
}

/** For each place of the new list that of the old one which it goes on from. */
function paired(before: readonly unknown[], after: readonly unknown[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const free = new Set(before.keys());
  const take = (now: number, old: number) => {
    pairs.set(now, old);
    free.delete(old);
  };
  const open = () => [...after.keys()].filter((index) => !pairs.has(index));

  for (const index of open()) if (free.has(index) && isEqual(before[index], after[index])) take(index, index);
  const places = Map.groupBy(free, (index) => JSON.stringify(before[index]));
  for (const index of open()) {
    const old = places.get(JSON.stringify(after[index]))?.shift();
    if (old !== undefined) take(index, old);
  }
  if (open().length * free.size <= mostComparisons) {
    for (const index of open()) {
      const [best] = [...free]
        .map((old) => ({ old, score: likeness(before[old], after[index]) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || Math.abs(a.old - index) - Math.abs(b.old - index));
      if (best) take(index, best.old);
    }
  }
  // What is left was written anew where it stood.
  for (const index of open()) {
    const old = free.has(index) ? index : [...free][0];
    if (old !== undefined) take(index, old);
  }
  return pairs;
}

/** How many fields two entries share. */
function likeness(a: unknown, b: unknown): number {
  if (!isRecord(a) || !isRecord(b)) return 0;
  return Object.keys(a).filter((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key])).length;
}

const isEqual = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
