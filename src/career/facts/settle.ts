import type { FactChange, FactKind } from './types.ts';

/** A statement as it is kept, with what it needs to be set beside the others of its kind and key. */
export interface Kept {
  id: string;
  kind: FactKind;
  value: string;
  change: FactChange;
  saidAt: Date;
  from: Date | null;
  to: Date | null;
  /** The one that the person corrected with it. */
  replaces: string | null;
}

/** How a fact stands among the others: derived from all of them, and never by changing what was stated. */
export interface Standing {
  validFrom: Date;
  /** Null while it is so. */
  validTo: Date | null;
  supersededBy: string | null;
  /** `repeat`: said once more; `correction`: never was so; `change`: something new took its place; `end`: it ended. */
  ended: 'change' | 'correction' | 'repeat' | 'end' | null;
}

/** Of these, two values that differ contradict each other unless a change is told; of the others the newer one counts. */
const EXACT: ReadonlySet<FactKind> = new Set([
  'name',
  'role',
  'employer',
  'location',
  'salary_current',
  'salary_target',
  'constraint',
  'person',
]);

/** After so long nobody repeats what has changed meanwhile: the newer statement counts, without a word of change. */
const CHANGES_AFTER_MS = 183 * 86_400_000;

/** What two ways of writing one value share: «Berlin, Germany» is Berlin. */
export function sameValue(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)];
  if (x === y) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short.length > 2 && !/^\d/.test(short) && ` ${long} `.includes(` ${short} `);
}

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();

/** Amounts of one number are one value where one of them leaves currency or period open. */
function sameFact(kind: FactKind, a: string, b: string): boolean {
  if (!kind.startsWith('salary')) return sameValue(a, b);
  const [x, y] = [a.split(' '), b.split(' ')];
  const rest = (parts: string[]) => parts.slice(1);
  return (
    x[0] === y[0] &&
    (rest(x).every((part) => rest(y).includes(part)) || rest(y).every((part) => rest(x).includes(part)))
  );
}

/**
 * Sets all statements of one kind and key beside each other, in the order in which they were said: which is so now, what
 * was so when, and what took its place. The same statements give the same standings, in whatever order they arrived.
 */
export function settle(statements: readonly Kept[]): Map<string, Standing> {
  const order = statements.toSorted(
    (a, b) =>
      a.saidAt.getTime() - b.saidAt.getTime() ||
      Number(b.change === 'past') - Number(a.change === 'past') ||
      a.id.localeCompare(b.id),
  );
  const standings = new Map<string, Standing>();
  let open: Kept[] = [];

  const close = (one: Kept, at: Date, by: string | null, ended: Standing['ended']) => {
    const standing = standings.get(one.id)!;
    const validTo = ended === 'correction' ? standing.validFrom : later(at, standing.validFrom);
    standings.set(one.id, { ...standing, validTo, supersededBy: by, ended });
    open = open.filter((other) => other !== one);
  };

  for (const one of order) {
    const start = one.from ?? one.saidAt;
    const base: Standing = { validFrom: start, validTo: null, supersededBy: null, ended: null };
    const replaced =
      one.replaces !== null && standings.has(one.replaces)
        ? order.find(({ id }) => id === one.replaces)
        : undefined;
    const began = replaced && standings.get(replaced.id)!.validFrom;
    if (replaced) close(replaced, one.saidAt, one.id, 'correction');
    const same = open.find((other) => one.value !== '' && sameFact(one.kind, other.value, one.value));
    switch (one.change) {
      case 'end': {
        for (const other of one.value === '' ? [...open] : same ? [same] : [])
          close(other, one.to ?? one.saidAt, one.id, 'end');
        standings.set(one.id, { ...base, validTo: one.to ?? one.saidAt, ended: 'end' });
        continue;
      }
      case 'past': {
        const to = one.to ?? one.saidAt;
        if (same) close(same, to, one.id, 'end');
        const from = one.from ?? (same ? standings.get(same.id)!.validFrom : to);
        standings.set(one.id, { ...base, validFrom: from < to ? from : to, validTo: to, ended: 'end' });
        continue;
      }
      case 'correction': {
        const wrong = replaced ?? open.findLast((other) => other !== same);
        const start = began ?? (wrong && standings.get(wrong.id)!.validFrom) ?? one.saidAt;
        standings.set(one.id, { ...base, validFrom: one.from ?? start });
        if (wrong && wrong !== replaced) close(wrong, one.saidAt, one.id, 'correction');
        if (same) close(same, one.saidAt, one.id, 'repeat');
        open.push(one);
        continue;
      }
    }
    standings.set(one.id, base);
    if (same) {
      // Said once more. Where two contradicted each other, this tells which of them is so.
      const first = standings.get(same.id)!;
      if (one.from && one.from < first.validFrom) standings.set(same.id, { ...first, validFrom: one.from });
      standings.set(one.id, { ...base, validTo: start, supersededBy: same.id, ended: 'repeat' });
      for (const other of open.filter((other) => other !== same))
        close(other, one.saidAt, same.id, 'correction');
      continue;
    }
    for (const other of [...open]) {
      const isChange =
        one.change === 'change' ||
        !EXACT.has(one.kind) ||
        (one.from !== null && one.from > standings.get(other.id)!.validFrom) ||
        one.saidAt.getTime() - other.saidAt.getTime() >= CHANGES_AFTER_MS;
      if (isChange) close(other, start, one.id, 'change');
    }
    open.push(one);
  }
  return standings;
}

const later = (a: Date, b: Date) => (a > b ? a : b);
