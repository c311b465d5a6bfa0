import { z } from 'zod';
import { timestamp } from '../../routing/schemas.ts';
import { bands } from './similar/aggregate.ts';
import { similarStates } from './similar/similar.ts';

const engine = z.string().describe('How it was made, and the version of that.');
const why = z.string().describe('Why it is recommended, in plain words.');
const people = z.string().describe('A range: «5 to 9». Never a number.');
const band = z.enum(bands).describe('The share of these people, as a quarter of the whole.');

export const RecommendationsAnswer = z.object({
  past_advice: z
    .array(
      z.object({
        id: z.string(),
        message_id: z.string(),
        conversation_id: z.string().nullable(),
        created_at: timestamp,
        snippet: z.string(),
        rating: z.enum(['helpful', 'not_helpful']).nullable(),
        confidence: z
          .number()
          .nullable()
          .describe('0 to 1; null where only keywords or only vectors could tell.'),
        why,
        because: z.object({ conversation_id: z.string().nullable(), message_ids: z.array(z.string()) }),
        engine,
      }),
    )
    .describe(
      'What the coach said before that bears on the recent conversations, best first; what you rated not helpful is left out.',
    ),
  playbook: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        topic: z.string(),
        lead: z.string(),
        sources: z.array(z.string()),
        fit: z.number().describe('0 to 1.'),
        why,
        because: z.object({ message_ids: z.array(z.string()) }),
        engine,
      }),
    )
    .describe('Pieces that fit the recent conversations and were not shown yet, best first.'),
  similar_people: z.object({
    state: z
      .enum(similarStates)
      .describe('Anything but `ready`: nothing is told, and `why` says what is missing.'),
    why: z.string(),
    k: z.int().describe('The least number of people that anything is told of.'),
    result: z
      .object({
        people,
        worked: z
          .array(
            z.object({
              kind: z.enum(['all', 'channel', 'strategy']),
              name: z.string(),
              people,
              interview: band.describe('Who got to an interview.'),
              offer: band.describe('Who got an offer.'),
            }),
          )
          .describe(
            'What at least k of them did. Each person counts once. That it worked for them does not mean that it was why.',
          ),
        helpful_topics: z.array(z.object({ topic: z.string(), people })),
      })
      .nullable(),
    engine,
  }),
  recent_conversations: z.int().describe('How many conversations this is made from.'),
  recall_mode: z
    .string()
    .nullable()
    .describe('How past advice was searched; null where there was nothing to search for.'),
});
