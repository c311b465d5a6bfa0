import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';

export interface StripeRequest {
  method: string;
  path: string;
  /** The form or the query, as it was sent: `line_items[0][price]`. */
  params: Record<string, string>;
  idempotencyKey: string | undefined;
}

/** What the fake knows of a subscription; times in seconds, as Stripe's. */
export interface FakeSubscription {
  id: string;
  customer: string;
  status: string;
  price: string;
  created: number;
  period: [start: number, end: number];
  metadata: Record<string, string>;
  cancel_at_period_end: boolean;
  canceled_at: number | null;
  trial_end: number | null;
}

export interface SignedEvent {
  id: string;
  body: string;
  headers: Record<string, string>;
}

export interface EventOptions {
  id?: string;
  at?: Date;
  secret?: string;
  /** Whether it is of Stripe's live mode. */
  livemode?: boolean;
}

export interface FakeStripe {
  origin: string;
  requests: StripeRequest[];
  subscriptions: Map<string, FakeSubscription>;
  customers: Map<string, Record<string, string>>;
  /**
   * How questions about a customer who is not there (any more) are answered: that there is none, or that they were deleted,
   * with no subscriptions or with those that were canceled. Stripe has done each of these.
   */
  whenGone: 'missing' | 'empty' | 'canceled';
  /** Where set, every request is answered so; `cut` hangs up. */
  trouble: { status: number; headers?: Record<string, string>; code?: string } | 'cut' | null;
  /** Runs when an answer is made and not yet sent, for tests of what happens at the same time. */
  beforeSending: ((request: StripeRequest) => Promise<void> | void) | null;
  /** The person pays on the page of a session: there is a subscription then. */
  pay(url: string, period: [start: number, end: number]): FakeSubscription;
  /** As on Stripe's dashboard: their subscriptions end with them. False where there is no such customer. */
  deleteCustomer(id: string): boolean;
  /** An event about an object, signed now, or at another time or with another secret. */
  event(type: string, object: unknown, how?: EventOptions): SignedEvent;
  /** A subscription as Stripe's API shows it. */
  shown(subscription: FakeSubscription): Record<string, unknown>;
  close(): Promise<void>;
}

export const stripeKey = 'sk_test_4242424242';
export const webhookSecret = 'whsec_4242424242';

interface Session {
  id: string;
  url: string;
  params: Record<string, string>;
}

