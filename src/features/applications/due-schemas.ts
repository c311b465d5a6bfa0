import { z } from 'zod';
import { timestamp } from '../../routing/schemas.ts';
import { dueKinds } from './due.ts';
import { stages } from './stages.ts';

export const DueAnswer = z.object({
  total: z.int(),
  items: z
    .array(
      z.object({
        application_id: z.string(),
        title: z.string(),
        company: z.string(),
        stage: z.enum(stages),
        kind: z.enum(dueKinds),
        why: z.string(),
        suggestion: z.string(),
        since: timestamp.describe('What it hangs on: the reminder, the interview, the day of applying, …'),
        days: z.int().describe('From `since` until now; negative where it is still to come.'),
      }),
    )
    .describe('The most urgent first, at most 200.'),
});
