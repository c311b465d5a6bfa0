import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Clock } from '../../kernel/clock.ts';
import { notFound } from '../../kernel/errors.ts';
import { relevant } from '../../memory/index.ts';
import { exportLines } from '../../memory/transfer/index.ts';
import type { Memory } from '../../memory/types.ts';
import { clientGone } from '../../routing/client-gone.ts';
import { nothing } from '../../routing/schemas.ts';
import { type HttpApp, type RouteDeps, userOf } from '../../routing/types.ts';
import { primed } from './primed.ts';
import {
  ContextAnswer,
  ContextBody,
  IdParams,
  ListAnswer,
  ListQuery,
  RememberAnswer,
  RememberBody,
  SearchAnswer,
  SearchBody,
  StatusAnswer,
} from './schemas.ts';

export interface MemoryDeps extends RouteDeps {
  memory: Memory;
  clock: Clock;
}

const tags = ['memory'];

export function registerMemory(app: HttpApp, { memory, clock, requireUser }: MemoryDeps): void {
  const onRequest = requireUser;

  app.post(
    '/api/memory/messages',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Remember messages',
        description:
          '201 where any was new, 200 where all were there already. Their embeddings follow in the background.',
        body: RememberBody,
        response: { 200: RememberAnswer, 201: RememberAnswer },
      },
    },
    async (request, reply) => {
      const remembered = await memory.remember(userOf(request), request.body.messages);
      const isNew = remembered.some(({ created }) => created);
      return reply.code(isNew ? 201 : 200).send({ messages: remembered });
    },
  );

  app.get(
    '/api/memory/status',
    {
      onRequest,
      schema: {
        tags,
        summary: 'How far the embedding is',
        description:
          'After a change of the embedding model everything is embedded again; meanwhile nothing is without a way to be found.',
        response: { 200: StatusAnswer },
      },
    },
    (request) => memory.progress(userOf(request)),
  );

  app.get(
    '/api/memory/messages',
    {
      onRequest,
      schema: { tags, summary: 'List messages', querystring: ListQuery, response: { 200: ListAnswer } },
    },
    (request) => memory.list(userOf(request), request.query),
  );

  app.post(
    '/api/memory/search',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Find what was said about something',
        body: SearchBody,
        response: { 200: SearchAnswer },
      },
    },
    async (request, reply) => {
      const found = await memory.recall(userOf(request), { ...request.body, signal: clientGone(reply) });
      const likely = new Set(relevant(found.results));
      return {
        ...found,
        results: found.results.map((result) =>
          result.confidence === undefined ? result : { ...result, likely: likely.has(result) },
        ),
      };
    },
  );

  app.post(
    '/api/memory/context',
    {
      onRequest,
      schema: {
        tags,
        summary: 'The relevant past as text for a prompt',
        body: ContextBody,
        response: { 200: ContextAnswer },
      },
    },
    (request, reply) => memory.context(userOf(request), { ...request.body, signal: clientGone(reply) }),
  );

  app.delete(
    '/api/memory/messages/:id',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Forget one message',
        description: 'By its id or message_id; it is gone from every index too.',
        params: IdParams,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      if (!(await memory.forgetMessage(userOf(request), request.params.id))) throw notFound('Message');
      return reply.code(204).send();
    },
  );

  app.delete(
    '/api/memory/conversations/:id',
    {
      onRequest,
      schema: { tags, summary: 'Forget a conversation', params: IdParams, response: { 204: nothing } },
    },
    async (request, reply) => {
      if ((await memory.forgetConversation(userOf(request), request.params.id)) === 0)
        throw notFound('Conversation');
      return reply.code(204).send();
    },
  );

  app.get(
    '/api/memory/export',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Export everything that is remembered',
        description: 'JSON lines: a header, then one line a message, in the order of time.',
        response: {
          200: {
            description: 'The lines, as a stream.',
            content: { 'application/x-ndjson': { schema: z.custom<Readable>().meta({ type: 'string' }) } },
          },
        },
      },
    },
    async (request, reply) => {
      // The header and the first message: a failure to read them is still answered as one.
      const lines = await primed(exportLines(memory, userOf(request), clock), 2);
      return reply
        .type('application/x-ndjson; charset=utf-8')
        .header('content-disposition', 'attachment; filename="interviewly-export.jsonl"')
        .send(Readable.from(lines));
    },
  );
}
