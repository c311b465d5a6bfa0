import { z } from 'zod';
import { identifier, instant, opaqueCursor, queryInteger, timestamp } from '../../routing/schemas.ts';
import { importLimits } from './import.ts';
import { jobStatuses, sourceKinds } from './job.ts';
import { webAddress } from './reading/csv.ts';
import { fieldOrigins, readings, salaryPeriods } from './reading/draft.ts';
import { jobTypes } from './reading/job-type.ts';

const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
    .refine((text) => text !== '', 'must not be only white space');
const filled = (text: string) => text === '' || text.trim() !== '';

const webUrl = z
  .string()
  .min(1)
  .max(2_048)
  .refine(
    (text) => webAddress(text) !== null,
    'must be the address of a web page, without a name and password',
  );

export const NewJob = z
  .strictObject({
    url: z
      .string()
      .min(1)
      .max(2_048)
      .optional()
      .describe('The address of a public page, which is fetched; beside `html`, where that came from.'),
    text: z
      .string()
      .min(1)
      .max(100_000)
      .refine(filled, 'must not be only white space')
      .optional()
      .describe('The text of the posting as copied from a page or a mail.'),
    html: z
      .string()
      .min(1)
      .max(3_000_000)
      .refine(filled, 'must not be only white space')
      .optional()
      .describe('The source of the page, where it cannot be fetched.'),
    title: line(255).optional().describe('Counts more than what the posting says.'),
    company_name: line(255).optional().describe('Counts more than what the posting says.'),
  })
  .superRefine(({ url, text, html }, context) => {
    const given = [text, html, html === undefined ? url : undefined].filter((value) => value !== undefined);
    const misplaced = text !== undefined && url !== undefined && html === undefined;
    if (given.length === 1 && !misplaced) {
      if (html !== undefined && url !== undefined && webAddress(url) === null)
        context.addIssue({ code: 'custom', path: ['url'], message: 'must be the address of a web page' });
      return;
    }
    context.addIssue({
      code: 'custom',
      message: 'must hold exactly one of url, text and html (url may go with html)',
    });
  })
  .meta({ id: 'NewJob' });

const Warning = z.object({ code: z.string(), message: z.string() });

const Salary = z
  .object({
    min: z.int().nullable().describe('In whole units of the currency, for the period; never converted.'),
    max: z.int().nullable(),
    currency: z.string().nullable().describe('ISO 4217.'),
    period: z.enum(salaryPeriods).nullable(),
    text: z.string().nullable().describe('As the posting says it.'),
  })
  .nullable()
  .describe('Null where the posting tells none.');

const Source = z
  .object({
    kind: z.enum(sourceKinds),
    url: z.string().nullable().describe('As it was given.'),
    final_url: z.string().nullable().describe('After redirects.'),
    fetched_at: timestamp.nullable(),
    via: z
      .enum(readings)
      .describe('How it was read: structured data, the readable text of a page, plain text, CSV.'),
    fields: z
      .record(z.string(), z.enum(fieldOrigins))
      .describe('Which field came from where; `user` for what the person set.'),
  })
  .nullable()
  .describe('Where it came from; null for a posting of another program.');

const summary = {
  id: z.string(),
  title: z.string().nullable(),
  company_name: z.string().nullable(),
  location: z.string().nullable(),
  remote: z.boolean().nullable().describe('Null where the posting does not say.'),
  job_type: z.string().nullable().describe('All of `job_types` in one text.'),
  job_types: z.array(z.string()).describe(jobTypes.join(', ')),
  department: z.string().nullable(),
  skills_required: z.array(z.string()).describe('Skills that the posting asks for, required and preferred.'),
  salary: Salary,
  seniority: z.string().nullable(),
  status: z.enum(jobStatuses),
  url: z.string().nullable(),
  external_id: z.string().nullable().describe("The employer's own number of the job."),
  published_at: timestamp.nullable(),
  expires_at: timestamp.nullable(),
  expired: z.boolean(),
  found_on: z.string().nullable().describe('Where the person found it, from a CSV.'),
  notes: z.string().nullable(),
  tags: z.array(z.string()),
  warnings: z.array(Warning).describe('What is missing, was assumed, or is odd in the posting.'),
  created_at: timestamp,
  updated_at: timestamp,
};

