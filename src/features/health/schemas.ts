import { z } from 'zod';
import { timestamp } from '../../routing/schemas.ts';

export const Health = z
  .object({ status: z.literal('ok'), service: z.string(), timestamp, version: z.string() })
  .meta({ id: 'Health' });

const database = z.enum(['postgres', 'sqlite']);

export const DatabaseHealth = z
  .object({
    status: z.literal('ok'),
    database,
    pgvector_enabled: z.boolean().describe('Whether the pgvector extension is enabled; never on SQLite.'),
    vector_search: z.boolean().describe('Whether vectors are searched; else search is by keywords alone.'),
    reason: z.string().optional().describe('Why it is not.'),
    remedy: z.string().optional(),
    embedding_queue: z
      .object({ pending: z.int(), set_aside_count: z.int() })
      .optional()
      .describe('Messages that wait for their embedding, and those that were given up on.'),
    timestamp,
  })
  .meta({ id: 'DatabaseHealth' });

export const DatabaseTables = z
  .object({ status: z.literal('ok'), tables: z.array(z.string()), table_count: z.int(), timestamp })
  .meta({ id: 'DatabaseTables' });

export const DatabaseError = z
  .object({
    status: z.literal('error'),
    database,
    reason: z.string().describe('Holds no secret.'),
    remedy: z.string().optional(),
    timestamp,
  })
  .meta({ id: 'DatabaseError' });
