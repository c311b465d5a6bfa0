import { AppError } from '../../kernel/errors.ts';
import { uuidv7 } from '../../kernel/ids.ts';
import { personOf } from './checkout.ts';
import { rowOfUser } from './customers.ts';
import type { BillingParts } from './parts.ts';
import { StripeMissing } from './stripe/errors.ts';

/** The address of Stripe's page where the person changes or cancels what they bought, and finds their invoices. */
export async function openPortal(parts: BillingParts, caller: string): Promise<string> {
  const { store, stripe, appUrl } = parts;
  const customer = await store.read(async (db) => {
    const { id } = await personOf(db, caller);
    return (await rowOfUser(db, id))?.stripe_customer_id;
  });
  if (!customer) throw nothingBought();
  try {
    const { url } = await stripe.call((api) =>
      api.billingPortal.sessions.create(
        { customer, return_url: `${appUrl}/billing` },
        // Its address is good for minutes and once: the same one only where the library itself tries again.
        { idempotencyKey: uuidv7() },
      ),
    );
    return url;
  } catch (error) {
    if (error instanceof StripeMissing && error.param === 'customer') throw nothingBought();
    throw error;
  }
}

function nothingBought(): AppError {
  return new AppError('not_a_customer', {
    status: 409,
    title: 'There is nothing to manage yet',
    detail: 'Nothing was bought by this account.',
    remedy: 'Choose a plan: POST /api/billing/checkout.',
  });
}
