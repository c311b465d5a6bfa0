import type { BillingConfig } from '../../config/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Store } from '../../store/index.ts';
import { startCheckout } from './checkout.ts';
import { type Handling, handleEvent } from './events.ts';
import { leaveStripe } from './leave.ts';
import { type Overview, overviewOf } from './overview.ts';
import type { BillingParts } from './parts.ts';
import { openPortal } from './portal.ts';
import { findSubscription } from './standing.ts';
import { createStripeCaller } from './stripe/client.ts';
import { createUsage, type Usage } from './usage.ts';

export interface Billing {
  /** What other features count with. */
  usage: Usage;
  overview(caller: string): Promise<Overview>;
  /** The address of Stripe's page where a plan is bought. */
  checkout(caller: string, plan: string): Promise<string>;
  /** The address of Stripe's page where it is changed or canceled. */
  portal(caller: string): Promise<string>;
  /** An event of Stripe as it came in: verified, then handled once. */
  receive(body: Buffer, signature: string | undefined): Promise<Handling>;
  /** Before an account is deleted: ends what is paid for. */
  leave(caller: string): Promise<void>;
}

export interface BillingDepends {
  config: BillingConfig;
  store: Pick<Store, 'read' | 'transaction'>;
  clock: Clock;
  logger: Logger;
}

export function createBilling({ config, store, clock, logger }: BillingDepends): Billing {
  const usage = createUsage({ config, store, clock });
  const { stripe: settings, plans } = config;
  const parts: BillingParts | null = settings && {
    config,
    store,
    clock,
    logger,
    appUrl: settings.appUrl,
    stripe: createStripeCaller(settings, { clock, logger }),
  };
  const need = (): BillingParts => {
    if (parts) return parts;
    throw new AppError('billing_not_set_up', {
      status: 422,
      title: 'Nothing is sold here',
      detail: 'This server has no Stripe key, so there are no plans and no limits.',
      remedy: 'As its operator, set STRIPE_SECRET_KEY; docs/billing.md has the rest.',
    });
  };
  return {
    usage,
    overview: (caller) =>
      store.read((db) => overviewOf(db, caller, { plans, enabled: parts !== null, now: clock.now() })),
    checkout: async (caller, plan) => startCheckout(need(), caller, plan),
    portal: async (caller) => openPortal(need(), caller),
    async receive(body, signature) {
      const ready = need();
      return handleEvent(ready, await ready.stripe.verify(body, signature));
    },
    async leave(caller) {
      if (parts) return leaveStripe(parts, caller);
      const row = await store.read((db) => findSubscription(db, caller));
      if (row?.stripe_subscription_id && row.status !== 'CANCELED') {
        logger.warn(
          { subscription: row.stripe_subscription_id },
          'billing: an account with a subscription at Stripe was deleted, and no key is set to end it; end it there',
        );
      }
    },
  };
}
