import type { Clock } from '../../kernel/clock.ts';
import { notFound } from '../../kernel/errors.ts';
import { nothing } from '../../routing/schemas.ts';
import { type HttpApp, type RouteDeps, userOf } from '../../routing/types.ts';
import type { Store } from '../../store/index.ts';
import { rate, unrate } from './ratings.ts';
import { MessageParams, RatingAnswer, RatingBody } from './schemas.ts';

export interface FeedbackDeps extends RouteDeps {
  store: Pick<Store, 'transaction'>;
  clock: Clock;
}

const tags = ['feedback'];

/** What a person thinks of an answer. */
export function registerFeedback(app: HttpApp, { store, clock, requireUser: onRequest }: FeedbackDeps): void {
  app.put(
    '/api/messages/:message_id/rating',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Rate an answer',
        description: 'By the id or message_id of an answer of yours; rated again, the last word counts.',
        params: MessageParams,
        body: RatingBody,
        response: { 200: RatingAnswer },
      },
    },
    async (request) => {
      const { rating, reason } = request.body;
      const given = { rating, reason: reason || null };
      return rate({ store, clock }, userOf(request), request.params.message_id, given);
    },
  );

  app.delete(
    '/api/messages/:message_id/rating',
    {
      onRequest,
      schema: { tags, summary: 'Take a rating back', params: MessageParams, response: { 204: nothing } },
    },
    async (request, reply) => {
      if (!(await unrate(store, userOf(request), request.params.message_id))) throw notFound('Message');
      return reply.code(204).send();
    },
  );
}
