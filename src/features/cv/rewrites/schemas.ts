import { z } from 'zod';
import {
  boundedList,
  identifier,
  limits,
  opaqueCursor,
  queryInteger,
  timestamp,
} from '../../../routing/schemas.ts';
import { changeStatuses, styles } from './change.ts';

export const RewriteBody = z
  .strictObject({
    job_id: identifier.optional().describe('A saved posting to word the CV for.'),
    job_text: z
      .string()
      .trim()
      .min(1)
      .max(limits.textCharacters)
      .optional()
      .describe('The text of a posting that is not saved. Not together with job_id.'),
    style: z.enum(styles).default('modern').describe('How it should read.'),
    instructions: z
      .string()
      .trim()
      .min(1)
      .max(2_000)
      .optional()
      .describe('What the person asks for, in their own words; needs a language model.'),
  })
  .refine(({ job_id, job_text }) => job_id === undefined || job_text === undefined, {
    path: ['job_text'],
    message: 'must not be given together with job_id',
  });

export const DecisionBody = z.strictObject({
  change_ids: boundedList(identifier, { min: 1, max: 500 }).describe('Ids of changes of this rewrite.'),
});

export const CvParams = z.strictObject({ id: identifier });
export const RewriteParams = z.strictObject({ id: identifier, rid: identifier });
export const ListQuery = z.strictObject({
  cursor: opaqueCursor.optional(),
  limit: queryInteger({ min: 1, max: 100 }).default(20),
});

const span = z.object({ start: z.int(), end: z.int() });

const ChangeAnswer = z
  .object({
    id: z.string(),
    pointer: z.string().describe('JSON pointer into the CV’s json_resume.'),
    before: z.string().describe('Empty where the field is not there yet.'),
    after: z.string(),
    why: z.string(),
    status: z
      .enum(changeStatuses)
      .describe(
        'proposed: undecided; refused: the CV does not hold what it states, it is never applied; stale: the place was changed since, so it was not applied.',
      ),
    refused_because: z.string().optional(),
    unsupported: z
      .array(z.object({ kind: z.string(), text: z.string(), span }))
      .optional()
      .describe('What the CV does not hold, with its place in `after`.'),
  })
  .meta({ id: 'CvChange' });

const Suggestion = z
  .object({
    check_id: z.string(),
    severity: z.enum(['high', 'medium', 'low']),
    message: z.string(),
    action: z.string().describe('What to do.'),
    pointer: z.string().nullable(),
    note: z.string().nullable().describe('What is at fault at that place.'),
  })
  .meta({ id: 'CvSuggestion' });

const rewrite = {
  id: z.string(),
  cv_id: z.string(),
  engine: z
    .string()
    .nullable()
    .describe('What made it: `offline`, or provider and model; null for one that another program made.'),
  style: z.enum(styles),
  status: z.string().describe('completed; of rows of other programs also pending, processing, failed.'),
  job_id: z.string().nullable(),
  target_job_title: z.string().nullable(),
  changes: z.array(ChangeAnswer),
  keywords_added: z.array(z.string()).describe('Skills of the posting that accepted changes brought in.'),
  created_at: timestamp,
};

export const RewriteAnswer = z
  .object({
    ...rewrite,
    rewritten_cv_markdown: z.string().nullable().describe('The CV with what was accepted.'),
    rewritten_cv_text: z.string().nullable(),
    improvements_made: z
      .unknown()
      .describe('Why each accepted change was made; of other programs, whatever they kept.'),
    suggestions: z
      .array(Suggestion)
      .describe('What the deterministic checks ask for in the CV as it stands now, the weightiest first.'),
  })
  .meta({ id: 'CvRewrite' });

export const ListAnswer = z.object({
  rewrites: z.array(z.object(rewrite)).describe('Newest first.'),
  next_cursor: z.string().nullable(),
});

export const DecisionAnswer = z.object({
  id: z.string(),
  changes: z.array(ChangeAnswer).describe('All changes of the rewrite, as they stand now.'),
  json_resume: z.record(z.string(), z.unknown()).describe('The CV as it stands now.'),
});
