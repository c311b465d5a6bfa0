import { nothing } from '../../routing/schemas.ts';
import { type HttpApp, type RouteDeps, userOf } from '../../routing/types.ts';
import type { Facts } from './facts.ts';
import {
  AnswersAnswer,
  ChangeBody,
  FactAnswer,
  FactParams,
  ForgetQuery,
  HistoryAnswer,
  ListAnswer,
  ListQuery,
  NewFactBody,
  RetryAnswer,
  StatusAnswer,
} from './schemas.ts';

export interface FactsDeps extends RouteDeps {
  facts: Facts;
}

const tags = ['facts'];

/** What is known of the caller: see, state, correct, pin, forget, and see which answer used it. */
export function registerFacts(app: HttpApp, { facts, requireUser: onRequest }: FactsDeps): void {
  app.get(
    '/api/facts',
    {
      onRequest,
      schema: {
        tags,
        summary: 'What is known about you',
        description:
          'Each fact with the words it was read off and from when until when it was so. What contradicts something else is listed with it.',
        querystring: ListQuery,
        response: { 200: ListAnswer },
      },
    },
    (request) => facts.list(userOf(request), request.query),
  );

  app.post(
    '/api/facts',
    {
      onRequest,
      schema: {
        tags,
        summary: 'State a fact',
        description: 'It takes the place of what was so.',
        body: NewFactBody,
        response: { 201: FactAnswer },
      },
    },
    async (request, reply) => reply.code(201).send(await facts.state(userOf(request), request.body)),
  );

  app.get(
    '/api/facts/status',
    {
      onRequest,
      schema: { tags, summary: 'How far the reading of your messages is', response: { 200: StatusAnswer } },
    },
    (request) => facts.status(userOf(request)),
  );

  app.post(
    '/api/facts/retry',
    {
      onRequest,
      schema: { tags, summary: 'Read again what was set aside', response: { 200: RetryAnswer } },
    },
    async (request) => ({ retried: await facts.retrySetAside(userOf(request)) }),
  );

  app.patch(
    '/api/facts/:id',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Correct or pin a fact',
        description: 'A correction is a new version, which is answered; the old one stays in the history.',
        params: FactParams,
        body: ChangeBody,
        response: { 200: FactAnswer },
      },
    },
    (request) => facts.change(userOf(request), request.params.id, request.body),
  );

  app.delete(
    '/api/facts/:id',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Forget a fact',
        description:
          'With what it corrected and repeated; what it had taken the place of is so again. It is not read off the same messages again; those stay.',
        params: FactParams,
        querystring: ForgetQuery,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await facts.forget(userOf(request), request.params.id, request.query);
      return reply.code(204).send();
    },
  );

  app.get(
    '/api/facts/:id/history',
    {
      onRequest,
      schema: {
        tags,
        summary: 'How a fact came to be',
        params: FactParams,
        response: { 200: HistoryAnswer },
      },
    },
    async (request) => ({ facts: await facts.history(userOf(request), request.params.id) }),
  );

  app.get(
    '/api/facts/:id/answers',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Which answers used a fact',
        description: 'The newest 50.',
        params: FactParams,
        response: { 200: AnswersAnswer },
      },
    },
    async (request) => ({ answers: await facts.answers(userOf(request), request.params.id) }),
  );
}
