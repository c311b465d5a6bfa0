import { z } from 'zod';
import { contextType, identifier, opaqueCursor, queryInteger, timestamp } from '../../routing/schemas.ts';
import { verdict } from '../feedback/index.ts';

const LONGEST_TITLE = 200;
const LONGEST_QUERY = 500;

export const ListQuery = z.strictObject({
  query: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_QUERY)
    .optional()
    .describe('Words in titles and messages; each conversation then says where they were found.'),
  context_type: contextType
    .optional()
    .describe('Only this kind; talk (career_chat, interview, none) unless told.'),
  cursor: opaqueCursor.optional(),
  limit: queryInteger({ min: 1, max: 100 }).default(30),
});

const conversation = {
  id: z.string(),
  title: z.string(),
  title_by: z.string().describe('`person`, `first words` (of the first message), or the model that made it.'),
  created_at: timestamp.describe('Of the first message.'),
  last_message_at: timestamp,
  message_count: z.int(),
  preview: z.string().describe('The beginning of the last message, on one line.'),
  context_type: z.string().nullable(),
  rated: z.object({ helpful: z.int(), not_helpful: z.int() }).describe('How many answers were rated so.'),
};

export const ConversationSchema = z.object(conversation).meta({ id: 'Conversation' });

export const ListAnswer = z.object({
  conversations: z
    .array(
      z.object({
        ...conversation,
        match: z
          .object({ message_id: z.string(), snippet: z.string(), created_at: timestamp })
          .nullish()
          .describe('With `query`: the message that fits best; null where the title alone does.'),
      }),
    )
    .describe('The one with the newest message first.'),
  next_cursor: z.string().nullable(),
});

export const OneAnswer = z.object({
  ...conversation,
  summary: z
    .object({
      points: z
        .array(
          z.object({
            text: z.string(),
            message_ids: z.array(z.string()).describe('The messages it stands on; it goes with any of them.'),
            from: timestamp,
            to: timestamp,
            engine: z
              .string()
              .describe('`digest-1`: sentences as they were said; else the model that wrote it.'),
          }),
        )
        .describe('In the order of the conversation.'),
      state: z.enum(['done', 'pending', 'set_aside']),
      error: z.string().nullable().describe('Why the last attempt failed.'),
    })
    .nullable()
    .describe('Of what no longer fits a prompt; null while everything does.'),
});

export const RenameBody = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_TITLE)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'must be one line of printable characters')
    .nullable()
    .describe('At most 200 characters; null takes it back, and the first words count again.'),
});

export const IdParams = z.strictObject({ id: identifier });

export const MessagesQuery = z.strictObject({
  order: z.enum(['newest', 'oldest']).default('newest').describe('Which come first.'),
  cursor: opaqueCursor.optional(),
  limit: queryInteger({ min: 1, max: 200 }).default(50),
});

const NamedMemory = z.object({
  id: z.string(),
  message_id: z.string(),
  text: z.string(),
  role: z.string(),
  conversation_id: z.string().nullable(),
  created_at: timestamp,
});

const ChatMessage = z
  .object({
    id: z.string(),
    message_id: z.string(),
    role: z.string().describe('user or assistant'),
    text: z.string(),
    created_at: timestamp,
    context_type: z.string().nullable(),
    engine: z.string().nullable().describe('What made the answer; null for what the person said.'),
    reply_to: z.string().nullable().describe('The message_id of what it answers.'),
    partial: z.boolean().describe('The answer broke off.'),
    sample: z.boolean().describe('Of the sample person.'),
    memories: z
      .array(NamedMemory)
      .describe('What was recalled for the answer; what was forgotten since is left out.'),
    sources: z
      .array(z.looseObject({ kind: z.string(), id: z.string(), title: z.string() }))
      .describe('As in the answer of POST /api/chat.'),
    rating: z
      .object({
        rating: verdict,
        reason: z.string().nullable(),
        created_at: timestamp,
        updated_at: timestamp,
      })
      .nullable(),
  })
  .meta({ id: 'ChatMessage' });

export const MessagesAnswer = z.object({
  messages: z.array(ChatMessage),
  next_cursor: z.string().nullable(),
});
