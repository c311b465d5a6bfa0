import { Readable } from 'node:stream';
import { z } from 'zod';
import { type HttpApp, userOf } from '../../routing/types.ts';
import { identitiesOf } from '../account/index.ts';
import { csvLines } from './csv/export.ts';
import type { ApplicationDeps } from './deps.ts';
import { type ListFilter, listApplications } from './list.ts';
import { ListAnswer, ListQuery } from './schemas.ts';

/** Rows that a file is read from the database by, at a time. */
const exportPage = 500;

/** `GET /api/applications`: a page as JSON, or everything as a CSV file. */
export function registerListing(app: HttpApp, { store, clock, requireUser }: ApplicationDeps): void {
  app.get(
    '/api/applications',
    {
      onRequest: requireUser,
      schema: {
        tags: ['applications'],
        summary: 'List applications',
        description: 'The newest first. As CSV: all of them, with the dates of their stages.',
        querystring: ListQuery,
        response: {
          200: {
            description: 'A page, or the file.',
            content: {
              'application/json': { schema: ListAnswer },
              'text/csv': { schema: z.custom<Readable>().meta({ type: 'string' }) },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const { stage, due, format, cursor, limit, ...rest } = request.query;
      const filter: ListFilter = { ...rest, stages: stage, due: due === 'true' };
      const now = clock.now();
      const page = (part: ListFilter) =>
        store.read(async (db) =>
          listApplications(db, await identitiesOf(db, userOf(request)), { ...filter, ...part }, now),
        );
      if (!wantsCsv(format, request.headers.accept)) return page({ cursor, limit });

      // The first page before the headers: a failure to read it is still answered as one.
      const first = await page({ limit: exportPage });
      async function* applications() {
        for (let part = first; ; ) {
          yield* part.applications;
          if (part.next_cursor === null) return;
          part = await page({ limit: exportPage, cursor: part.next_cursor });
        }
      }
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="applications.csv"')
        .send(Readable.from(csvLines(applications())));
    },
  );
}

function wantsCsv(format: 'json' | 'csv' | undefined, accept = ''): boolean {
  if (format !== undefined) return format === 'csv';
  return /\btext\/csv\b/i.test(accept) && !/\bapplication\/json\b/i.test(accept);
}
