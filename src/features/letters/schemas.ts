import { z } from 'zod';
import { identifier, limits, opaqueCursor, queryInteger, timestamp } from '../../routing/schemas.ts';
import { tones } from './letter.ts';

export const LetterBody = z
  .strictObject({
    cv_id: identifier
      .optional()
      .describe(
        'The CV to write from: the latest one, or that of the letter that is gone on with, if left out.',
      ),
    job_id: identifier.optional().describe('A saved posting.'),
    job_text: z
      .string()
      .trim()
      .min(1)
      .max(limits.textCharacters)
      .optional()
      .describe('The text of a posting that is not saved. Not together with job_id.'),
    tone: z
      .enum(tones)
      .optional()
      .describe('professional, or that of the letter that is gone on with, if left out.'),
    instructions: z
      .string()
      .trim()
      .min(1)
      .max(2_000)
      .optional()
      .describe(
        'Wishes about wording and emphasis; no source of facts. Followed where a language model is set up.',
      ),
    letter_id: identifier.optional().describe('A letter that gets a further version.'),
    application_id: identifier
      .optional()
      .describe('An application that the letter is for; it is linked there, and nowhere else unless asked.'),
  })
  .refine(({ job_id, job_text }) => job_id === undefined || job_text === undefined, {
    path: ['job_text'],
    message: 'must not be given together with job_id',
  });

export const EditBody = z.strictObject({
  text: z
    .string()
    .min(1)
    .max(20_000)
    .refine((text) => text === '' || text.trim() !== '', 'must not be only white space')
    .describe('The whole letter in the person’s own wording.'),
});

export const LetterParams = z.strictObject({ id: identifier.describe('Of a version, or of the letter.') });
export const VersionQuery = z.strictObject({
  version: queryInteger({ min: 1, max: 1_000_000 })
    .optional()
    .describe('Of a letter: this version instead of the newest one.'),
});
export const ListQuery = z.strictObject({
  cv_id: identifier.optional(),
  job_id: identifier.optional(),
  cursor: opaqueCursor.optional(),
  limit: queryInteger({ min: 1, max: 100 }).default(20),
});

const span = z.object({ start: z.int(), end: z.int() });

const Evidence = z
  .object({
    claim: z.string(),
    span: span.describe('Into the letter’s text.'),
    sources: z.array(
      z.object({
        kind: z.enum(['cv', 'job', 'memory']),
        quote: z.string(),
        pointer: z.string().optional().describe('JSON pointer into the CV’s json_resume.'),
        span: span.optional().describe('Into the CV’s source text, or the posting’s.'),
        message_id: z.string().optional(),
        date: z.string().optional().describe('When the message was said.'),
      }),
    ),
  })
  .meta({ id: 'LetterEvidence' });

export const LetterAnswer = z
  .object({
    id: z.string().describe('Of this version.'),
    letter_id: z.string().describe('What all versions share.'),
    version: z.int().describe('From 1.'),
    engine: z
      .string()
      .nullable()
      .describe('`offline`, `person`, or provider and model; null for a letter that another program wrote.'),
    tone: z.enum(tones),
    status: z.string().describe('completed; of rows of other programs also pending, processing, failed.'),
    text: z.string(),
    draft: z.boolean().describe('Something is left for the person to write.'),
    note: z.string().nullable(),
    evidence: z.array(Evidence),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
    job: z.object({
      id: z.string().nullable(),
      title: z.string().nullable(),
      company_name: z.string().nullable(),
    }),
    cv_id: z.string().nullable().describe('Null where the CV was deleted since.'),
    instructions: z.string().nullable(),
    created_at: timestamp,
  })
  .meta({ id: 'Letter' });

export const ListAnswer = z.object({ letters: z.array(LetterAnswer), next_cursor: z.string().nullable() });
export const VersionsAnswer = z.object({ letter_id: z.string(), versions: z.array(LetterAnswer) });
