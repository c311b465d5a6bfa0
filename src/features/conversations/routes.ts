import type { Clock } from '../../kernel/clock.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Memory } from '../../memory/types.ts';
import { nothing } from '../../routing/schemas.ts';
import { type HttpApp, type RouteDeps, userOf } from '../../routing/types.ts';
import type { Store } from '../../store/index.ts';
import { identitiesOf } from '../account/index.ts';
import { hasConversation, renameConversation } from './change.ts';
import { getConversation, listConversations } from './list.ts';
import { listChat } from './messages.ts';
import {
  ConversationSchema,
  IdParams,
  ListAnswer,
  ListQuery,
  MessagesAnswer,
  MessagesQuery,
  OneAnswer,
  RenameBody,
} from './schemas.ts';
import type { Summaries } from './summaries/index.ts';
import { summaryOf } from './summaries/read.ts';

export interface ConversationDeps extends RouteDeps {
  store: Pick<Store, 'read' | 'transaction'>;
  memory: Pick<Memory, 'list' | 'recall' | 'forgetConversation'>;
  summaries: Pick<Summaries, 'retry'>;
  clock: Clock;
}

const tags = ['conversations'];

/** A person's conversations: list, search, read, name, delete. */
export function registerConversations(app: HttpApp, deps: ConversationDeps): void {
  const { store, memory, requireUser: onRequest } = deps;

  app.get(
    '/api/conversations',
    {
      onRequest,
      schema: {
        tags,
        summary: 'List or search conversations',
        description:
          'The one with the newest message first. Talk alone unless `context_type` names another kind: what is noted of CVs, postings and applications is no conversation.',
        querystring: ListQuery,
        response: { 200: ListAnswer },
      },
    },
    (request) => listConversations({ store, memory }, userOf(request), request.query),
  );

  app.get(
    '/api/conversations/:id',
    {
      onRequest,
      schema: { tags, summary: 'A conversation', params: IdParams, response: { 200: OneAnswer } },
    },
    (request) =>
      store.read(async (db) => {
        const { id } = request.params;
        const found = await getConversation(db, userOf(request), id);
        if (!found) throw notFound('Conversation');
        return { ...found, summary: await summaryOf(db, userOf(request), id) };
      }),
  );

  app.get(
    '/api/conversations/:id/messages',
    {
      onRequest,
      schema: {
        tags,
        summary: 'The messages of a conversation',
        description:
          'The newest first unless told, each answer with its rating and with the memories it rests on as they are now.',
        params: IdParams,
        querystring: MessagesQuery,
        response: { 200: MessagesAnswer },
      },
    },
    async (request) => {
      const owner = userOf(request);
      const { id } = request.params;
      const identities = await store.read(async (db) => {
        if (!(await hasConversation(db, owner, id))) throw notFound('Conversation');
        return identitiesOf(db, owner);
      });
      return listChat(deps, owner, identities, { conversation_id: id, ...request.query });
    },
  );

  app.patch(
    '/api/conversations/:id',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Name a conversation',
        params: IdParams,
        body: RenameBody,
        response: { 200: ConversationSchema },
      },
    },
    async (request) => {
      const { id } = request.params;
      const owner = userOf(request);
      const renamed = await renameConversation(deps, owner, id, request.body.title);
      const found = renamed && (await store.read((db) => getConversation(db, owner, id)));
      if (!found) throw notFound('Conversation');
      return found;
    },
  );

  app.delete(
    '/api/conversations/:id',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Forget a conversation',
        description: 'Its messages are gone from every index; its name, summary and ratings go with them.',
        params: IdParams,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      if ((await memory.forgetConversation(userOf(request), request.params.id)) === 0)
        throw notFound('Conversation');
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/conversations/:id/summary',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Try a summary again',
        description: 'One that was set aside after failures; `GET /api/conversations/{id}` says so, and why.',
        params: IdParams,
        response: { 202: nothing },
      },
    },
    async (request, reply) => {
      if (!(await deps.summaries.retry(userOf(request), request.params.id)))
        throw notFound('Summary that was set aside');
      return reply.code(202).send();
    },
  );
}
