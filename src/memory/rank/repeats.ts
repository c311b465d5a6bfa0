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
  const said = new Set<string>();
  return found.map(({ candidate }, i) => {
    const { speaker, fingerprint } = candidate.reading;
    if (fingerprint === '') return 0;
    const words = `${speaker ?? ''}: ${fingerprint}`;
    if (said.has(words)) return REPEAT;
    said.add(words);
    return i < COMPARED ? REPEAT * nearest(candidate, found.slice(0, i)) : 0;
  });
}

/** How near a message comes to saying what one of the better ones says: 0 up to `ALIKE`, 1 for the same terms. */
function nearest(candidate: Candidate, better: readonly Scored[]): number {
  const { reading, role } = candidate;
  if (!comparable(reading)) return 0;
  const terms = new Set(reading.terms);
  let most = ALIKE;
  for (const { candidate: other } of better) {
    if (other.role !== role || other.reading.speaker !== reading.speaker) continue;
    if (comparable(other.reading)) most = Math.max(most, jaccard(terms, other.reading.terms, most));
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
  if (Math.min(terms.size, others.length) < needed) return 0;
  let missing = 0;
  for (const term of others) {
    if (terms.has(term)) continue;
    missing++;
    if (others.length - missing < needed) return 0;
  }
  const both = others.length - missing;
  return both / (together - both);
}
