import type { BillingConfig } from '../../config/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Store } from '../../store/index.ts';
import type { StripeCaller } from './stripe/client.ts';

/** What the verbs that speak with Stripe work with. */
export interface BillingParts {
  config: BillingConfig;
  store: Pick<Store, 'read' | 'transaction'>;
  stripe: StripeCaller;
  /** Where people come back to from Stripe's pages. */
  appUrl: string;
  clock: Clock;
  logger: Logger;
}