const JobSummary = z.object(summary).meta({ id: 'JobSummary' });

export const JobAnswer = z
  .object({
    ...summary,
    description: z.string().nullable().describe('Plain text; bullets are lines that begin with `- `.'),
    requirements: z.array(z.string()),
    responsibilities: z.array(z.string()),
    benefits: z.array(z.string()),
    source: Source,
  })
  .meta({ id: 'Job', description: 'A posting. What it does not say is null or empty.' });

export const ListQuery = z.strictObject({
  q: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Words in title, company, location or description; all of them.'),
  status: z.enum(jobStatuses).optional(),
  expired: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .describe('Only those whose time is over, or only those whose is not.'),
  cursor: opaqueCursor.optional(),
  limit: queryInteger({ min: 1, max: 200 }).default(50),
});

export const ListAnswer = z.object({
  jobs: z.array(JobSummary).describe('Newest first.'),
  next_cursor: z.string().nullable(),
});

export const JobPatch = z
  .strictObject({
    title: line(255).optional(),
    company_name: line(255).optional(),
    location: line(255).nullable().optional(),
    remote: z.boolean().nullable().optional(),
    job_types: z.array(z.enum(jobTypes)).max(10).optional(),
    description: z
      .string()
      .min(1)
      .max(100_000)
      .refine(filled, 'must not be only white space')
      .optional()
      .describe('Read anew for requirements and skills.'),
    department: line(100).nullable().optional(),
    salary: z
      .strictObject({
        min: z.int().min(0).max(2_147_483_647).nullable(),
        max: z.int().min(0).max(2_147_483_647).nullable(),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/, 'must be a code of three letters, such as EUR')
          .nullable(),
        period: z.enum(salaryPeriods).nullable(),
      })
      .refine(
        ({ min, max }) => min === null || max === null || min <= max,
        'must have a min of at most its max',
      )
      .nullable()
      .optional(),
    seniority: line(20).nullable().optional(),
    status: z.enum(jobStatuses).optional(),
    url: webUrl.nullable().optional(),
    published_at: instant.nullable().optional(),
    expires_at: instant.nullable().optional(),
    notes: z.string().max(10_000).nullable().optional(),
    tags: z.array(line(60)).max(50).optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, 'must hold at least one field')
  .meta({ id: 'JobPatch' });

export const ImportBody = z.strictObject({
  csv: z
    .string()
    .min(1)
    .max(importLimits.characters)
    .describe(
      'CSV with a line of headers (Company, Role, Location, Salary, URL, Source, Notes, Tags and others); at most 2,000 rows.',
    ),
  preview: z.boolean().optional().describe('Tells what would happen and writes nothing.'),
});

export const ImportQuery = z.strictObject({
  preview: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .describe('For a body of CSV.'),
});

export const ImportAnswer = z
  .object({
    preview: z.boolean(),
    created: z.int(),
    duplicates: z.int().describe('Rows whose posting was there already, or earlier in the file.'),
    rows: z.array(
      z.object({
        line: z.int().describe('In the file, from 1.'),
        outcome: z.enum(['new', 'duplicate']),
        id: z.string().nullable().describe('Null for a new row of a preview.'),
        title: z.string().nullable(),
        company_name: z.string().nullable(),
        warnings: z.array(Warning),
      }),
    ),
    skipped: z.array(z.object({ line: z.int(), reason: z.string() })),
    columns: z.record(z.string(), z.string()).describe('Which header was taken for what.'),
    ignored_columns: z.array(z.string()),
  })
  .meta({ id: 'JobImport' });

export const IdParams = z.strictObject({ id: identifier });
