import { z } from 'zod';
import { acceptRawBodies, rawBody } from '../../routing/raw-body.ts';
import { type HttpApp, type RouteDeps, userOf } from '../../routing/types.ts';
import type { Billing } from './billing.ts';
import { Address, CheckoutBody, OverviewAnswer, Received } from './schemas.ts';

export interface BillingDeps extends RouteDeps {
  billing: Billing;
}

const tags = ['billing'];

export function registerBilling(app: HttpApp, { billing, requireUser: onRequest }: BillingDeps): void {
  app.get(
    '/api/billing',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Your plan, its limits and what you used',
        response: { 200: OverviewAnswer },
      },
    },
    (request) => billing.overview(userOf(request)),
  );

  app.post(
    '/api/billing/checkout',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Buy a plan',
        description:
          'Gives the address of Stripe’s page. The plan counts once Stripe has told that it is paid.',
        body: CheckoutBody,
        response: { 200: Address },
      },
    },
    async (request) => ({ url: await billing.checkout(userOf(request), request.body.plan) }),
  );

  app.post(
    '/api/billing/portal',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Change or cancel the plan',
        description:
          'Gives the address of Stripe’s page, which also has the invoices. It is good for minutes.',
        response: { 200: Address },
      },
    },
    async (request) => ({ url: await billing.portal(userOf(request)) }),
  );

  app.register(async (scope: HttpApp) => {
    acceptRawBodies(scope);
    scope.post(
      '/api/webhooks/stripe',
      {
        schema: {
          tags,
          summary: 'For Stripe: events',
          description: 'Signed by Stripe. Sent twice or out of order, they do no harm.',
          headers: z.object({ 'stripe-signature': z.string().max(4_000).optional() }),
          response: { 200: Received },
        },
      },
      async (request) => ({
        received: true as const,
        result: await billing.receive(rawBody(request), request.headers['stripe-signature']),
      }),
    );
  });
}
