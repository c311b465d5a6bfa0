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
  return new Map(rows.map((row) => [row.seq, readIndexable(row)]));
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

  const pool: Candidate[] = [];
  const there = (seq: number | null) => (seq !== null && documents.has(seq) ? seq : undefined);
  for (const [seq, document] of documents) {
    const reading = document.reading ?? readAnew.get(seq);
    // Forgotten since its number was read.
    if (!reading) continue;
    // All of one shape, which is what ranking some hundred of them in no time depends on.
    pool.push({
      seq,
      reading,
      role: document.role,
      conversation: document.conversation,
      createdAt: document.createdAt,
      cosine: cosines.get(seq) ?? null,
      termFrequencies: frequencies.get(seq) ?? noTerms,
      length: document.length,
      // «In May» is found by standing behind «when do you start?», whichever of them a leg brought.
      previous: there(document.previous),
      next: there(document.next),
      // A reply of nothing but what was recalled is evidence of nothing.
      neighbourOnly: reading.characters === 0 || !permits({ seq }),
    });
  }
  return pool;
}

const noTerms: ReadonlyMap<number, number> = new Map();
