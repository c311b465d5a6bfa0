import { z } from 'zod';
import { stages } from '../stages.ts';
import { fields } from './columns.ts';
import { dateOrders } from './dates.ts';
import { delimiters } from './read.ts';

const duplicates = z
  .enum(['skip', 'update'])
  .default('skip')
  .describe('What to do with a row whose company and title are those of an application you have.');
const dateOrder = z
  .enum(dateOrders)
  .optional()
  .describe('How 3/4/2026 is meant, where the file does not show it: day first or month first.');

export const ImportBody = z.strictObject({
  csv: z.string().describe('The file, with a header line: at most 4,000,000 characters and 5,000 rows.'),
  preview: z.boolean().default(false).describe('Only says what would happen.'),
  mapping: z
    .record(z.string().max(1_000), z.enum(fields).nullable())
    .refine((mapping) => Object.keys(mapping).length <= 200, 'must have at most 200 entries')
    .optional()
    .describe('Header to field, where its name does not tell; null: leave the column.'),
  stages: z
    .record(z.string().max(200), z.enum(stages))
    .refine((mapping) => Object.keys(mapping).length <= 200, 'must have at most 200 entries')
    .optional()
    .describe('Your own names of stages, and what they stand for.'),
  date_order: dateOrder,
  duplicates,
});

export const ImportQuery = z.strictObject({
  preview: z.enum(['true', 'false']).optional(),
  date_order: dateOrder,
  duplicates: duplicates.optional(),
});

const count = z.int();
const line = z.int().describe('Of the file, from 1.');

export const ImportAnswer = z.object({
  preview: z.boolean(),
  rows: count.describe('Rows with anything in them, without the header.'),
  created: count.describe('In a preview: would be.'),
  updated: count,
  delimiter: z.enum(delimiters),
  encoding: z.enum(['utf-8', 'utf-16le', 'windows-1252']),
  date_order: z
    .enum([...dateOrders, 'ambiguous'])
    .nullable()
    .describe('What 3/4/2026 was read as; ambiguous: such dates were left out. Null: there were none.'),
  columns: z.array(
    z.object({
      header: z.string(),
      field: z.enum(fields).nullable().describe('Null: not read.'),
      by: z.enum(['name', 'mapping']).nullable(),
    }),
  ),
  items: z
    .array(
      z.object({
        line,
        action: z.enum(['create', 'update']),
        id: z.string().nullable(),
        title: z.string(),
        company: z.string(),
        stage: z.enum(stages),
      }),
    )
    .describe('The first 200 rows.'),
  skipped: z.array(z.object({ line, reason: z.string() })),
  warnings: z
    .array(z.object({ line, field: z.string(), message: z.string() }))
    .describe('What of a row was left out, and why.'),
});
