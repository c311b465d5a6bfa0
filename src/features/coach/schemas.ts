import { z } from 'zod';
import { identifier, messageText, timestamp, utcOffset } from '../../routing/schemas.ts';

const LONGEST_MESSAGE = 20_000;

export const ChatBody = z.strictObject({
  message: messageText.max(LONGEST_MESSAGE).describe('What the person says, at most 20,000 characters.'),
  conversation_id: identifier
    .optional()
    .describe('The running conversation; a new one begins where it is left out.'),
  message_id: identifier
    .optional()
    .describe(
      'Yours; made where you have none. Sent again with it, a message is neither kept nor answered twice.',
    ),
  utc_offset: utcOffset.optional(),
  stream: z.boolean().default(false).describe("true: the answer comes as the AI SDK's UI message stream."),
});

const ShownMemory = z.object({
  id: z.string(),
  message_id: z.string(),
  text: z.string(),
  role: z.string(),
  conversation_id: z.string().nullable(),
  created_at: timestamp,
});

const cited = z
  .boolean()
  .describe('Whether the answer names it; else it was before the engine and may have shaped it.');

export const Source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('memory'), id: z.string(), title: z.string(), created_at: timestamp, cited }),
  z.object({
    kind: z.literal('playbook'),
    id: z.string(),
    title: z.string(),
    topic: z.string(),
    references: z.array(z.string()).describe('The works the piece rests on.'),
    cited,
  }),
  ...(['cv', 'job', 'application', 'letter', 'fact'] as const).map((kind) =>
    z.object({ kind: z.literal(kind), id: z.string(), title: z.string(), cited }),
  ),
]);

export const ChatAnswer = z
  .object({
    conversation_id: z.string(),
    message_id: z.string().describe('Of the answer.'),
    user_message_id: z.string().describe('Of the message it answers.'),
    reply: z.string().describe('Markdown.'),
    engine: z.string().describe('What made the answer: `openai/gpt-4o`, `offline`, …'),
    memories: z.array(ShownMemory).describe('What was recalled for it.'),
    sources: z.array(Source),
  })
  .meta({ id: 'ChatAnswer' });
