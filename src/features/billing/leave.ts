import type { BillingParts } from './parts.ts';
import { findSubscription } from './standing.ts';
import { StripeMissing } from './stripe/errors.ts';

/**
 * Takes the person out of Stripe, which ends what they pay for at once: nobody may be charged for an account that is
 * gone. Stripe keeps invoices that the law wants kept. Where it is away this fails, and the account stays until it is back.
 */
export async function leaveStripe({ store, stripe }: BillingParts, caller: string): Promise<void> {
  const row = await store.read((db) => findSubscription(db, caller));
  const customer = row?.stripe_customer_id;
  if (!customer) return;
  try {
    await stripe.call((api) => api.customers.del(customer));
  } catch (error) {
    if (!(error instanceof StripeMissing)) throw error;
  }
}
