import { z } from 'zod';
import { queryInteger, timestamp } from '../../routing/schemas.ts';

const asOf = timestamp.nullable().describe('When the clustering was finished; null before the first.');
const minPeople = z.int().describe('Nothing with fewer different people behind it is shown.');
const messages = z.int().describe('Questions.');
const people = z.int().describe('Different people; two visits of one visitor without an account are two.');
const title = z.string().describe('A model’s name for it, or its distinguishing terms.');
const terms = z
  .array(z.object({ term: z.string(), people }))
  .describe('Distinguishing words, the most distinguishing first.');
const examples = z
  .array(z.object({ phrase: z.string(), people }))
  .describe('Words that people of it say near each other. Nobody’s text is quoted.');

export const ClustersAnswer = z
  .object({
    as_of: asOf,
    min_people: minPeople,
    clusters: z
      .array(z.object({ id: z.int(), title, messages, people, terms, examples }))
      .describe('Those that most people ask first.'),
    suppressed: z.int().describe('Clusters that too few people stand behind.'),
    questions: z.int().describe('Questions that were looked at, those of no cluster included.'),
  })
  .meta({ id: 'QuestionClusters' });

export const TopicsQuery = z.strictObject({
  weeks: queryInteger({ min: 1, max: 104 }).default(12).describe('How many weeks back, this one included.'),
});

export const TopicsAnswer = z
  .object({
    as_of: asOf,
    min_people: minPeople,
    from: z.string().describe('The Monday of the first week.'),
    to: z.string().describe('The Monday of this week.'),
    topics: z.array(
      z.object({
        id: z.int(),
        title,
        messages,
        people,
        weeks: z
          .array(z.object({ week: z.string().describe('Its Monday, in UTC.'), messages, people }))
          .describe('Weeks in which too few people asked are left out.'),
      }),
    ),
    suppressed_weeks: z.int().describe('Weeks of topics that were left out.'),
  })
  .meta({ id: 'TopicsPerWeek' });

export const GapsAnswer = z
  .object({
    as_of: asOf,
    min_people: minPeople,
    gaps: z
      .array(
        z.object({
          id: z.int(),
          title,
          messages,
          people,
          terms,
          examples,
          reasons: z
            .array(
              z.object({
                reason: z
                  .string()
                  .describe(
                    'rated_not_helpful, nothing_found, broken_off, not_assessed, no_source or low_confidence.',
                  ),
                messages,
                people,
              }),
            )
            .describe('Why the answers count as bad; an answer may have several.'),
          suggested_title: z.string().nullable().describe('For a new piece of the playbook.'),
          nearest_piece: z
            .object({ id: z.string(), title: z.string() })
            .nullable()
            .describe('What the playbook has that is nearest to it.'),
        }),
      )
      .describe('Those that most people ran into first.'),
    suppressed: z.int(),
  })
  .meta({ id: 'KnowledgeGaps' });

export const InsightsStatus = z
  .object({
    running: z.boolean(),
    requested_at: timestamp
      .nullable()
      .describe('A new clustering was asked for then and is still to be made.'),
    progress: z
      .object({ phase: z.enum(['reading', 'assigning']), done: z.int(), total: z.int() })
      .nullable()
      .describe('In messages.'),
    last_run: z
      .object({
        started_at: timestamp,
        finished_at: timestamp.nullable(),
        messages: z.int().describe('Messages that were read for it so far.'),
        clusters: z.int(),
        gaps: z.int(),
        engine: z.string().describe('The embedding engine whose vectors were compared.'),
        named_by: z.string().describe('`terms`, or the model that named the clusters.'),
        parameters: z.object({
          min_people: z.int(),
          seed: z.int(),
          sampled: z.int().describe('Questions that the clusters were found among.'),
          sampled_share: z.number().describe('The share of messages looked at for them.'),
        }),
      })
      .nullable(),
    min_people: minPeople,
    error: z.string().nullable().describe('What went wrong last.'),
  })
  .meta({ id: 'InsightsStatus' });

const count = z.int();

export const OverviewAnswer = z
  .object({
    version: z.string(),
    time: timestamp,
    database: z.object({
      kind: z.enum(['sqlite', 'postgres']),
      status: z.enum(['ok', 'error']),
      reason: z.string().optional(),
      vector_search: z.boolean(),
    }),
    engines: z.object({
      chat: z.string(),
      embedding: z.string(),
      embedding_dimensions: z.int().nullable(),
    }),
    embedding: z.object({ messages: count, embedded: count, pending: count, set_aside: count }),
    usage: z.object({
      active_people: z
        .object({ day: count, week: count, month: count })
        .describe('Who wrote in the last 1, 7 and 30 days.'),
      days: z
        .array(z.object({ day: z.string(), messages: count, people: count }))
        .describe('The last 30 days in UTC, days without a message included; what people wrote.'),
    }),
    totals: z.object({
      people: count,
      messages: count,
      cvs: count,
      analyses: count,
      letters: count,
      applications: count,
      interviews: count,
    }),
  })
  .meta({ id: 'Overview' });
