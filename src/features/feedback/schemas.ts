import { z } from 'zod';
import { identifier, timestamp } from '../../routing/schemas.ts';
import { verdicts } from './ratings.ts';

const LONGEST_REASON = 1_000;

export const verdict = z.enum(verdicts);

export const MessageParams = z.strictObject({ message_id: identifier });

export const RatingBody = z.strictObject({
  rating: verdict,
  reason: z
    .string()
    .trim()
    .max(LONGEST_REASON)
    .optional()
    .describe('Why, in the person’s own words; at most 1,000 characters. Left out, an earlier one goes.'),
});

export const RatingAnswer = z
  .object({
    message_id: z.string(),
    conversation_id: z.string().nullable(),
    rating: verdict,
    reason: z.string().nullable(),
    created_at: timestamp.describe('When the message was rated first.'),
    updated_at: timestamp,
  })
  .meta({ id: 'Rating' });
