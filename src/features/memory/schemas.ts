import { z } from 'zod';
import {
  boundedList,
  contextType,
  identifier,
  instant,
  limits,
  messageText,
  metadata,
  opaqueCursor,
  queryInstant,
  queryInteger,
  role,
  timestamp,
  utcOffset,
} from '../../routing/schemas.ts';

const NewMessage = z
  .strictObject({
    text: messageText,
    role,
    message_id: identifier
      .optional()
      .describe('Yours; made where you have none. The same one again changes nothing.'),
    conversation_id: identifier.optional(),
    context_type: contextType.optional(),
    metadata: metadata.optional(),
    created_at: instant.optional().describe('When it was said; now, where it is left out.'),
  })
  .meta({ id: 'NewMessage' });

export const RememberBody = z.strictObject({
  messages: boundedList(NewMessage, { min: 1, max: limits.messagesPerCall }).describe('1 to 1,000 messages.'),
});

export const RememberAnswer = z.object({
  messages: z
    .array(
      z.object({
        id: z.string(),
        message_id: z.string(),
        conversation_id: z.string().nullable(),
        created_at: timestamp,
      }),
    )
    .describe('In the order they were sent.'),
});

/** Rows of other programs are shown as they are, so roles and metadata are not pinned down here. */
const message = {
  id: z.string(),
  message_id: z.string(),
  text: z.string(),
  role: z.string().describe('user or assistant'),
  conversation_id: z.string().nullable(),
  context_type: z.string().nullable(),
  metadata: z.unknown().meta({ type: ['object', 'null'] }),
  created_at: timestamp,
};

export const Message = z.object(message).meta({ id: 'Message' });

export const ListQuery = z.strictObject({
  conversation_id: identifier.optional(),
  context_type: contextType.optional(),
  role: role.optional(),
  since: queryInstant.optional(),
  until: queryInstant.optional(),
  order: z.enum(['oldest', 'newest']).optional().describe('Which come first; the oldest by default.'),
  cursor: opaqueCursor.optional(),
  limit: queryInteger({ min: 1, max: 200 }).default(50),
});

export const ListAnswer = z.object({ messages: z.array(Message), next_cursor: z.string().nullable() });

const mode = z.enum(['hybrid', 'semantic', 'keyword']);

export const SearchBody = z.strictObject({
  query: messageText,
  k: z.int().min(1).max(100).optional().describe('How many; 10 by default.'),
  mode: mode.optional(),
  filters: z
    .strictObject({
      conversation_id: identifier.optional(),
      context_type: contextType.optional(),
      role: role.optional(),
      since: instant.optional(),
      until: instant.optional(),
    })
    .optional(),
  utc_offset: utcOffset.optional(),
  explain: z.boolean().optional().describe('Adds what each part gave to the score.'),
});

export const SearchAnswer = z.object({
  results: z
    .array(
      z.object({
        ...message,
        score: z.number().describe('Comparable within one answer; higher is better.'),
        confidence: z
          .number()
          .optional()
          .describe(
            '0 to 1: how likely the message is evidence for the query, comparable between answers. Given by hybrid alone.',
          ),
        likely: z
          .boolean()
          .optional()
          .describe(
            'Whether it probably answers: by the same limits the coach would be reminded of it. With `confidence`.',
          ),
        explain: z.record(z.string(), z.number()).optional(),
      }),
    )
    .describe('Best first.'),
  mode: mode.describe('The mode that was really used.'),
  degraded: z.string().optional().describe('Why it is not the one that was asked for.'),
});

export const ContextBody = z.strictObject({
  query: messageText,
  token_budget: z.int().min(50).max(32_000).optional().describe('1,500 by default.'),
  conversation_id: identifier.optional().describe('The running conversation: what is in it is left out.'),
  utc_offset: utcOffset.optional(),
});

export const ContextAnswer = z.object({
  context: z
    .string()
    .describe(
      'Text for a prompt. What is unlikely to bear on the query is left out; empty where nothing relevant was found.',
    ),
  tokens: z.int().describe('Estimated; 0 where the context is empty.'),
  sources: z
    .array(z.string())
    .describe('The message_ids of what is quoted; none where the context is empty.'),
});

export const StatusAnswer = z
  .object({
    engine: z.string().describe('The embedding engine in use; only its vectors are compared.'),
    dimensions: z.int().nullable().describe('Null: not known before the first answer of the engine.'),
    vector_search: z.boolean().describe('False where the database has no vectors: all is found by keyword.'),
    messages: z.int().describe('Messages that are found by keyword.'),
    embedded: z.int().describe('Those of them that are found by meaning too.'),
    pending: z.int().describe('Waiting for their vector.'),
    set_aside: z
      .int()
      .describe('Given up after repeated failure, until the operator asks for another attempt.'),
  })
  .meta({ id: 'MemoryStatus', description: 'How far the embedding of your messages is.' });

export const IdParams = z.strictObject({ id: identifier });
