import type { Kysely } from 'kysely';
import type { Database, Store } from '../../store/index.ts';
import { decodeReading } from '../rank/stored-reading.ts';
import type { Role } from '../types.ts';
import { isOneTooMany } from './crowding.ts';
import type { HeldDocuments } from './documents/held-documents.ts';

/** Of documents in the order in which they were stored, the newest of those that say the same. */
export async function withoutCopies(
  db: Kysely<Database>,
  dialect: Store['dialect'],
  seqs: readonly number[],
  held: HeldDocuments | null,
): Promise<number[]> {
  const documents = held
    ? seqs.map((seq) => held.get(seq) ?? { seq, role: 'user' as const, reading: null })
    : (await rowsOf(db, dialect, seqs)).map(({ role, reading, ...row }) => ({
        ...row,
        role: role as Role,
        reading: reading ? decodeReading(reading) : null,
      }));
  const isOne = isOneTooMany();
  const newestFirst = documents.toSorted((a, b) => b.seq - a.seq);
  return newestFirst
    .filter((document) => !isOne(document))
    .map(({ seq }) => seq)
    .reverse();
}

const rowsOf = (db: Kysely<Database>, dialect: Store['dialect'], seqs: readonly number[]) =>
  db
    .selectFrom('interviewly.documents')
    .select(['seq', 'role', 'reading'])
    .where(dialect.isOneOf('seq', seqs))
    .execute();
