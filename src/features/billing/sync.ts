import { sql, type Transaction } from 'kysely';
import type { Stripe } from 'stripe';
import { uuidv7 } from '../../kernel/ids.ts';
import type { Database } from '../../store/index.ts';
import type { BillingParts } from './parts.ts';
import { type SubscriptionRow, standingOf } from './standing.ts';
import { StripeMissing, stripeUnavailable } from './stripe/errors.ts';
import {
  type Chosen,
  chooseSubscription,
  columnsOf,
  endedColumns,
  isRunning,
  metadataKeys,
} from './stripe/state.ts';

export interface SyncOptions {
  /** Whose customer it may be, where no row says it yet: `users.id`. */
  userId?: string | null;
  /** Part of the writing: the event is marked as handled. */
  within?(trx: Transaction<Database>): Promise<void>;
}

export interface Synced {
  /** What counts now; null where the customer is nobody's here, or has nothing of ours. */
  current: Chosen | null;
  /** Whether the customer is anybody's here: their row follows Stripe, or has ended with what it stood on. */
  ours: boolean;
}

/** Two events of one purchase come together as a rule; more than a few writers at once there never are. */
const attempts = 8;

/**
 * Brings the row of a customer to what Stripe says of all their subscriptions now. Events only ring the bell: their
 * order, their age and what is lost of them do not matter, as the state is always fetched whole. Of two that fetch at the
 * same time only one may write: the other finds that the revision it started from is gone, and fetches once more. So the
 * last writing was always fetched after every other.
 */
export async function syncCustomer(
  parts: BillingParts,
  customerId: string,
  { userId = null, within = async () => {} }: SyncOptions = {},
): Promise<Synced> {
  const { store, stripe, config } = parts;
  let owner = userId;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const row = await store.read((db) => findRow(db, customerId, owner));
    const all = await subscriptionsOf(stripe, customerId);
    if (!row && !owner) {
      owner = ownerIn(all);
      // From the start, as a row has to be read before what is written into it is fetched.
      if (owner) continue;
    }
    const chosen = chooseSubscription(all, config.plans, row);
    const ended = !chosen && hasEnded(row, customerId, all);
    const outcome = await store.transaction(async (trx) => {
      const outcome = await write(trx, parts, { row, owner, customerId, chosen, ended });
      if (outcome !== 'again') await within(trx);
      return outcome;
    });
    if (outcome === 'again') continue;
    const current = outcome === 'nobody' ? null : chosen;
    return { current, ours: current !== null || ended };
  }
  throw stripeUnavailable();
}

type Reader = Pick<Transaction<Database>, 'selectFrom'>;

/** By the customer; by the person only where their row has no customer or the customer is a new one of theirs. */
async function findRow(
  db: Reader,
  customerId: string,
  userId: string | null,
): Promise<SubscriptionRow | undefined> {
  const byCustomer = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('stripe_customer_id', '=', customerId)
    .executeTakeFirst();
  if (byCustomer || !userId) return byCustomer;
  return db.selectFrom('subscriptions').selectAll().where('user_id', '=', userId).executeTakeFirst();
}

/** A person's second customer at Stripe takes the row over only if it brings what runs, and the first does not. */
function mayTake(row: SubscriptionRow | undefined, customerId: string, { subscription }: Chosen): boolean {
  const current = row?.stripe_customer_id;
  if (!row || !current || current === customerId) return true;
  const runs = row.stripe_subscription_id !== null && ['ACTIVE', 'TRIAL'].includes(row.status);
  return isRunning(subscription) && !runs;
}

/**
 * Whether the subscription that the row stands on is not there any more: it went with its customer, whom somebody deleted.
 * A row without one is not Stripe's to end: the original gave trials and plans of its own.
 */
function hasEnded(
  row: SubscriptionRow | undefined,
  customerId: string,
  all: readonly Stripe.Subscription[],
): boolean {
  const known = row?.stripe_subscription_id;
  if (!known || row.stripe_customer_id !== customerId || row.status === 'CANCELED') return false;
  return !all.some(({ id }) => id === known);
}

/** None of a customer who was deleted, or never was: Stripe answers with an empty list or says that there is no such customer. */
async function subscriptionsOf(
  stripe: BillingParts['stripe'],
  customer: string,
): Promise<readonly Stripe.Subscription[]> {
  // The newest first; nobody has a hundred.
  try {
    const { data } = await stripe.call((api) =>
      api.subscriptions.list({ customer, status: 'all', limit: 100 }),
    );
    return data;
  } catch (error) {
    if (error instanceof StripeMissing && error.param === 'customer') return [];
    throw error;
  }
}

function ownerIn(all: readonly Stripe.Subscription[]): string | null {
  return all.map(({ metadata }) => metadata[metadataKeys.user]).find((id) => id) ?? null;
}

interface Writing {
  row: SubscriptionRow | undefined;
  owner: string | null;
  customerId: string;
  chosen: Chosen | null;
  /** What the row stands on is gone, and nothing has taken its place. */
  ended: boolean;
}

async function write(
  trx: Transaction<Database>,
  parts: BillingParts,
  { row, owner, customerId, chosen, ended }: Writing,
): Promise<'done' | 'again' | 'nobody'> {
  if (!row && !owner) return 'nobody';
  const now = parts.clock.now();
  const of = stateOf(parts, { row, customerId, chosen, ended }, now);
  if (!of) return 'done';
  const columns = { ...of, stripe_customer_id: customerId, updated_at: now };
  if (row) {
    const { numUpdatedRows } = await trx
      .updateTable('subscriptions')
      .set({
        ...columns,
        stripe_revision: (row.stripe_revision ?? 0) + 1,
        usage_period_start: countedFrom(row, parts),
      })
      .where('id', '=', row.id)
      .where(sql<boolean>`coalesce(stripe_revision, 0) = ${row.stripe_revision ?? 0}`)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n ? 'done' : 'again';
  }
  const user = await trx.selectFrom('users').select('id').where('id', '=', owner!).executeTakeFirst();
  // Deleted meanwhile, or never one of ours: nothing may come back of them.
  if (!user) return 'nobody';
  const inserted = await trx
    .insertInto('subscriptions')
    .values({
      ...columns,
      id: uuidv7(now.getTime()),
      user_id: user.id,
      stripe_revision: 1,
      interviews_used: 0,
      cv_analyses_used: 0,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('user_id').doNothing())
    .returning('id')
    .execute();
  return inserted.length > 0 ? 'done' : 'again';
}

/** What is to be written of the state; null: nothing. */
function stateOf(
  { config }: BillingParts,
  { row, customerId, chosen, ended }: Omit<Writing, 'owner'>,
  now: Date,
) {
  if (chosen) return mayTake(row, customerId, chosen) ? columnsOf(chosen, config.plans) : null;
  return row && ended ? endedColumns(row, config.plans, now) : null;
}

/** Which period the original's columns of use are of. Its own rows tell by the time of their last change, which goes now. */
function countedFrom(row: SubscriptionRow, { config }: BillingParts): Date {
  if (row.usage_period_start) return new Date(row.usage_period_start);
  const touched = new Date(row.updated_at);
  return standingOf(row, { plans: config.plans, enabled: true, now: touched }).period.start;
}
