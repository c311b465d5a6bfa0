import { createHash } from 'node:crypto';
import { z } from 'zod';
import { notFound } from '../../../kernel/errors.ts';
import { nothing } from '../../../routing/schemas.ts';
import { type HttpApp, userOf } from '../../../routing/types.ts';
import type { ApplicationDeps } from '../deps.ts';
import { readFeed, revokeFeed, rotateFeed } from './feeds.ts';

const tags = ['applications'];
const path = '/api/applications/calendar';

/** Calendar programs add parameters of their own, so unknown ones are no mistake here. */
const FeedQuery = z.object({
  token: z.string().max(200).optional().describe('The secret of the address.'),
  notes: z.enum(['0', '1']).optional().describe('1: the notes go into the descriptions.'),
});

export function registerCalendar(app: HttpApp, { store, clock, requireUser }: ApplicationDeps): void {
  app.post(
    path,
    {
      onRequest: requireUser,
      schema: {
        tags,
        summary: 'Make the secret address of your calendar',
        description: 'For calendar programs to subscribe to. The address made before stops working.',
        response: {
          201: z.object({
            url: z.string().describe('Whoever holds it reads your interviews and reminders.'),
          }),
        },
      },
    },
    async (request, reply) => {
      const token = await rotateFeed(store, userOf(request), clock.now());
      const url = `${request.protocol}://${request.host}${path}.ics?token=${token}`;
      return reply.code(201).send({ url });
    },
  );

  app.delete(
    path,
    {
      onRequest: requireUser,
      schema: { tags, summary: 'End the secret address of your calendar', response: { 204: nothing } },
    },
    async (request, reply) => {
      if (!(await revokeFeed(store, userOf(request)))) throw notFound('Calendar address');
      return reply.code(204).send();
    },
  );

  app.get(
    `${path}.ics`,
    {
      schema: {
        tags,
        summary: 'The calendar of interviews and reminders',
        description: 'By the secret of its address alone. 404 for a wrong or ended one.',
        querystring: FeedQuery,
        response: {
          200: {
            description: 'iCalendar (RFC 5545).',
            content: { 'text/calendar': { schema: z.string() } },
          },
          304: nothing.describe('Not changed.'),
        },
      },
    },
    async ({ query, headers }, reply) => {
      const options = { now: clock.now(), notes: query.notes === '1' };
      const calendar = query.token ? await readFeed(store, query.token, options) : null;
      if (calendar === null) throw notFound('Calendar');
      const etag = `"${createHash('sha256').update(calendar).digest('base64url').slice(0, 27)}"`;
      reply
        .header('etag', etag)
        .header('cache-control', 'private, max-age=300')
        .header('referrer-policy', 'no-referrer');
      if (headers['if-none-match']?.split(/, */).includes(etag)) return reply.code(304).send();
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="interviewly.ics"')
        .serializer((text: string) => text)
        .send(calendar);
    },
  );
}
