import { z } from 'zod';
import { queryInteger, timestamp } from '../../../routing/schemas.ts';
import { stages } from '../stages.ts';

export const FunnelQuery = z.strictObject({
  silent_days: queryInteger({ min: 1, max: 365 })
    .default(14)
    .describe('List applications without an answer for so many days.'),
  weeks: queryInteger({ min: 1, max: 104 }).default(12),
});

const share = {
  n: z.int(),
  of: z.int().describe('What n is a share of. With few of them the rate says little.'),
  rate: z.number().nullable().describe('0 to 1; null of nothing.'),
  low: z.number().nullable().describe('95% interval (Wilson).'),
  high: z.number().nullable(),
};

const stage = z.enum(stages);
const days = z.number().nullable().describe('In days, to one decimal; null of nothing.');
const count = z.int();

export const FunnelAnswer = z.object({
  n: count.describe('Applications that all this is made of.'),
  reached: z
    .array(z.object({ stage, reached: count, now: count }))
    .describe('Reaching a stage counts for all before it.'),
  ended: z.array(z.object({ stage, n: count })),
  conversion: z
    .array(z.object({ from: stage, to: stage, ...share, open: count.describe('Still in `from`.') }))
    .describe('Of those that reached one stage, how many reached the next.'),
  time_in_stage: z.array(
    z.object({
      stage,
      n: count.describe('Stays that are over and whose length is known.'),
      median_days: days,
      so_far: z.object({ n: count, median_days: days }).describe('Those in this stage now.'),
    }),
  ),
  by_source: z.array(
    z.object({
      source: z.string().nullable().describe('Null: not told.'),
      n: count,
      applied: count,
      answered: z.object(share),
      offers: z.object(share),
    }),
  ),
  weekly: z
    .array(
      z.object({
        week: z.string().meta({ format: 'date', description: 'Its Monday, UTC.' }),
        saved: count,
        applied: count,
        interviews: count,
        offers: count,
        rejected: count,
      }),
    )
    .describe('How many came to each stage for the first time; this week last.'),
  no_answer: z.object({
    total: count.describe('Applications without an answer for `silent_days` or longer.'),
    longest: z
      .array(
        z.object({
          application_id: z.string(),
          title: z.string(),
          company: z.string(),
          applied_at: timestamp,
          days: count,
        }),
      )
      .describe('Those that have waited longest, at most 100.'),
  }),
});
