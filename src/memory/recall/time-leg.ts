import type { Kysely } from 'kysely';
import { type Database, instant } from '../../store/index.ts';
import { type AskedTimes, isWithin, type TimeWindow } from '../rank/asked-times.ts';
import { isSilent } from '../silent.ts';
import type { HeldDocuments } from './documents/held-documents.ts';

/** How many of one time are looked at. */
const looked = 1_000;
/** How many of them a leg brings, where something else is asked for too. */
const brought = 35;
/** And where nothing is, at the least: as many as are ranked. */
const ranked = 70;
/** How many times as many are looked at for those that say something of their own. */
const further = 10;

export interface TimeLegs {
  /** Rankings that the times bring, best first. */
  legs: number[][];
  /** Whether only what they bring is to be ranked. */
  alone: boolean;
}

/**
 * What was said at the times that a question names. The other legs bring what is like the question, whenever it was said; of
 * what was said then, the most like it are rankings of their own. Where a question names nothing but the time, what was said
 * then is all that it asks for: messages from all of the time, as evenly as they lie.
 */
export async function timeLegs(
  times: AskedTimes,
  { documents, k }: { documents: number[]; k: number },
  rankings: {
    /** Without what the same words say again, in their order. */
    apart(seqs: number[]): Promise<number[]>;
    near(seqs: number[]): Promise<number[]>;
    lexical(seqs: ReadonlySet<number>, limit: number): Promise<number[]>;
  },
): Promise<TimeLegs> {
  if (documents.length === 0) return { legs: [], alone: false };
  if (times.alone) {
    const most = Math.max(ranked, k);
    // Else who noted the same line again and again would be told of nothing but that.
    const said =
      documents.length > most ? await rankings.apart(evenly(documents, most * further)) : documents;
    return { legs: [evenly(said, most)], alone: true };
  }
  const near = await rankings.near(documents.slice(-looked));
  const lexical = await rankings.lexical(new Set(documents), brought);
  return { legs: [near.slice(0, brought), lexical], alone: false };
}

/**
 * The documents of the times, in the order in which they were stored. Replies of nothing but what was recalled are none:
 * they are never among the results, and would take the places of what is.
 */
export async function documentsOf(
  db: Kysely<Database>,
  owner: number,
  windows: readonly TimeWindow[],
  held: HeldDocuments | null,
): Promise<number[]> {
  if (windows.length === 0) return [];
  if (held)
    return held.where(({ reading, createdAt }) => reading?.characters !== 0 && isWithin(windows, createdAt));
  const rows = await db
    .selectFrom('interviewly.documents as d')
    .select('seq')
    .where('owner', '=', owner)
    .where((where) => where.not(isSilent('d')))
    .where((where) =>
      where.or(
        windows.map(({ from, to }) =>
          where.and([
            where('created_at', '>=', instant(new Date(from))),
            where('created_at', '<', instant(new Date(to))),
          ]),
        ),
      ),
    )
    .execute();
  return rows.map(({ seq }) => seq).sort((a, b) => a - b);
}

function evenly(seqs: readonly number[], count: number): number[] {
  if (seqs.length <= count) return [...seqs];
  return Array.from({ length: count }, (_, i) => seqs[Math.floor(((i + 0.5) * seqs.length) / count)]!);
}
