import type { PoolTerms } from './pool-terms.ts';
import { READ, type Reading, sayingOf } from './reading.ts';
import type { Candidate } from './types.ts';

/** What a message loses that says word for word what a better one says: enough to let nearly everything else pass. */
const REPEAT = 8;
/** What one loses at the most that says it in nearly the same words: enough to let some twenty others pass. */
const NEARLY = 3;
/** Messages that share more than this of their terms say nearly the same. */
const ALIKE = 0.8;
/** Fewer terms than this are shared by chance: «thanks a lot» and «thanks a lot, Ann». */
const FEWEST = 4;
/** How many of the best are compared with each other; further down nobody looks. */
const COMPARED = 50;

/** A message that was scored. */
export interface Scored {
  candidate: Candidate;
  /** Its place in the pool. */
  row: number;
  score: number;
}

/**
 * What each of a ranking's messages, best first, loses for saying what a better one says. Between the two ends the loss
 * grows with the overlap and begins at nothing, since the one word that differs may be the news («on the 12th», «on the 15th»).
 * `pool`: the terms of all messages, by their rows.
 */
export function repeatLosses(found: readonly Scored[], pool: PoolTerms): number[] {
  const said = new Set<string>();
  const near = nearnesses(found.slice(0, COMPARED), pool);
  return found.map(({ candidate }, i) => {
    const saying = sayingOf(candidate.reading);
    if (saying === '') return 0;
    if (said.has(saying)) return REPEAT;
    said.add(saying);
    return NEARLY * (near[i] ?? 0);
  });
}

/** How near each message comes to saying what one of those before it says: 0 up to `ALIKE`, 1 for the same terms. */
function nearnesses(best: readonly Scored[], { of: terms, frequency }: PoolTerms): number[] {
  /** By term, the last message looked at that holds it: quicker to ask than a set of each message's. */
  const heldBy = new Int32Array(frequency.length).fill(-1);
  return best.map(({ candidate: { reading, role }, row }, i) => {
    if (!comparable(reading)) return 0;
    const own = terms[row]!;
    for (let k = 0; k < own.length; k++) heldBy[own[k]!] = i;
    let most = ALIKE;
    for (let j = 0; j < i; j++) {
      const { candidate, row: otherRow } = best[j]!;
      const { role: otherRole, reading: other } = candidate;
      if (otherRole !== role || other.speaker !== reading.speaker || !comparable(other)) continue;
      // «Not» is no term: it is the news all the same.
      if (other.denies !== reading.denies) continue;
      const others = terms[otherRow]!;
      const [one, two] = [own.length, others.length];
      if (Math.min(one, two) < most * Math.max(one, two)) continue;
      const both = shared(others, heldBy, i);
      most = Math.max(most, both / (one + two - both));
    }
    return (most - ALIKE) / (1 - ALIKE);
  });
}

/** How many of the terms a message holds. */
function shared(terms: Int32Array, heldBy: Int32Array, message: number): number {
  let both = 0;
  for (let k = 0; k < terms.length; k++) if (heldBy[terms[k]!] === message) both++;
  return both;
}

/** Of a long message only the beginning was read: how alike two of them are isn't known. */
function comparable({ terms, characters }: Reading): boolean {
  return terms.length >= FEWEST && characters <= READ;
}
