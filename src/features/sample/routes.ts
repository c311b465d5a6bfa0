import { z } from 'zod';
import type { Memory } from '../../memory/types.ts';
import { nothing } from '../../routing/schemas.ts';
import { type HttpApp, type RouteDeps, userOf } from '../../routing/types.ts';
import type { Store } from '../../store/index.ts';
import { sampleMessageIds, sampleMessages } from './messages.ts';
import { addThings, removeThings, type ThingParts } from './things.ts';

export type SampleDeps = ThingParts &
  RouteDeps & {
    store: Pick<Store, 'read' | 'transaction'>;
    memory: Pick<Memory, 'remember' | 'forgetMessage' | 'forgetConversation'>;
  };

const SampleAnswer = z
  .object({
    loaded: z.boolean(),
    messages: z.int().describe('How many messages of the sample person are in the caller’s memory.'),
  })
  .meta({ id: 'Sample' });

const tags = ['sample'];

/** A person made up to look around with: loaded into the caller's own memory, and thrown away again. */
export function registerSample(app: HttpApp, deps: SampleDeps): void {
  const { store, memory, clock, requireUser: onRequest } = deps;

  app.get(
    '/api/sample',
    {
      onRequest,
      schema: { tags, summary: 'Whether the sample person is loaded', response: { 200: SampleAnswer } },
    },
    (request) => state(store, userOf(request)),
  );

  app.post(
    '/api/sample',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Load the sample person',
        description:
          'Some weeks of conversations with dates before today, a CV, a posting and an application. Every message is marked `sample` in its metadata. A second time it changes nothing.',
        response: { 200: SampleAnswer },
      },
    },
    async (request) => {
      const caller = userOf(request);
      await memory.remember(caller, sampleMessages(clock.now()));
      await addThings(deps, caller);
      return state(store, caller);
    },
  );

  app.delete(
    '/api/sample',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Throw the sample person away',
        description: 'What was loaded, and nothing else: what you said in its conversations stays.',
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const caller = userOf(request);
      await removeThings(deps, caller);
      await forget(deps, caller);
      return reply.code(204).send();
    },
  );
}

async function state(store: SampleDeps['store'], caller: string): Promise<z.input<typeof SampleAnswer>> {
  const { length } = await loaded(store, caller);
  return { loaded: length > 0, messages: length };
}

/** The row ids of the sample's messages; one of the same id that is not marked as sample is somebody's own. */
async function loaded(
  store: SampleDeps['store'],
  caller: string,
): Promise<{ id: string; conversation_id: string | null }[]> {
  const rows = await store.read((db) =>
    db
      .selectFrom('user_message_embeddings')
      .select(['id', 'conversation_id', 'metadata_json'])
      .where('user_id', '=', caller)
      .where('message_id', 'in', [...sampleMessageIds])
      .execute(),
  );
  return rows.filter(({ metadata_json }) => metadata_json?.sample === true);
}

/** A conversation at a time; message by message where the person has said something in it too. */
async function forget({ store, memory }: SampleDeps, caller: string): Promise<void> {
  const groups = Map.groupBy(await loaded(store, caller), ({ conversation_id }) => conversation_id);
  for (const [conversation, messages] of groups) {
    const { count } = await store.read((db) =>
      db
        .selectFrom('user_message_embeddings')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('user_id', '=', caller)
        .where('conversation_id', '=', conversation)
        .executeTakeFirstOrThrow(),
    );
    if (conversation !== null && Number(count) === messages.length)
      await memory.forgetConversation(caller, conversation);
    else for (const { id } of messages) await memory.forgetMessage(caller, id);
  }
}