/** A server that speaks the part of Stripe's API that is called: forms in, JSON out, idempotency keys kept to. */
export async function startFakeStripe(): Promise<FakeStripe> {
  const sessions = new Map<string, Session>();
  const answers = new Map<string, { params: string; status: number; body: unknown }>();
  let count = 0;
  const newId = (prefix: string) => `${prefix}_${String(++count).padStart(4, '0')}`;

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => response.destroy(error as Error));
  });

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await read(incoming);
    fake.requests.push(request);
    if (fake.trouble === 'cut') return void response.destroy();
    if (fake.trouble) {
      const { status, headers, code } = fake.trouble;
      return send(response, status, failure('api_error', 'Something is wrong.', { code }), headers);
    }
    if (incoming.headers.authorization !== `Bearer ${stripeKey}`) {
      return send(response, 401, failure('invalid_request_error', 'Invalid API Key provided'));
    }
    const { idempotencyKey: key } = request;
    const earlier = key ? answers.get(key) : undefined;
    const params = JSON.stringify(request.params);
    if (earlier && earlier.params !== params) {
      return send(
        response,
        400,
        failure('idempotency_error', 'Keys can only be used with the same parameters.'),
      );
    }
    const { status, body } = earlier ?? answer(request);
    if (key) answers.set(key, { params, status, body });
    await fake.beforeSending?.(request);
    send(response, status, body);
  }

  function answer({ method, path, params }: StripeRequest): { status: number; body: unknown } {
    const missing = (param: string, id: string) => ({
      status: 404,
      body: failure('invalid_request_error', `No such ${param}: '${id}'`, {
        code: 'resource_missing',
        param,
      }),
    });
    const isGone = params.customer !== undefined && !fake.customers.has(params.customer);
    switch (`${method} ${path.replace(/cus_\w+$/, ':id')}`) {
      case 'POST /v1/customers': {
        const id = newId('cus');
        fake.customers.set(id, params);
        return { status: 200, body: { id, object: 'customer', email: params.email } };
      }
      case 'GET /v1/customers/:id': {
        const id = path.split('/').at(-1)!;
        const known = fake.customers.get(id);
        if (!known && fake.whenGone === 'missing') return missing('id', id);
        const body = known ? { email: known.email } : { deleted: true };
        return { status: 200, body: { id, object: 'customer', ...body } };
      }
      case 'DELETE /v1/customers/:id': {
        const id = path.split('/').at(-1)!;
        if (!fake.deleteCustomer(id)) return missing('id', id);
        return { status: 200, body: { id, object: 'customer', deleted: true } };
      }
      case 'GET /v1/subscriptions': {
        if (isGone && fake.whenGone === 'missing') return missing('customer', params.customer!);
        const data = [...fake.subscriptions.values()]
          .filter(({ customer }) => customer === params.customer && !(isGone && fake.whenGone === 'empty'))
          .filter(({ status }) => params.status === 'all' || status !== 'canceled')
          .map((subscription) => fake.shown(subscription));
        return { status: 200, body: { object: 'list', data, has_more: false, url: path } };
      }
      case 'POST /v1/checkout/sessions': {
        if (isGone) return missing('customer', params.customer!);
        const id = newId('cs_test');
        const session = { id, url: `https://checkout.stripe.test/${id}`, params };
        sessions.set(session.url, session);
        return { status: 200, body: { id, object: 'checkout.session', url: session.url } };
      }
      case 'POST /v1/billing_portal/sessions': {
        if (isGone) return missing('customer', params.customer!);
        const id = newId('bps');
        const url = `https://billing.stripe.test/${id}`;
        return { status: 200, body: { id, object: 'billing_portal.session', url } };
      }
      default:
        return { status: 404, body: failure('invalid_request_error', `Unrecognized request URL (${path})`) };
    }
  }

  const fake: FakeStripe = {
    origin: '',
    requests: [],
    subscriptions: new Map(),
    customers: new Map(),
    whenGone: 'missing',
    trouble: null,
    beforeSending: null,

    pay(url, period) {
      const { params } = sessions.get(url)!;
      const under = (prefix: string) =>
        Object.fromEntries(
          Object.entries(params)
            .filter(([name]) => name.startsWith(prefix))
            .map(([name, value]) => [name.slice(prefix.length + 1, -1), value]),
        );
      const subscription: FakeSubscription = {
        id: newId('sub'),
        customer: params.customer!,
        status: 'active',
        price: params['line_items[0][price]']!,
        created: period[0],
        period,
        metadata: under('subscription_data[metadata]'),
        cancel_at_period_end: false,
        canceled_at: null,
        trial_end: null,
      };
      fake.subscriptions.set(subscription.id, subscription);
      return subscription;
    },

    deleteCustomer(id) {
      if (!fake.customers.delete(id)) return false;
      for (const subscription of fake.subscriptions.values())
        if (subscription.customer === id) subscription.status = 'canceled';
      return true;
    },

    event(
      type,
      object,
      { id = newId('evt'), at = new Date(), secret = webhookSecret, livemode = false } = {},
    ) {
      const timestamp = Math.floor(at.getTime() / 1_000);
      const body = JSON.stringify(
        { id, object: 'event', type, livemode, created: timestamp, data: { object } },
        null,
        2,
      );
      const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp });
      return { id, body, headers: { 'stripe-signature': signature } };
    },

    shown({ period: [start, end], price, ...subscription }) {
      const item = {
        id: `si_${subscription.id}`,
        object: 'subscription_item',
        current_period_start: start,
        current_period_end: end,
        price: { id: price, object: 'price' },
      };
      return {
        ...subscription,
        object: 'subscription',
        cancel_at: null,
        items: { object: 'list', data: [item], has_more: false },
      };
    },

    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fake.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return fake;
}

async function read(incoming: IncomingMessage): Promise<StripeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = new URL(incoming.url ?? '/', 'http://fake');
  const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    params: Object.fromEntries([...url.searchParams, ...form]),
    idempotencyKey: incoming.headers['idempotency-key'] as string | undefined,
  };
}

function failure(type: string, message: string, more: { code?: string; param?: string } = {}) {
  return { error: { type, message, ...more } };
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  // What Stripe's library asks before it tries again by itself: in tests that would only take time.
  const all = {
    'content-type': 'application/json',
    'request-id': 'req_test',
    'stripe-should-retry': 'false',
  };
  response.writeHead(status, { ...all, ...headers }).end(JSON.stringify(body));
}
