import { AppError } from '../kernel/errors.ts';
import type { Store } from '../store/index.ts';

/** A mistyped user id would otherwise look like a person who never said anything. */
export async function assertKnownUser(store: Store, user: string): Promise<void> {
  const row = await store.read((db) =>
    db
      .selectFrom('user_message_embeddings')
      .select('id')
      .where('user_id', '=', user)
      .limit(1)
      .executeTakeFirst(),
  );
  if (row) return;
  throw new AppError('not_found', {
    status: 404,
    title: 'No such user',
    detail: `There is no message of user ${JSON.stringify(user)} in this database.`,
    remedy: 'Check --user and DATABASE_URL.',
  });
}
