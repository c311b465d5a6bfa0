import type { Kysely } from 'kysely';
import { type Database, instant } from '../../store/index.ts';
import type { Filters, RecallRequest } from '../types.ts';

/** What a search may find: `allowed` where filters leave only some, `excluded` for the few that are not wanted. */
export interface Permitted {
  allowed: ReadonlySet<number> | null;
  excluded: ReadonlySet<number>;
  permits(document: { seq: number }): boolean;
}

/** Of an owner's documents, those that a request may find. */
export async function permittedDocuments(
  db: Kysely<Database>,
  owner: number,
  { filters = {}, exclude = [], excludeConversation }: RecallRequest,
): Promise<Permitted> {
  const [allowed, excluded] = await Promise.all([
    allowedDocuments(db, owner, filters),
    excludedDocuments(db, owner, { ids: exclude, conversation: excludeConversation }),
  ]);
  const permits = ({ seq }: { seq: number }) => !excluded.has(seq) && (!allowed || allowed.has(seq));
  return { allowed, excluded, permits };
}

/** The documents that filters leave; null where nothing is filtered, which needs no list. */
async function allowedDocuments(
  db: Kysely<Database>,
  owner: number,
  filters: Filters,
): Promise<Set<number> | null> {
  if (Object.values(filters).every((value) => value === undefined)) return null;
  let query = db.selectFrom('interviewly.documents').select('seq').where('owner', '=', owner);
  if (filters.conversation_id !== undefined)
    query = query.where('conversation_id', '=', filters.conversation_id);
  if (filters.context_type !== undefined) query = query.where('context_type', '=', filters.context_type);
  if (filters.role !== undefined) query = query.where('role', '=', filters.role);
  if (filters.since) query = query.where('created_at', '>=', instant(filters.since));
  if (filters.until) query = query.where('created_at', '<=', instant(filters.until));
  const rows = await query.execute();
  return new Set(rows.map((row) => row.seq));
}

/** The documents not to be found: single messages, and those of one conversation. Few, so they are named rather than the rest. */
async function excludedDocuments(
  db: Kysely<Database>,
  owner: number,
  { ids, conversation }: { ids: string[]; conversation: string | undefined },
): Promise<Set<number>> {
  if (ids.length === 0 && conversation === undefined) return new Set();
  const rows = await db
    .selectFrom('interviewly.documents')
    .select('seq')
    .where('owner', '=', owner)
    .where((where) =>
      where.or([
        ...(ids.length > 0 ? [where('id', 'in', ids)] : []),
        ...(conversation !== undefined ? [where('conversation_id', '=', conversation)] : []),
      ]),
    )
    .execute();
  return new Set(rows.map((row) => row.seq));
}
