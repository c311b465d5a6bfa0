import { StartupError } from '../kernel/errors.ts';
import type { ServerConfig } from './config.ts';
import { isLoopback } from './database-url.ts';
import { defaultPlans, type Plan, readPlansFile } from './plans.ts';
import type { Variables } from './variables.ts';

/** Who may use how much, and how Stripe is reached. */
export interface BillingConfig {
  /** In the order they are shown; the one of the tier FREE is everybody's who pays nothing. */
  plans: readonly Plan[];
  /** Null: nothing is sold, and nothing is limited. */
  stripe: StripeConfig | null;
}

export interface StripeConfig {
  secretKey: string;
  /** What events are signed with. */
  webhookSecret: string;
  /** Where Stripe's API is. */
  apiBase: string;
  /** Where people find the web app, without a slash at the end; Stripe sends them back there. */
  appUrl: string;
}

const API_BASE = 'https://api.stripe.com';

/**
 * Half of a set-up would take money and give nothing for it, so with a key everything has to be there. Without one,
 * the plans are read all the same: what is wrong in them is told now and not on the day when Stripe is added.
 */
export function readBilling(variables: Variables, cwd: string, server: ServerConfig): BillingConfig {
  const plans = withPrices(variables, readPlans(variables, cwd));
  const secretKey = variables.secret('STRIPE_SECRET_KEY');
  const webhookSecret = variables.secret('STRIPE_WEBHOOK_SECRET');
  const apiBase =
    variables.parsed('STRIPE_API_BASE', originOf, 'an origin such as http://localhost:12111') ?? API_BASE;
  const appUrl = variables.baseUrl('APP_URL');
  if (!secretKey) {
    if (webhookSecret)
      variables.notices.push('STRIPE_WEBHOOK_SECRET is not used: it needs STRIPE_SECRET_KEY.');
    return { plans, stripe: null };
  }
  if (!webhookSecret && !variables.wasRefused('STRIPE_WEBHOOK_SECRET')) {
    variables.fail(
      `STRIPE_SECRET_KEY is set, but ${variables.absence('STRIPE_WEBHOOK_SECRET')}.`,
      'Set STRIPE_WEBHOOK_SECRET (whsec_…, shown at the endpoint in Stripe), or remove STRIPE_SECRET_KEY.',
    );
  }
  if (!appUrl && !isLoopback(server.host) && !variables.wasRefused('APP_URL')) {
    variables.fail(
      'STRIPE_SECRET_KEY is set, but APP_URL is not.',
      'Set APP_URL to where people find the app, for example https://interviewly.example.com.',
    );
  }
  if (plans.every((plan) => plan.price_id === null)) {
    variables.fail(
      'STRIPE_SECRET_KEY is set, but no plan has a price.',
      'Set STRIPE_PRICE_PRO (price_…), or price_id in PLANS_FILE.',
    );
  }
  return {
    plans,
    stripe: {
      secretKey,
      webhookSecret: webhookSecret ?? '',
      apiBase,
      appUrl: appUrl ?? `http://localhost:${server.port}`,
    },
  };
}

/** Stripe's library takes a host and a port, so a path would be lost without a word. */
function originOf(text: string): string | undefined {
  const url = URL.parse(text);
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
  return isOrigin ? url.origin : undefined;
}

function readPlans(variables: Variables, cwd: string): readonly Plan[] {
  const file = variables.text('PLANS_FILE');
  if (file === undefined) return defaultPlans;
  try {
    return readPlansFile(file, cwd);
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    variables.fail(error.message, error.remedy);
    return defaultPlans;
  }
}

/** `STRIPE_PRICE_PRO` names the price of the plan «pro», so that one file of plans serves test and live mode. */
function withPrices(variables: Variables, plans: readonly Plan[]): Plan[] {
  const priced = plans.map((plan) => {
    if (plan.tiers.includes('FREE')) return plan;
    const price_id = variables.parsed(
      `STRIPE_PRICE_${plan.id.toUpperCase()}`,
      (text) => (/^[\w-]{1,255}$/.test(text) ? text : undefined),
      'the id of a price, such as price_1AbC…',
    );
    return price_id === undefined ? plan : { ...plan, price_id };
  });
  const prices = priced.flatMap(({ price_id, former_price_ids }) =>
    [price_id ?? [], former_price_ids].flat(),
  );
  if (new Set(prices).size < prices.length) {
    variables.fail('One price id belongs to two plans.', 'Correct STRIPE_PRICE_… or PLANS_FILE.');
  }
  return priced;
}
