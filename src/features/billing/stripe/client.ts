import type { Stripe } from 'stripe';
import type { StripeConfig } from '../../../config/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Logger } from '../../../kernel/logger.ts';
import { modesDiffer, stripeFailure } from './errors.ts';

export interface StripeCaller {
  /** Runs calls of Stripe's API; what fails comes out as a problem that says who can mend it. */
  call<T>(work: (api: Stripe) => Promise<T>): Promise<T>;
  /** The event of a webhook, once its signature, age and mode are found good; 401 for what is not signed so. */
  verify(body: Buffer, signature: string | undefined): Promise<Stripe.Event>;
}

/** People wait for the page of the checkout; a call is made at most twice. */
const timeoutMs = 10_000;
/** How old a signed event may be: what Stripe's own library allows. Older ones are replays. */
const toleranceSeconds = 300;

/** The library is loaded at the first call: most installations never make one. */
export function createStripeCaller(
  config: StripeConfig,
  parts: { clock: Clock; logger: Logger },
): StripeCaller {
  let loading: Promise<Stripe> | undefined;
  const load = async () => {
    const { default: StripeLibrary } = await import('stripe');
    const base = new URL(config.apiBase);
    const protocol = base.protocol === 'http:' ? 'http' : 'https';
    return new StripeLibrary(config.secretKey, {
      protocol,
      host: base.hostname,
      port: base.port || (protocol === 'http' ? 80 : 443),
      timeout: timeoutMs,
      maxNetworkRetries: 1,
      telemetry: false,
    });
  };
  const api = () => {
    loading ??= load();
    return loading;
  };
  return {
    async call(work) {
      try {
        return await work(await api());
      } catch (error) {
        throw stripeFailure(error, parts.logger);
      }
    },
    async verify(body, signature) {
      const { webhooks } = await api();
      const now = parts.clock.now().getTime();
      let event: Stripe.Event;
      try {
        event = webhooks.constructEvent(
          body,
          signature ?? '',
          config.webhookSecret,
          toleranceSeconds,
          undefined,
          now,
        );
      } catch (error) {
        throw new AppError('webhook_signature_invalid', {
          status: 401,
          title: 'The signature of the webhook is not good',
          detail: 'It is missing, made with another secret, for another body, or too old.',
          remedy: 'Set STRIPE_WEBHOOK_SECRET to the secret of the endpoint that sends here.',
          cause: error,
        });
      }
      const mode = modeOf(config.secretKey);
      if (mode && event.livemode === (mode === 'test')) throw modesDiffer();
      return event;
    },
  };
}

/** `sk_test_…`, or of a restricted key `rk_live_…`; undefined for a key that does not say. */
function modeOf(key: string): string | undefined {
  return /^[rs]k_(live|test)_/.exec(key)?.[1];
}
