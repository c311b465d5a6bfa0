import type { Kysely } from 'kysely';
import type { Database, Store } from '../../store/index.ts';
import { readIndexable } from '../indexable.ts';
import { loadDocuments } from '../messages.ts';
import type { Reading } from '../rank/reading.ts';
import type { Candidate } from '../rank/types.ts';
import { fromDatabase, fromHeld, type HeldMemory, type Wanted } from './around.ts';
import { frequenciesIn, type TermPostings } from './keyword-leg.ts';

/** What was read off documents that were indexed before readings were kept, or by another version: made from their texts. */
async function readAgain(
  store: Store,
  db: Kysely<Database>,
  owner: number,
  seqs: number[],
): Promise<Map<number, Reading>> {
  const rows = await loadDocuments(store, db, owner, seqs);
  return new Map(rows.map((row) => [row.seq, readIndexable(row.message_text, row.message_role)]));
}

export interface PoolOf extends Wanted {
  postings: readonly TermPostings[];
  /** What of the owner's is held in the process, where all of these documents are. */
  held: HeldMemory | null;
  /** Whether a document may be among the results; a neighbour that may not is looked at all the same. */
  permits(document: { seq: number }): boolean;
}

/**
 * Loads what ranking looks at: the candidates, and the messages around them, which tell what a short answer is about.
 * No text is among it: what counts was read off it when it was indexed.
 */
export async function loadPool(
  store: Store,
  db: Kysely<Database>,
  { postings, held, permits, ...wanted }: PoolOf,
): Promise<Candidate[]> {
  if (wanted.documents.length === 0) return [];
  const { documents, cosines } = held
    ? await fromHeld(held, store, db, wanted)
    : await fromDatabase(store, db, wanted);
  const unread = [...documents.values()].filter(({ reading }) => !reading).map(({ seq }) => seq);
  const readAnew = await readAgain(store, db, wanted.owner, unread);
  const frequencies = frequenciesIn(postings, documents);

  const pool = new Map<number, Candidate>();
  /** Null where it is not loaded, or was forgotten since its number was read. */
  const take = (seq: number): Candidate | null => {
    const known = pool.get(seq);
    if (known) return known;
    const document = documents.get(seq);
    const reading = document?.reading ?? readAnew.get(seq);
    if (!document || !reading) return null;
    // All of one shape, which is what ranking some hundred of them in no time depends on.
    const candidate: Candidate = {
      seq,
      reading,
      role: document.role,
      conversation: document.conversation,
      createdAt: document.createdAt,
      cosine: cosines.get(seq) ?? null,
      termFrequencies: frequencies.get(seq) ?? noTerms,
      length: document.length,
      previous: undefined,
      next: undefined,
      neighbourOnly: !permits({ seq }),
    };
    pool.set(seq, candidate);
    return candidate;
  };
  for (const seq of wanted.documents) {
    const candidate = take(seq);
    if (!candidate) continue;
    // Both ways: «in May» is found by standing behind «when do you start?», whichever of them a leg brought.
    const { previous, next } = documents.get(seq)!;
    const [before, after] = [previous !== null && take(previous), next !== null && take(next)];
    if (before) [candidate.previous, before.next] = [before.seq, seq];
    if (after) [candidate.next, after.previous] = [after.seq, seq];
  }
  return [...pool.values()];
}

const noTerms: ReadonlyMap<number, number> = new Map();
