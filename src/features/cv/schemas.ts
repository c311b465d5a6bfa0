import { z } from 'zod';
import { documentLimits } from '../../documents/index.ts';
import { identifier, opaqueCursor, queryInteger, timestamp } from '../../routing/schemas.ts';

/** A file that came in a form. Only the reader of forms makes one, so JSON cannot pretend to. */
export class Upload {
  readonly bytes: Uint8Array;
  readonly filename: string | undefined;
  readonly mediaType: string;
  constructor(bytes: Uint8Array, filename: string | undefined, mediaType: string) {
    this.bytes = bytes;
    this.filename = filename;
    this.mediaType = mediaType;
  }
}

const filename = z.string().max(1_000).describe('A name to show; the file\u2019s own where it is left out.');

const jsonResume = z
  .custom<Record<string, unknown>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'must be an object',
  )
  .meta({ type: 'object' })
  .describe('A CV in the form of JSON Resume 1.0.0 (https://jsonresume.org/schema).');

export const ImportBody = z
  .strictObject({
    file: z
      .custom<Upload>((value) => value instanceof Upload, 'must be a file in a form (multipart/form-data)')
      .meta({ type: 'string', format: 'binary' })
      .optional()
      .describe(
        'Of multipart/form-data: a PDF, DOCX, Markdown, text, HTML or JSON Resume file of at most 10 MB.',
      ),
    text: z
      .string()
      .min(1)
      .max(documentLimits.characters)
      .refine((text) => text.trim() !== '', 'must not be only white space')
      .optional()
      .describe('The CV as text, Markdown or HTML.'),
    json_resume: jsonResume.optional(),
    filename: filename.optional(),
  })
  .refine(
    ({ file, text, json_resume }) =>
      [file, text, json_resume].filter((part) => part !== undefined).length === 1,
    'must hold one of file (as multipart/form-data), text and json_resume',
  );

export const PatchBody = z.strictObject({ json_resume: jsonResume });

const span = z.object({ start: z.int(), end: z.int() });

const Warning = z
  .object({
    code: z.string().describe('Stable, for programs.'),
    message: z.string(),
    pointer: z.string().optional().describe('What it is about, as a JSON pointer into `json_resume`.'),
    spans: z.array(span).optional().describe('Where in the text.'),
  })
  .meta({ id: 'CvWarning' });

const outResume = z.unknown().meta({ type: 'object' }).describe('The CV as JSON Resume 1.0.0.');
const engine = z
  .string()
  .nullable()
  .describe('What read it: `offline` (rules), or a model. Null where the original backend did.');
const sourceSpans = z
  .record(z.string(), z.array(span))
  .describe('Where in the text each value stands: JSON pointer to character ranges (UTF-16).');

export const ImportAnswer = z.object({
  id: z.string(),
  filename: z.string(),
  json_resume: outResume,
  warnings: z.array(Warning),
  source_spans: sourceSpans,
  engine,
});

export const CvAnswer = z
  .object({
    ...ImportAnswer.shape,
    file_type: z.string().nullable(),
    file_size: z.int().nullable().describe('In bytes.'),
    pages: z.int().nullable(),
    text: z.string().describe('What was read of the file, in reading order.'),
    corrected: z
      .array(z.string())
      .describe(
        'JSON pointers into `json_resume`: values that the person wrote in the place of what was read, and lists and ' +
          'entries that they took something out of.',
      ),
    created_at: timestamp,
    updated_at: timestamp,
  })
  .meta({ id: 'Cv' });

export const ListQuery = z.strictObject({
  cursor: opaqueCursor.optional(),
  limit: queryInteger({ min: 1, max: 200 }).default(50),
});

export const ListAnswer = z.object({
  cvs: z
    .array(
      z
        .object({
          id: z.string(),
          filename: z.string(),
          file_type: z.string().nullable(),
          name: z.string().nullable().describe('Of the person, where it was read.'),
          label: z.string().nullable().describe('The title under the name.'),
          engine,
          created_at: timestamp,
          updated_at: timestamp,
        })
        .meta({ id: 'CvSummary' }),
    )
    .describe('Newest first.'),
  next_cursor: z.string().nullable(),
});

export const IdParams = z.strictObject({ id: identifier });
