import { z } from 'zod';
import { identifier, queryInstant, timestamp } from '../../routing/schemas.ts';
import { marks, promiseStates } from './promises/promises.ts';

const day = z.string().meta({ format: 'date', description: 'A day, UTC.' });
const method = z.string().describe('How it was made, and the version of that.');

export const TopicsQuery = z.strictObject({
  since: queryInstant.optional(),
  until: queryInstant.optional(),
  bucket: z.enum(['week', 'month']).default('week'),
});

const topicKind = z
  .enum(['playbook', 'own'])
  .describe('`own`: messages that fit no topic of the playbook, named by the terms that tell them apart.');

export const TopicsAnswer = z.object({
  bucket: z.enum(['week', 'month']),
  topics: z
    .array(
      z.object({
        id: z.string(),
        kind: topicKind,
        label: z.string(),
        count: z.int(),
        first_at: timestamp,
        last_at: timestamp,
        buckets: z
          .array(z.object({ start: day.describe('The Monday, or the first of the month.'), count: z.int() }))
          .describe('In the order of time; those without a message are left out.'),
        examples: z.array(z.string()).describe('message_ids of the latest, newest first; at most 5.'),
      }),
    )
    .describe('The most frequent first.'),
  comes_back_to: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(['piece', 'own']),
        label: z.string(),
        times: z.int(),
        conversations: z.int(),
        days: z.int(),
        first_at: timestamp,
        last_at: timestamp,
        messages: z.array(
          z.object({
            id: z.string(),
            message_id: z.string(),
            conversation_id: z.string().nullable(),
            created_at: timestamp,
            snippet: z.string(),
          }),
        ),
      }),
    )
    .describe('Asked about in at least two conversations and on at least two days; the most often first.'),
  unsorted: z.int().describe('Messages of no topic.'),
  without_subject: z.int().describe('Messages that say too little to be of one.'),
  messages: z.int().describe('How many were read.'),
  cut: z.boolean().describe('Whether there are older ones that were not read.'),
  method,
  own_topics: z.object({
    state: z.enum(['assessed', 'not_assessed']),
    engine: z.string(),
    reason: z.string().optional(),
  }),
});

const mention = {
  message_id: z.string(),
  quote: z.string().describe('The sentence, as it was said.'),
  said_at: timestamp,
};

export const Promised = z
  .object({
    id: z.string(),
    state: z.enum(promiseStates).describe('`overdue`: open, and its day is past everywhere on earth.'),
    action: z.string().describe('What was promised, from the verb on.'),
    ...mention,
    said_again: z.object(mention).nullable().describe('The last time, where it was said more than once.'),
    times: z.int(),
    due: z
      .object({ date: day, text: z.string().describe('The words that name it.') })
      .nullable()
      .describe('Counted from the day (UTC) on which it was said.'),
    closed: z
      .object({
        by: z.enum(['said', 'marked']),
        at: timestamp,
        message_id: z.string().nullable(),
        quote: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'TrackedPromise' });

export const PromisesQuery = z.strictObject({
  state: z.enum(promiseStates).optional().describe('Only these.'),
});

export const PromisesAnswer = z.object({ promises: z.array(Promised), method });

export const PromiseParams = z.object({ id: identifier });
export const PromiseBody = z.strictObject({ state: z.enum(marks) });

export const MapAnswer = z.object({
  state: z
    .enum(['ready', 'too_few', 'not_assessed'])
    .describe(
      '`too_few`: fewer than `needed` messages have a vector; `not_assessed`: the database has none.',
    ),
  reason: z.string().optional(),
  engine: z.string().describe('The embedding engine.'),
  method,
  total: z.int().describe('Messages that have a vector.'),
  shown: z.int(),
  sampled: z.boolean().describe('Whether only some are shown, at even distances in time.'),
  pending: z.int().describe('Messages that wait for their vector.'),
  needed: z.int(),
  points: z.array(
    z.object({
      id: z.string(),
      message_id: z.string(),
      conversation_id: z.string().nullable(),
      x: z.number().describe('0 to 1. Near points are about like things; the axes mean nothing.'),
      y: z.number(),
      cluster: z.int(),
      created_at: timestamp,
      role: z.string(),
      context_type: z.string().nullable(),
      snippet: z.string(),
    }),
  ),
  clusters: z.array(
    z.object({
      id: z.int(),
      label: z.string().describe('Empty where no terms tell it apart.'),
      terms: z.array(z.string()),
      size: z.int(),
    }),
  ),
});
