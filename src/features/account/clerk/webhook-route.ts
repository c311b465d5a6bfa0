import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AppError, invalidInput } from '../../../kernel/errors.ts';
import { acceptRawBodies, rawBody } from '../../../routing/raw-body.ts';
import type { HttpApp } from '../../../routing/types.ts';
import { type ApplyParts, applyEvent } from './apply-event.ts';
import { type ClerkEvent, readEvent } from './webhook-events.ts';

export interface ClerkWebhookDeps extends ApplyParts {
  /** Undefined where no webhook is set up. */
  webhookSecret: string | undefined;
}

/** Clerk's news of its users. Known by their signature, over the bytes as they were sent. */
export function registerClerkWebhook(app: HttpApp, { webhookSecret, ...parts }: ClerkWebhookDeps): void {
  app.register(async (scope: HttpApp) => {
    acceptRawBodies(scope);
    scope.post(
      '/api/webhooks/clerk',
      {
        onRequest: async () => {
          if (webhookSecret === undefined) throw notSetUp();
        },
        schema: {
          tags: ['account'],
          summary: 'News of users, from Clerk',
          description: 'Signed by Svix; `user.created`, `user.updated` and `user.deleted` count.',
          response: { 200: z.object({ outcome: z.enum(['applied', 'duplicate', 'stale', 'ignored']) }) },
        },
      },
      async (request) => {
        const value = await verified(request, webhookSecret ?? '');
        // Verified with it, so it is there; its length is bounded by the column.
        const id = String(request.headers['svix-id']).slice(0, 255);
        return { outcome: await applyEvent(parts, id, read(value)) };
      },
    );
  });
}

/** The event, where its signature is good and no older than five minutes. */
async function verified(request: FastifyRequest, signingSecret: string): Promise<unknown> {
  const headers = new Headers();
  for (const name of ['svix-id', 'svix-timestamp', 'svix-signature']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const body = new Uint8Array(rawBody(request));
  const { verifyWebhook } = await import('@clerk/backend/webhooks');
  try {
    return await verifyWebhook(new Request('http://webhook', { method: 'POST', headers, body }), {
      signingSecret,
    });
  } catch {
    // What was wrong is the sender's secret to find out; a forger learns nothing.
    throw new AppError('webhook_signature_invalid', {
      status: 400,
      title: 'The webhook is not signed by its sender',
      detail: 'The signature is missing, wrong, or older than five minutes.',
      remedy: 'Compare CLERK_WEBHOOK_SIGNING_SECRET with the endpoint’s secret in Clerk, and the clocks.',
    });
  }
}

function read(value: unknown): ClerkEvent {
  try {
    return readEvent(value);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw invalidInput(
      error.issues.slice(0, 5).map(({ path, message }) => ({ field: path.join('.') || 'body', message })),
    );
  }
}

function notSetUp(): AppError {
  return new AppError('webhook_not_set_up', {
    status: 404,
    title: 'This webhook is not set up',
    detail: 'CLERK_WEBHOOK_SIGNING_SECRET is not set.',
    remedy: 'Set it to the signing secret of the endpoint in Clerk.',
  });
}
