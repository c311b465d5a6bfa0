import type { Kysely } from 'kysely';
import { derivedUuid, uuidv7 } from '../../kernel/ids.ts';
import type { Database } from '../../store/index.ts';
import type { BillingParts } from './parts.ts';
import { freePlan } from './plans.ts';
import type { SubscriptionRow } from './standing.ts';
import { metadataKeys, plenty } from './stripe/state.ts';

export interface Person {
  id: string;
  email: string;
  full_name: string | null;
}

export function rowOfUser(db: Kysely<Database>, userId: string): Promise<SubscriptionRow | undefined> {
  return db.selectFrom('subscriptions').selectAll().where('user_id', '=', userId).executeTakeFirst();
}

/**
 * The person's customer at Stripe: the one they have, or a new one, whose id is kept before anything is bought. Pressed
 * twice, one is made: Stripe gives the same answer to the same key. `gone`: a customer that Stripe has no more.
 */
export async function customerOf(
  { store, stripe, config, clock }: BillingParts,
  person: Person,
  gone?: string,
): Promise<string> {
  const row = await store.read((db) => rowOfUser(db, person.id));
  const known = row?.stripe_customer_id;
  if (known && known !== gone) return known;
  const customer = await stripe.call((api) =>
    api.customers.create(
      {
        email: person.email,
        ...(person.full_name && { name: person.full_name }),
        metadata: { [metadataKeys.user]: person.id },
      },
      {
        idempotencyKey: derivedUuid('customer', person.id, person.email, person.full_name ?? '', gone ?? ''),
      },
    ),
  );
  return store.transaction(async (trx) => {
    const now = clock.now();
    await trx
      .insertInto('subscriptions')
      .values({
        id: uuidv7(now.getTime()),
        user_id: person.id,
        tier: 'FREE',
        status: 'ACTIVE',
        stripe_customer_id: customer.id,
        ...limitColumns(config.plans),
        created_at: now,
        updated_at: now,
      })
      .onConflict((conflict) => conflict.column('user_id').doNothing())
      .execute();
    // Not over a customer that somebody else put there meanwhile: theirs may have paid already.
    await trx
      .updateTable('subscriptions')
      .set({ stripe_customer_id: customer.id })
      .where('user_id', '=', person.id)
      .where((where) =>
        where.or([where('stripe_customer_id', 'is', null), where('stripe_customer_id', '=', gone ?? '')]),
      )
      .execute();
    const kept = await rowOfUser(trx, person.id);
    return kept?.stripe_customer_id ?? customer.id;
  });
}

function limitColumns(plans: BillingParts['config']['plans']) {
  const { limits } = freePlan(plans);
  return {
    interviews_limit: limits.interviews ?? plenty,
    cv_analyses_limit: limits.analyses ?? plenty,
    interviews_used: 0,
    cv_analyses_used: 0,
  };
}
