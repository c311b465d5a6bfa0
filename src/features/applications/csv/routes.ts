import { type HttpApp, userOf } from '../../../routing/types.ts';
import type { ApplicationDeps } from '../deps.ts';
import { runImport } from './import.ts';
import { planImport } from './plan.ts';
import { ImportAnswer, ImportBody, ImportQuery } from './schemas.ts';
import { type CsvFile, decodeCsv } from './text-body.ts';

/** Rows that an answer shows; the numbers are of all of them. */
const shownItems = 200;

/** What the body of an upload is replaced with, once it is decoded. */
class Upload {
  readonly csv: string;
  readonly encoding: CsvFile['encoding'];
  constructor({ text, encoding }: CsvFile) {
    this.csv = text;
    this.encoding = encoding;
  }
}

export function registerImport(app: HttpApp, deps: ApplicationDeps): void {
  const { clock, requireUser } = deps;
  app.register(async (scope: HttpApp) => {
    scope.addContentTypeParser(
      ['text/csv', 'text/tab-separated-values'],
      { parseAs: 'buffer' },
      (_request, body, done) => {
        try {
          done(null, new Upload(decodeCsv(body as Buffer)));
        } catch (error) {
          done(error as Error);
        }
      },
    );
    scope.post(
      '/api/applications/import',
      {
        onRequest: requireUser,
        // An upload is the file alone: the options are in its query.
        preValidation: async (request) => {
          const { body } = request as { body: unknown };
          if (!(body instanceof Upload)) return;
          const { preview, ...rest } = request.query;
          uploads.set(request, body.encoding);
          (request as { body: unknown }).body = { csv: body.csv, preview: preview === 'true', ...rest };
        },
        schema: {
          tags: ['applications'],
          summary: 'Import applications from CSV',
          description:
            'A file of any tracker or spreadsheet: columns are known by their usual names. As JSON, or as text/csv with the options in the query. Rows that cannot be read are skipped and reported; the same file again adds nothing.',
          querystring: ImportQuery,
          body: ImportBody,
          response: { 200: ImportAnswer },
        },
      },
      async (request) => {
        const { csv, preview, duplicates, mapping, stages = {}, date_order: order } = request.body;
        const plan = await planImport(csv, { now: clock.now(), mapping, stages, order });
        const { items, skipped } = await runImport(deps, userOf(request), plan, { preview, duplicates });
        return {
          preview,
          rows: plan.rows,
          created: items.filter(({ action }) => action === 'create').length,
          updated: items.filter(({ action }) => action === 'update').length,
          delimiter: plan.delimiter,
          encoding: uploads.get(request) ?? ('utf-8' as const),
          date_order: plan.date_order,
          columns: plan.columns,
          items: items.slice(0, shownItems),
          skipped,
          warnings: plan.notes,
        };
      },
    );
  });
}

/** How the file of a running request was written. */
const uploads = new WeakMap<object, CsvFile['encoding']>();
