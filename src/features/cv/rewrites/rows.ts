import { type Kysely, type Selectable, sql } from 'kysely';
import { type Resume, resumeText } from '../../../career/resume/index.ts';
import { findSkills } from '../../../career/skills/index.ts';
import { invalidInput } from '../../../kernel/errors.ts';
import { type Database, json } from '../../../store/index.ts';
import { type Identities, ownedBy } from '../../account/index.ts';
import { resumeMarkdown } from '../export/index.ts';
import type { Change, Style } from './change.ts';

export type RewriteRow = Selectable<Database['cv_rewrites']>;

function select(db: Kysely<Database>, identities: Pick<Identities, 'all'>, cvId: string) {
  return db
    .selectFrom('cv_rewrites')
    .selectAll()
    .where('cv_analysis_id', '=', cvId)
    .where(ownedBy(identities, 'cv_rewrites'));
}

/** Null where the CV has no such rewrite, or it is somebody else's. */
export async function findRewrite(
  db: Kysely<Database>,
  identities: Pick<Identities, 'all'>,
  cvId: string,
  id: string,
): Promise<RewriteRow | null> {
  return (await select(db, identities, cvId).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** A page of a CV's rewrites, newest first. */
export async function listRewrites(
  db: Kysely<Database>,
  identities: Pick<Identities, 'all'>,
  cvId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ rows: RewriteRow[]; next_cursor: string | null }> {
  let query = select(db, identities, cvId);
  if (cursor !== undefined) {
    if (cursor.length > 36 || !(await findRewrite(db, identities, cvId, cursor))) {
      throw invalidInput([{ field: 'cursor', message: 'is not a cursor of this list' }]);
    }
    query = query.where(
      sql<boolean>`(created_at, id) < (select created_at, id from cv_rewrites where id = ${cursor})`,
    );
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return { rows: page, next_cursor: rows.length > limit ? page.at(-1)!.id : null };
}

/** Rows of other programs have no changes of ours, and hold lists in forms of their own. */
export function rewriteAnswer(row: RewriteRow, cvId: string) {
  return {
    id: row.id,
    cv_id: cvId,
    engine: row.engine,
    style: row.style.toLowerCase() as Style,
    status: row.status,
    job_id: row.job_posting_id,
    target_job_title: row.target_job_title,
    changes: changesOf(row),
    keywords_added: Array.isArray(row.keywords_added)
      ? row.keywords_added.filter((word) => typeof word === 'string')
      : [],
    rewritten_cv_markdown: row.rewritten_cv_markdown,
    rewritten_cv_text: row.rewritten_cv_text,
    improvements_made: row.improvements_made ?? [],
    created_at: row.created_at,
  };
}

export const changesOf = (row: Pick<RewriteRow, 'changes'>): Change[] =>
  Array.isArray(row.changes) ? (row.changes as Change[]) : [];

/** The columns that follow from what became of the changes: what readers of the original's columns see is true. */
export function outcomeColumns(changes: readonly Change[], resume: Resume, posting: string | null) {
  const accepted = changes.filter(({ status }) => status === 'accepted');
  return {
    changes: json(changes),
    improvements_made: json(accepted.map(({ why }) => why)),
    keywords_added: json(posting === null ? [] : keywordsAdded(accepted, posting)),
    rewritten_cv_text: resumeText(resume),
    rewritten_cv_markdown: resumeMarkdown(resume),
  };
}

/** Names of the posting's skills that stand in an accepted text and did not stand in the one before. */
function keywordsAdded(accepted: readonly Change[], posting: string): string[] {
  const names = (text: string) => new Map(findSkills(text).map(({ skill }) => [skill.id, skill.name]));
  const wanted = names(posting);
  const added = accepted.flatMap(({ before, after }) => {
    const had = names(before);
    return [...names(after)].filter(([id]) => wanted.has(id) && !had.has(id)).map(([, name]) => name);
  });
  return [...new Set(added)];
}
