import { READ, type Reading } from './reading.ts';
import type { Candidate } from './types.ts';

/** What a message loses that says word for word what a better one says: enough to let some twenty others pass. */
const REPEAT = 3;
/** Messages that share more than this of their terms say nearly the same; at all of them they lose as much as a repeat. */
const ALIKE = 0.8;
/** Fewer terms than this are shared by chance: «thanks a lot» and «thanks a lot, Ann». */
const FEWEST = 4;
/** How many of the best are compared with each other; further down nobody looks. */
const COMPARED = 50;

/** A message that was scored. */
export interface Scored {
  candidate: Candidate;
  score: number;
}

/**
 * What each of a ranking's messages, best first, loses for saying what a better one says. Between the two ends the loss
 * grows with the overlap and begins at nothing, since the one word that differs may be the news («on the 12th», «on the 15th»).
 */
export function repeatLosses(found: readonly Scored[]): number[] {
  const saidBy = new Map<string, (string | null)[]>();
  return found.map(({ candidate }, i) => {
    const { speaker, fingerprint } = candidate.reading;
    if (fingerprint === '') return 0;
    const speakers = saidBy.get(fingerprint);
    if (speakers?.includes(speaker)) return REPEAT;
    if (speakers) speakers.push(speaker);
    else saidBy.set(fingerprint, [speaker]);
    return i < COMPARED ? REPEAT * nearest(candidate, found, i) : 0;
  });
}

/** How near a message comes to saying what one of the `better` first of a ranking says: 0 up to `ALIKE`, 1 for the same terms. */
function nearest({ reading, role }: Candidate, found: readonly Scored[], better: number): number {
  if (!comparable(reading)) return 0;
  /** Made for the first that is of like length: most are not. */
  let terms: Set<number> | undefined;
  let most = ALIKE;
  for (let i = 0; i < better; i++) {
    const { role: otherRole, reading: other } = found[i]!.candidate;
    if (otherRole !== role || other.speaker !== reading.speaker || !comparable(other)) continue;
    const [one, two] = [reading.terms.length, other.terms.length];
    if (Math.min(one, two) < most * Math.max(one, two)) continue;
    terms ??= new Set(reading.terms);
    most = Math.max(most, jaccard(terms, other.terms, most));
  }
  return (most - ALIKE) / (1 - ALIKE);
}

/** Of a long message only the beginning was read: how alike two of them are isn't known. */
function comparable({ terms, characters }: Reading): boolean {
  return terms.length >= FEWEST && characters <= READ;
}

/** The share of the terms of both that both hold; 0 as soon as it is sure to be below `least`. */
function jaccard(terms: ReadonlySet<number>, others: Int32Array, least: number): number {
  const together = terms.size + others.length;
  const needed = (least * together) / (1 + least);
  let missing = 0;
  for (let i = 0; i < others.length; i++) {
    if (terms.has(others[i]!)) continue;
    missing++;
    if (others.length - missing < needed) return 0;
  }
  const both = others.length - missing;
  return both / (together - both);
}
