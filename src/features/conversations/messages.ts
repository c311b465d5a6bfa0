import { z } from 'zod';
import type { DateISO } from '../../kernel/clock.ts';
import type { Memory, MemoryMessage, Role } from '../../memory/types.ts';
import type { Store } from '../../store/index.ts';
import type { Identities } from '../account/index.ts';
import { type Rating, ratingsOf } from '../feedback/index.ts';

/** A remembered message that an answer rests on. */
export interface NamedMemory {
  id: string;
  message_id: string;
  text: string;
  role: Role;
  conversation_id: string | null;
  created_at: DateISO;
}

/** A message as a chat shows it. */
export interface ChatMessage {
  id: string;
  message_id: string;
  role: Role;
  text: string;
  created_at: DateISO;
  context_type: string | null;
  /** What made the answer; null for what the person said, and for answers of other programs. */
  engine: string | null;
  /** The message_id of what an answer answers. */
  reply_to: string | null;
  /** The answer broke off. */
  partial: boolean;
  sample: boolean;
  memories: NamedMemory[];
  sources: z.infer<typeof AnswerRecord>['sources'];
  rating: Rating | null;
}

export interface ChatPage {
  messages: ChatMessage[];
  next_cursor: string | null;
}

interface Parts {
  store: Pick<Store, 'read'>;
  memory: Pick<Memory, 'list'>;
}

/** Metadata is the client's to write as well, and imports bring what they have: each part is taken where it is one. */
const AnswerRecord = z.object({
  engine: z.string().max(200).nullable().catch(null).default(null),
  reply_to: z.string().nullable().catch(null).default(null),
  partial: z.literal(true).optional().catch(undefined),
  sample: z.literal(true).optional().catch(undefined),
  memories: z.array(z.string()).max(1_000).catch([]).default([]),
  sources: z
    .array(z.looseObject({ kind: z.string(), id: z.string(), title: z.string() }))
    .max(1_000)
    .catch([])
    .default([]),
});

const NOTHING = AnswerRecord.parse({});

/** A page of a conversation with ratings, and with the memories that answers name: what was forgotten since is left out. */
export async function listChat(
  { store, memory }: Parts,
  owner: string,
  identities: Pick<Identities, 'all'>,
  request: { conversation_id: string; cursor?: string; limit?: number; order?: 'oldest' | 'newest' },
): Promise<ChatPage> {
  const { messages, next_cursor } = await memory.list(owner, request);
  const records = messages.map(({ role, metadata }) => {
    const { data = NOTHING } = AnswerRecord.safeParse(metadata ?? {});
    return role === 'assistant' ? data : { ...NOTHING, sample: data.sample };
  });
  const ratings = await store.read((db) =>
    ratingsOf(
      db,
      identities,
      messages.map(({ id }) => id),
    ),
  );
  const named = await namedMemories(store, owner, new Set(records.flatMap((record) => record.memories)));
  return {
    messages: messages.map((message, i) => toChat(message, records[i]!, named, ratings)),
    next_cursor,
  };
}

function toChat(
  { id, message_id, role, text, created_at, context_type }: MemoryMessage,
  record: z.infer<typeof AnswerRecord>,
  named: Map<string, NamedMemory>,
  ratings: Map<string, Rating>,
): ChatMessage {
  return {
    id,
    message_id,
    role,
    text,
    created_at,
    context_type,
    engine: record.engine,
    reply_to: record.reply_to,
    partial: record.partial ?? false,
    sample: record.sample ?? false,
    memories: record.memories.flatMap((memoryId) => named.get(memoryId) ?? []),
    sources: record.sources.filter((source) => source.kind !== 'memory' || named.has(source.id)),
    rating: ratings.get(id) ?? null,
  };
}

/** Ids of one statement. */
const CHUNK = 500;

async function namedMemories(
  store: Parts['store'],
  owner: string,
  ids: ReadonlySet<string>,
): Promise<Map<string, NamedMemory>> {
  const all = [...ids];
  const named = new Map<string, NamedMemory>();
  for (let start = 0; start < all.length; start += CHUNK) {
    const rows = await store.read((db) =>
      db
        .selectFrom('user_message_embeddings')
        .select(['id', 'message_id', 'message_text', 'message_role', 'conversation_id', 'created_at'])
        .where('user_id', '=', owner)
        .where('id', 'in', all.slice(start, start + CHUNK))
        .execute(),
    );
    for (const { message_text: text, message_role, ...rest } of rows)
      named.set(rest.id, { ...rest, text, role: message_role as Role });
  }
  return named;
}
