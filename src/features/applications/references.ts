import type { Kysely } from 'kysely';
import { AppError } from '../../kernel/errors.ts';
import type { Database } from '../../store/index.ts';
import { type Identities, ownedBy } from '../account/index.ts';

/** 404 for an id in a body that is not the caller's, with the field that holds it. */
export function notYours(field: string, what: string): AppError {
  return new AppError('not_found', {
    status: 404,
    title: `${what} not found`,
    detail: `${field}: is not one of yours`,
    fields: [{ field, message: 'is not one of yours' }],
  });
}

/** That the CV and the letter an application names are the caller's own. */
export async function checkReferences(
  db: Kysely<Database>,
  identities: Pick<Identities, 'all'>,
  { cv_id, letter_id }: { cv_id?: string | null; letter_id?: string | null },
): Promise<void> {
  if (cv_id) {
    const cv = await db
      .selectFrom('cv_analyses')
      .select('id')
      .where('id', '=', cv_id)
      // A row with a cv_id is an analysis of a CV.
      .where('cv_id', 'is', null)
      .where(ownedBy(identities, 'cv_analyses'))
      .executeTakeFirst();
    if (!cv) throw notYours('cv_id', 'CV');
  }
  if (letter_id) {
    const letter = await db
      .selectFrom('cover_letters')
      .select('id')
      .where('id', '=', letter_id)
      .where(ownedBy(identities, 'cover_letters'))
      .executeTakeFirst();
    if (!letter) throw notYours('letter_id', 'Letter');
  }
}

export interface Applicant {
  email: string;
  name: string;
}

/**
 * The applicant as the original's columns want one: from the account, else from the CV's basics (the named one, or the
 * latest), else empty. Cut to the 255 characters those columns hold.
 */
export async function applicantOf(
  db: Kysely<Database>,
  identities: Identities,
  cvId: string | null,
): Promise<Applicant> {
  const account =
    identities.userIds.length === 0
      ? undefined
      : await db
          .selectFrom('users')
          .select(['email', 'full_name'])
          .where('id', 'in', identities.userIds)
          .executeTakeFirst();
  if (account?.full_name) return { email: account.email, name: account.full_name };
  let cvs = db
    .selectFrom('cv_analyses')
    .select('parsed_data')
    .where('cv_id', 'is', null)
    .where(ownedBy(identities, 'cv_analyses'));
  if (cvId) cvs = cvs.where('id', '=', cvId);
  const cv = await cvs.orderBy('created_at', 'desc').limit(1).executeTakeFirst();
  const basics = (cv?.parsed_data as { basics?: { email?: unknown; name?: unknown } } | null)?.basics;
  return {
    email: account?.email ?? shortText(basics?.email),
    name: shortText(basics?.name),
  };
}

function shortText(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 255).toWellFormed() : '';
}
