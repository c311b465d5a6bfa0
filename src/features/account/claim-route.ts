import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AppError, invalidInput } from '../../kernel/errors.ts';
import { type HttpApp, type RouteDeps, userOf } from '../../routing/types.ts';
import { type ClaimParts, claimSession } from './claim.ts';

export interface ClaimRouteDeps extends ClaimParts, RouteDeps {
  session: { cookieName: string };
  /** The visitor's cookie is of no more use. */
  clearCookie(reply: FastifyReply): void;
}

const Claim = z
  .strictObject({
    session_token: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('The token of POST /api/session; without it, the session cookie says whose memory it is.'),
  })
  .optional();

const Claimed = z
  .object({
    user_id: z.string(),
    moved: z
      .object({
        messages: z.int(),
        records: z.int().describe('CVs, letters, postings, applications, facts, …'),
      })
      .describe('What is the account’s now; nothing, where it was claimed before.'),
    renamed: z
      .int()
      .describe('Messages that got a new message_id, because another message of the account has theirs.'),
    duplicates: z.int().describe('Messages that the account had already, word by word.'),
  })
  .meta({ id: 'Claimed' });

/** POST /api/account/claim. */
export function claimRoute(app: HttpApp, deps: ClaimRouteDeps): void {
  app.post(
    '/api/account/claim',
    {
      onRequest: deps.requireUser,
      schema: {
        tags: ['account'],
        summary: 'Take over what was said before signing in',
        description:
          'Everything of the anonymous visitor becomes the account’s, all of it or nothing, and the visitor’s session ends.',
        body: Claim,
        response: { 200: Claimed },
      },
    },
    async (request, reply) => {
      const account = userOf(request);
      if (request.caller?.credential !== 'clerk') {
        throw new AppError('account_required', {
          status: 403,
          title: 'This is for people who signed in',
          detail: 'A session can be claimed by an account alone.',
          remedy: 'Sign in, and send the token of the account.',
        });
      }
      const given = request.body?.session_token;
      const token = given ?? request.cookies[deps.session.cookieName];
      if (!token) {
        throw invalidInput([
          { field: 'session_token', message: 'is required where no session cookie comes with the request' },
        ]);
      }
      const { messages, records } = await claimSession(deps, account, token);
      const { moved, renamed, duplicates } = messages;
      if (given === undefined || given === request.cookies[deps.session.cookieName]) deps.clearCookie(reply);
      return { user_id: account, moved: { messages: moved, records }, renamed, duplicates };
    },
  );
}
