import { z } from 'zod';
import { FACT_KINDS, LONGEST_VALUE } from '../../career/facts/index.ts';
import { identifier, instant, opaqueCursor, queryInteger, timestamp } from '../../routing/schemas.ts';

const kind = z.enum(FACT_KINDS).describe('What it is about.');
const value = z
  .string()
  .min(1)
  .max(LONGEST_VALUE)
  .refine(
    (text) => text.trim() !== '' && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text),
    'must be printable characters on one line',
  )
  .describe(
    `What is so, in a few words: \`Lyon\`, \`60000 EUR per year\`. At most ${LONGEST_VALUE} characters.`,
  );

const Fact = z
  .object({
    id: z.string(),
    kind,
    key: z
      .string()
      .describe('What it is about within its kind; of one kind and key one value is so at a time.'),
    value: z.string(),
    text: z.string().describe('The words that say it.'),
    source_message_id: z
      .string()
      .nullable()
      .describe('The message it was read off; null where you stated it.'),
    evidence: z
      .object({ start: z.int(), end: z.int() })
      .nullable()
      .describe('Where the words stand in that message, in UTF-16 code units.'),
    said_at: timestamp,
    change: z
      .enum(['state', 'change', 'past', 'end', 'correction'])
      .describe('How it was stated: it is so, it became so, it was so, it ended, the earlier was wrong.'),
    valid_from: timestamp.describe('When it began, or was said first where nobody said when it began.'),
    valid_to: timestamp.nullable().describe('Null while it is so.'),
    superseded_by: z.string().nullable().describe('The fact that took its place.'),
    ended: z
      .enum(['change', 'correction', 'repeat', 'end'])
      .nullable()
      .describe('Why it is over: something new, it was wrong, it was only said again, it ended.'),
    contradicts: z.array(z.string()).describe('Facts that are said to be so as well, and cannot both be.'),
    confidence: z.number().describe('0 to 1; 1 for what you stated yourself.'),
    pinned: z.boolean(),
    engine: z.string().describe('What read it: `offline/facts-1`, a model, or `person`.'),
    corrected_by_user: z.boolean().describe('You stated or corrected it yourself.'),
    created_at: timestamp,
  })
  .meta({ id: 'Fact' });

export const FactAnswer = Fact;
export const FactParams = z.strictObject({ id: identifier });
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const ListQuery = z.strictObject({
  kind: kind.optional(),
  current: flag.optional().describe('true: only what is so now.'),
  cursor: opaqueCursor.optional(),
  limit: queryInteger({ min: 1, max: 200 }).default(50),
});
export const ListAnswer = z.object({ facts: z.array(Fact), next_cursor: z.string().nullable() });
export const HistoryAnswer = z.object({
  facts: z.array(Fact).describe('All of its kind and key, the oldest first.'),
});

export const NewFactBody = z.strictObject({
  kind,
  value,
  key: z
    .string()
    .min(1)
    .max(60)
    .regex(/^[\p{L}\d_+#. -]+$/u, 'must be letters, digits, spaces, . _ + # -')
    .optional()
    .describe(
      'For kinds of which one has several: `notice_period`, `manager`. Made from the value where it is left out.',
    ),
  valid_from: instant.optional(),
  valid_to: instant.optional().describe('Where it is over already.'),
});

export const ChangeBody = z
  .strictObject({
    value: value.optional().describe('What is right instead.'),
    valid_from: instant.optional(),
    valid_to: instant.optional().describe('When it ended.'),
    pinned: z.boolean().optional().describe('Pinned facts come first.'),
  })
  .refine((body) => Object.keys(body).length > 0, 'must change something');

export const ForgetQuery = z.strictObject({
  history: flag.optional().describe('true: everything of its kind and key goes too.'),
});

export const AnswersAnswer = z.object({
  answers: z.array(
    z.object({
      message_id: z.string(),
      conversation_id: z.string().nullable(),
      created_at: timestamp,
      excerpt: z.string(),
      cited: z
        .boolean()
        .describe('Whether the answer names it; else it was before the engine and may have shaped it.'),
    }),
  ),
});

export const StatusAnswer = z
  .object({
    engine: z.string(),
    pending: z.int().describe('Messages that are still to be read.'),
    set_aside: z
      .int()
      .describe('Messages that a model could not be made to read. The patterns have read them.'),
    failures: z.array(z.object({ message_id: z.string(), error: z.string(), attempts: z.int() })),
  })
  .meta({ id: 'FactsStatus' });

export const RetryAnswer = z.object({ retried: z.int() });
