import { z } from 'zod';
import { notFound } from '../../../kernel/errors.ts';
import { attachmentOf } from '../../../routing/attachment.ts';
import { type HttpApp, userOf } from '../../../routing/types.ts';
import { identitiesOf } from '../../account/index.ts';
import { ExportThread } from '../../cv/index.ts';
import type { LetterDeps } from '../deps.ts';
import { findLetter } from '../rows.ts';
import { LetterParams, VersionQuery } from '../schemas.ts';
import { letterDocx } from './docx.ts';
import { partsOf } from './layout.ts';
import { letterMarkdown } from './markdown.ts';

const mediaTypes = {
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
type Format = keyof typeof mediaTypes;

const file = z.custom<Uint8Array | string>().meta({ type: 'string', format: 'binary' });

export function registerExport(
  app: HttpApp,
  { store, requireUser }: Pick<LetterDeps, 'store' | 'requireUser'>,
): void {
  const thread = new ExportThread();
  app.addHook('onClose', () => thread.close());

  app.get(
    '/api/letters/:id/export',
    {
      onRequest: requireUser,
      schema: {
        tags: ['letters'],
        summary: 'Export a letter as a file',
        params: LetterParams,
        querystring: VersionQuery.extend({
          format: z
            .enum(['txt', 'md', 'docx', 'pdf'])
            .default('docx')
            .describe('Plain text, Markdown, Word, or PDF.'),
        }),
        response: {
          200: {
            description: 'The file, under a name made of the job’s.',
            content: Object.fromEntries(
              Object.values(mediaTypes).map((type) => [type.split(';')[0]!, { schema: file }]),
            ),
          },
        },
      },
    },
    async (request, reply) => {
      const caller = userOf(request);
      const { format, version } = request.query;
      const letter = await store.read(async (db) =>
        findLetter(db, await identitiesOf(db, caller), request.params.id, version),
      );
      if (!letter) throw notFound('Letter');
      return reply
        .type(mediaTypes[format])
        .header(
          'content-disposition',
          attachmentOf(['Letter', letter.job.company_name, letter.job.title], format),
        )
        .send(await fileOf(letter.text, format, thread));
    },
  );
}

async function fileOf(text: string, format: Format, thread: ExportThread): Promise<Buffer> {
  if (format === 'pdf') return Buffer.from(await thread.renderPlain(partsOf(text)));
  if (format === 'docx') return Buffer.from(await letterDocx(text));
  return Buffer.from(format === 'md' ? letterMarkdown(text) : `${text.trim()}\n`);
}
