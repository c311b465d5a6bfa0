import { hashSecret, newSecret } from '../../../kernel/ids.ts';
import type { Store } from '../../../store/index.ts';
import { identitiesOf } from '../../account/index.ts';
import { allTracked } from '../application.ts';
import { calendarOf } from './ics.ts';

type Parts = Pick<Store, 'read' | 'transaction'>;

/** A new secret for the person's feed; the one before stops working. It is kept as a hash, so it is shown this once. */
export async function rotateFeed(store: Parts, caller: string, now: Date): Promise<string> {
  const token = newSecret('cal');
  await store.transaction(async (trx) => {
    const { all } = await identitiesOf(trx, caller);
    await trx.deleteFrom('interviewly.calendar_feeds').where('owner_id', 'in', all).execute();
    await trx
      .insertInto('interviewly.calendar_feeds')
      .values({ token_hash: hashSecret(token), owner_id: caller, created_at: now })
      .execute();
  });
  return token;
}

/** Ends the person's feed; true where there was one. */
export async function revokeFeed(store: Parts, caller: string): Promise<boolean> {
  return store.transaction(async (trx) => {
    const { all } = await identitiesOf(trx, caller);
    const result = await trx
      .deleteFrom('interviewly.calendar_feeds')
      .where('owner_id', 'in', all)
      .executeTakeFirst();
    return Number(result.numDeletedRows) > 0;
  });
}

/** The calendar behind a secret; null where it opens none. */
export async function readFeed(
  store: Parts,
  token: string,
  options: { now: Date; notes: boolean },
): Promise<string | null> {
  return store.read(async (db) => {
    const feed = await db
      .selectFrom('interviewly.calendar_feeds')
      .select('owner_id')
      .where('token_hash', '=', hashSecret(token))
      .executeTakeFirst();
    if (!feed) return null;
    const tracked = await allTracked(db, await identitiesOf(db, feed.owner_id));
    return calendarOf(
      tracked.map(({ application }) => application),
      options,
    );
  });
}
