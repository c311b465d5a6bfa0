import { type Kysely, sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { type Database, instant, type Store } from '../../store/index.ts';
import type { Identities } from './identities.ts';

/** What a person decided about their privacy. */
export interface AccountSettings {
  /** Whether their profile may help others, without a name, an employer or a quoted text. False unless they said so. */
  share_profile: boolean;
}

export const defaultSettings: AccountSettings = { share_profile: false };

/** What the person decided. Of several names (a visitor's and the account's) the account's word counts. */
export async function accountSettings(
  db: Kysely<Database>,
  identities: Pick<Identities, 'all'>,
): Promise<AccountSettings> {
  const rows = await db
    .selectFrom('interviewly.account_settings')
    .select(['owner_id', 'share_profile'])
    .where('owner_id', 'in', identities.all)
    .execute();
  // `all` begins with the caller's own name.
  for (const name of identities.all) {
    const row = rows.find(({ owner_id }) => owner_id === name);
    if (row) return { share_profile: row.share_profile };
  }
  return defaultSettings;
}

/** Changes what is given and leaves the rest; returns all of it. */
export async function changeSettings(
  { store, clock }: { store: Pick<Store, 'transaction'>; clock: Clock },
  identities: Pick<Identities, 'all'>,
  change: Partial<AccountSettings>,
): Promise<AccountSettings> {
  const [owner_id = ''] = identities.all;
  return store.transaction(async (trx) => {
    const settings = { ...(await accountSettings(trx, identities)), ...change };
    const now = clock.now();
    const values = { ...settings, updated_at: now };
    // Due in the same transaction: the profile is then made, whatever becomes of this process.
    const isShared = settings.share_profile;
    await trx
      .insertInto('interviewly.account_settings')
      .values({ owner_id, ...values, profile_due: isShared ? now : null })
      .onConflict((conflict) =>
        conflict.column('owner_id').doUpdateSet({
          ...values,
          profile_due: isShared
            ? sql`coalesce(${sql.ref('interviewly.account_settings.profile_due')}, ${instant(now)})`
            : null,
        }),
      )
      .execute();
    // What was shared goes with the consent, in the same transaction.
    if (!settings.share_profile)
      await trx.deleteFrom('interviewly.profiles').where('owner_id', 'in', identities.all).execute();
    return settings;
  });
}
