import { z } from 'zod';
import { notFound } from '../../../kernel/errors.ts';
import { attachmentOf } from '../../../routing/attachment.ts';
import { identifier } from '../../../routing/schemas.ts';
import { type HttpApp, userOf } from '../../../routing/types.ts';
import { identitiesOf } from '../../account/index.ts';
import { type Cv, findCv } from '../cvs.ts';
import type { CvDeps } from '../deps.ts';
import { ExportThread } from './export-thread.ts';
import { jsonResumeFile } from './json-resume.ts';
import { resumeMarkdown } from './markdown.ts';

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;

type Format = keyof typeof mediaTypes;

const file = z.custom<Uint8Array | string>().meta({ type: 'string', format: 'binary' });

export function registerExport(
  app: HttpApp,
  { store, requireUser }: Pick<CvDeps, 'store' | 'requireUser'>,
): void {
  const thread = new ExportThread();
  app.addHook('onClose', () => thread.close());

  app.get(
    '/api/cv/:id/export',
    {
      onRequest: requireUser,
      schema: {
        tags: ['cv'],
        summary: 'Export a CV as a file',
        description:
          'The CV as it stands now, with every accepted change, in one column that people and programs can read.',
        params: z.strictObject({ id: identifier }),
        querystring: z.strictObject({
          format: z
            .enum(['pdf', 'docx', 'md', 'json'])
            .default('pdf')
            .describe('PDF, Word, Markdown, or JSON Resume 1.0.0.'),
        }),
        response: {
          200: {
            description: 'The file, under a name made of the person’s.',
            content: Object.fromEntries(
              Object.values(mediaTypes).map((type) => [type.split(';')[0]!, { schema: file }]),
            ),
          },
        },
      },
    },
    async (request, reply) => {
      const caller = userOf(request);
      const { format } = request.query;
      const cv = await store.read(async (db) =>
        findCv(db, await identitiesOf(db, caller), request.params.id),
      );
      if (!cv) throw notFound('CV');
      const content = await fileOf(cv, format, thread);
      return reply
        .type(mediaTypes[format])
        .header('content-disposition', attachmentOf([cv.resume.basics?.name ?? null, 'CV'], format))
        .send(content);
    },
  );
}

async function fileOf(cv: Cv, format: Format, thread: ExportThread): Promise<Buffer> {
  if (format === 'json') return Buffer.from(jsonResumeFile(cv.resume, cv.updated_at));
  if (format === 'md') return Buffer.from(resumeMarkdown(cv.resume));
  return Buffer.from(await thread.render(format, cv.resume));
}
