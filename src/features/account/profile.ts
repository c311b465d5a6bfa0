import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DateISO } from '../../kernel/clock.ts';
import { timestamp } from '../../routing/schemas.ts';
import type { Caller } from '../../routing/types.ts';
import type { Database } from '../../store/index.ts';
import { identitiesOf } from './identities.ts';
import { isVisitor } from './sessions.ts';
import { accountSettings } from './settings.ts';

/** What answers here: names of engines, null where there is none. */
export interface EngineNames {
  chat: string | null;
  embedding: string;
  voice: { listen: string | null; speak: string | null };
}

export const Settings = z.object({
  share_profile: z
    .boolean()
    .describe('Whether the profile may help others: never with a name, an employer or a quoted text.'),
});

export const Account = z
  .object({
    user_id: z.string(),
    kind: z.enum(['visitor', 'account']),
    name: z.string().nullable(),
    email: z.string().nullable(),
    is_admin: z.boolean(),
    session_expires_at: timestamp.nullable().describe('Of a visitor’s session; null for others.'),
    engines: z
      .object({
        chat: z.string().nullable().describe('Null: the offline engine answers.'),
        embedding: z.string(),
        voice: z.object({ listen: z.string().nullable(), speak: z.string().nullable() }),
      })
      .describe('What answers here.'),
    settings: Settings,
    sign_in: z
      .object({ clerk_publishable_key: z.string() })
      .nullable()
      .describe('How people sign in here; null where nobody can.'),
  })
  .meta({ id: 'Account' });

/** What a page needs to know of the caller. */
export async function accountOf(
  db: Kysely<Database>,
  caller: Caller,
  { engines, publishableKey }: { engines: EngineNames; publishableKey: string | undefined },
): Promise<z.infer<typeof Account>> {
  const identities = await identitiesOf(db, caller.userId);
  const row =
    identities.userIds.length === 0
      ? undefined
      : await db
          .selectFrom('users')
          .select(['full_name', 'email'])
          .where('id', 'in', identities.userIds)
          .executeTakeFirst();
  const expires: DateISO | null = caller.sessionExpiresAt;
  return {
    user_id: caller.userId,
    kind: isVisitor(caller.userId) ? 'visitor' : 'account',
    name: row?.full_name ?? null,
    email: row?.email ?? null,
    is_admin: caller.isAdmin,
    session_expires_at: expires,
    engines,
    settings: await accountSettings(db, identities),
    sign_in: publishableKey === undefined ? null : { clerk_publishable_key: publishableKey },
  };
}
