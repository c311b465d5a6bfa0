import type { Kysely } from 'kysely';
import type { Plan } from '../../config/index.ts';
import { AppError, invalidInput } from '../../kernel/errors.ts';
import { derivedUuid } from '../../kernel/ids.ts';
import type { Database } from '../../store/index.ts';
import { isVisitor } from '../account/index.ts';
import { customerOf, type Person, rowOfUser } from './customers.ts';
import type { BillingParts } from './parts.ts';
import { StripeMissing } from './stripe/errors.ts';
import { isRunning, metadataKeys } from './stripe/state.ts';
import { syncCustomer } from './sync.ts';

/** A page of the checkout is the same for presses within this time, so that a double click is one purchase. */
const sameForMs = 600_000;

/**
 * The address of Stripe's page where the person buys a plan. Whether they have one already is asked of Stripe itself,
 * which also makes good for events that never came.
 */
export async function startCheckout(parts: BillingParts, caller: string, planId: string): Promise<string> {
  const plan = planForSale(parts.config.plans, planId);
  const person = await parts.store.read((db) => personOf(db, caller));
  const known = await customerOf(parts, person);
  // Deleted in Stripe's dashboard: a new one takes their place. Asked for, as the page of a short while ago would be shown again.
  const isGone = await isDeleted(parts.stripe, known);
  return open(parts, person, isGone ? await customerOf(parts, person, known) : known, plan);
}

async function isDeleted(stripe: BillingParts['stripe'], customer: string): Promise<boolean> {
  try {
    return (await stripe.call((api) => api.customers.retrieve(customer))).deleted === true;
  } catch (error) {
    if (error instanceof StripeMissing) return true;
    throw error;
  }
}

function planForSale(plans: readonly Plan[], id: string): Plan & { price_id: string } {
  const plan = plans.find((one) => one.id === id);
  if (plan?.price_id) return { ...plan, price_id: plan.price_id };
  const sold = plans.filter(({ price_id }) => price_id !== null).map((one) => one.id);
  throw invalidInput([{ field: 'plan', message: `must be one of ${sold.join(', ')}` }]);
}

/** The row of an account; a visitor has none. */
export async function personOf(db: Kysely<Database>, caller: string): Promise<Person> {
  const person = isVisitor(caller)
    ? undefined
    : await db
        .selectFrom('users')
        .select(['id', 'email', 'full_name'])
        .where((where) => where.or([where('id', '=', caller), where('clerk_user_id', '=', caller)]))
        .executeTakeFirst();
  if (person) return person;
  if (!isVisitor(caller)) {
    // Clerk's token need not name the address; its webhook does, a moment after the first sign-in.
    throw new AppError('account_not_ready', {
      status: 409,
      title: 'The account is not complete yet',
      detail: 'Its e-mail address is not known here yet, and invoices are sent there.',
      remedy:
        'Try again in a moment. As the operator: let Clerk’s webhook tell of users (POST /api/webhooks/clerk).',
    });
  }
  throw new AppError('sign_in_required', {
    status: 403,
    title: 'This needs an account',
    detail: 'A plan belongs to an account, and you are here as a visitor.',
    remedy: 'Sign in first; what you did so far comes along. GET /api/account says how.',
  });
}

async function open(
  parts: BillingParts,
  person: Person,
  customer: string,
  plan: Plan & { price_id: string },
): Promise<string> {
  const { stripe, appUrl, clock } = parts;
  const { current } = await syncCustomer(parts, customer, { userId: person.id });
  if (current && isRunning(current.subscription)) {
    throw new AppError('already_subscribed', {
      status: 409,
      title: 'There is a subscription already',
      detail: `The plan ${current.plan.name} is running.`,
      remedy: 'Change or cancel it at the address that POST /api/billing/portal gives.',
    });
  }
  const metadata = { [metadataKeys.user]: person.id, [metadataKeys.plan]: plan.id };
  const row = await parts.store.read((db) => rowOfUser(db, person.id));
  const window = Math.floor(clock.now().getTime() / sameForMs);
  const session = await stripe.call((api) =>
    api.checkout.sessions.create(
      {
        mode: 'subscription',
        customer,
        client_reference_id: person.id,
        line_items: [{ price: plan.price_id, quantity: 1 }],
        metadata,
        subscription_data: { metadata },
        success_url: `${appUrl}/billing?checkout=done`,
        cancel_url: `${appUrl}/billing?checkout=canceled`,
      },
      {
        idempotencyKey: derivedUuid(
          'checkout',
          customer,
          person.id,
          plan.id,
          plan.price_id,
          appUrl,
          String(window),
          // After a subscription that came and went, a page that was paid on must not be shown again.
          String(row?.stripe_revision ?? 0),
        ),
      },
    ),
  );
  if (!session.url) throw new Error('the checkout session has no address');
  return session.url;
}
