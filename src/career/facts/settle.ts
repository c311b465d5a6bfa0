import { orderOf, type Standpoint, wasSoAfter } from './settle/order.ts';
import { sameFact } from './settle/same-value.ts';
import { type FactChange, type FactKind, SINGLE_KINDS } from './types.ts';

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
  /** Put into the profile by the person: a change of it takes the place of what was so, however old its date is. */
  inProfile?: boolean;
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
const EXACT: ReadonlySet<FactKind> = new Set([...SINGLE_KINDS, 'constraint', 'person']);

/** After so long nobody repeats what has changed meanwhile: the newer statement counts, without a word of change. */
const CHANGES_AFTER_MS = 183 * 86_400_000;

/** What is so, with what was said of it since. */
interface Open extends Standpoint {
  fact: Kept;
  /** When it was said the last time. */
  saidLast: Date;
}

/**
 * Sets all statements of one kind and key beside each other, in the order in which they were said: which is so now, what
 * was so when, and what took its place. The same statements give the same standings, in whatever order they arrived.
 *
 * What is told with a date from long before something else was said to be so is a story: it goes into the history, and
 * neither closes nor ends what is so (`settle/order.ts`).
 */
export function settle(statements: readonly Kept[]): Map<string, Standing> {
  const order = statements.toSorted(inOrder);
  const standings = new Map<string, Standing>();
  const stories: { id: string; before: readonly Open[] }[] = [];
  let open: Open[] = [];

  const close = ({ id }: Kept, at: Date, by: string | null, ended: Standing['ended']) => {
    const standing = standings.get(id)!;
    const validTo = ended === 'correction' ? standing.validFrom : later(at, standing.validFrom);
    standings.set(id, { ...standing, validTo, supersededBy: by, ended });
    open = open.filter(({ fact }) => fact.id !== id);
  };
  const start = (fact: Kept) => {
    const isEvent = fact.change === 'change' && fact.from !== null && !fact.inProfile;
    open.push({
      fact,
      saidLast: fact.saidAt,
      knownAt: isEvent ? fact.from! : fact.saidAt,
      began: fact.from,
    });
  };

  for (const one of order) {
    const from = one.from ?? one.saidAt;
    const base: Standing = { validFrom: from, validTo: null, supersededBy: null, ended: null };
    const replaced =
      one.replaces !== null && standings.has(one.replaces)
        ? order.find(({ id }) => id === one.replaces)
        : undefined;
    const began = replaced && standings.get(replaced.id)!.validFrom;
    if (replaced) close(replaced, one.saidAt, one.id, 'correction');
    const same = open.find(({ fact }) => one.value !== '' && sameFact(one.kind, fact.value, one.value));
    switch (one.change) {
      case 'end': {
        const to = one.to ?? one.saidAt;
        for (const other of one.value === '' ? [...open] : same ? [same] : [])
          if (!wasSoAfter(other, one)) close(other.fact, to, one.id, 'end');
        standings.set(one.id, { ...base, validFrom: earlier(from, to), validTo: to, ended: 'end' });
        continue;
      }
      case 'past': {
        const to = one.to ?? one.saidAt;
        const ends = same && !wasSoAfter(same, one) ? same : undefined;
        if (ends) close(ends.fact, to, one.id, 'end');
        const first = one.from ?? (ends ? standings.get(ends.fact.id)!.validFrom : to);
        standings.set(one.id, { ...base, validFrom: earlier(first, to), validTo: to, ended: 'end' });
        continue;
      }
      case 'correction': {
        const wrong = replaced ?? open.findLast((other) => other !== same)?.fact;
        const first = began ?? (wrong && standings.get(wrong.id)!.validFrom) ?? one.saidAt;
        standings.set(one.id, { ...base, validFrom: one.from ?? first });
        if (wrong && wrong !== replaced) close(wrong, one.saidAt, one.id, 'correction');
        if (same) close(same.fact, one.saidAt, one.id, 'repeat');
        start(one);
        continue;
      }
    }
    standings.set(one.id, base);
    if (same) {
      // Said once more. Where two contradicted each other, this tells which of them is so.
      const first = standings.get(same.fact.id)!;
      if (one.from && one.from < first.validFrom)
        standings.set(same.fact.id, { ...first, validFrom: one.from });
      if (one.from && (!same.began || one.from < same.began)) same.began = one.from;
      same.saidLast = one.saidAt;
      if (one.change !== 'change' || !one.from) same.knownAt = one.saidAt;
      standings.set(one.id, { ...base, validTo: from, supersededBy: same.fact.id, ended: 'repeat' });
      for (const other of open.filter((other) => other !== same))
        close(other.fact, one.saidAt, same.fact.id, 'correction');
      continue;
    }
    const isTold = one.change === 'change' && EXACT.has(one.kind) && !one.inProfile;
    const after = isTold ? open.filter((other) => orderOf(one, other) === 'before') : [];
    if (after.length > 0) {
      stories.push({ id: one.id, before: after });
      standings.set(one.id, { ...base, validTo: from, supersededBy: after[0]!.fact.id, ended: 'change' });
      continue;
    }
    for (const other of [...open]) {
      const isChange = isTold
        ? orderOf(one, other) === 'after'
        : one.change === 'change' ||
          !EXACT.has(one.kind) ||
          (one.from !== null &&
            (one.from > standings.get(other.fact.id)!.validFrom || orderOf(one, other) === 'after')) ||
          one.saidAt.getTime() - other.saidLast.getTime() >= CHANGES_AFTER_MS;
      if (isChange) close(other.fact, from, one.id, 'change');
    }
    start(one);
  }
  // A story was over when what is told as so began; when that was may have been said after the story.
  for (const { id, before } of stories) {
    const standing = standings.get(id)!;
    const next = before.map(({ fact }) => standings.get(fact.id)!.validFrom).reduce(earlier);
    standings.set(id, { ...standing, validTo: later(next, standing.validFrom) });
  }
  return standings;
}

/** Of one message, what was stands before what is, and that before what changed or ended. */
const rank = ({ change }: Kept) => (change === 'past' ? 0 : change === 'state' ? 1 : 2);

/** By when it was said; within one message by rank and by the dates that it names. */
function inOrder(a: Kept, b: Kept): number {
  const at = (one: Kept) => ((one.change === 'end' ? one.to : one.from) ?? one.saidAt).getTime();
  return (
    a.saidAt.getTime() - b.saidAt.getTime() ||
    rank(a) - rank(b) ||
    at(a) - at(b) ||
    Number(b.change === 'end') - Number(a.change === 'end') ||
    a.id.localeCompare(b.id)
  );
}

const later = (a: Date, b: Date) => (a > b ? a : b);
const earlier = (a: Date, b: Date) => (a < b ? a : b);
