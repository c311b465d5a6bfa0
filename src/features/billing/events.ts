import type { Transaction } from 'kysely';
import type { Stripe } from 'stripe';
import { type Database, instant } from '../../store/index.ts';
import type { BillingParts } from './parts.ts';
import { metadataKeys } from './stripe/state.ts';
import { syncCustomer } from './sync.ts';

/** What tells that a customer's subscriptions may have changed; the rest is acknowledged and left alone. */
const bells = new Set([
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'customer.subscription.created',
  'customer.subscription.updated',
  'customer.subscription.deleted',
  'customer.subscription.paused',
  'customer.subscription.resumed',
  'invoice.paid',
  'invoice.payment_failed',
]);

/** Stripe tries for three days; by hand, events of the last thirty can be sent again. */
const rememberedMs = 90 * 86_400_000;

export type Handling = 'handled' | 'seen' | 'ignored';

/** Handles a verified event once. Throws where Stripe or the database is away, so that Stripe sends it again. */
export async function handleEvent(parts: BillingParts, event: Stripe.Event): Promise<Handling> {
  const { store, logger } = parts;
  const seen = await store.read((db) =>
    db
      .selectFrom('interviewly.stripe_events')
      .select('event_id')
      .where('event_id', '=', event.id)
      .executeTakeFirst(),
  );
  if (seen) return 'seen';
  const mark = (trx: Transaction<Database>) => markHandled(trx, event, parts);
  const about = bells.has(event.type) ? subjectOf(event) : null;
  if (!about) {
    await store.transaction(mark);
    return 'ignored';
  }
  const { ours } = await syncCustomer(parts, about.customer, { userId: about.userId, within: mark });
  logger.info({ event: event.id, type: event.type, ours }, 'billing: an event of Stripe');
  return ours ? 'handled' : 'ignored';
}

async function markHandled(
  trx: Transaction<Database>,
  { id, type }: Stripe.Event,
  { clock }: BillingParts,
): Promise<void> {
  const now = clock.now();
  await trx
    .insertInto('interviewly.stripe_events')
    .values({ event_id: id, type: type.slice(0, 100), handled_at: now })
    .onConflict((conflict) => conflict.column('event_id').doNothing())
    .execute();
  await trx
    .deleteFrom('interviewly.stripe_events')
    .where('handled_at', '<', instant(new Date(now.getTime() - rememberedMs)))
    .execute();
}

/** The members that are read of any event's object; its shape follows the version the endpoint was made with. */
interface Subject {
  customer?: string | { id: string } | null;
  metadata?: Record<string, string> | null;
}

function subjectOf(event: Stripe.Event): { customer: string; userId: string | null } | null {
  const { customer, metadata } = event.data.object as unknown as Subject;
  const id = typeof customer === 'string' ? customer : customer?.id;
  // Of our own writing alone: `client_reference_id` may be another program's of the same Stripe account.
  return id ? { customer: id, userId: metadata?.[metadataKeys.user] ?? null } : null;
}
