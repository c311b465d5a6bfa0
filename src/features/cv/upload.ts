import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { documentLimits } from '../../documents/index.ts';
import { AppError, invalidInput } from '../../kernel/errors.ts';
import type { HttpApp } from '../../routing/types.ts';
import { Upload } from './schemas.ts';

/** Beside the file: boundaries, headers, the name. */
const formBytes = 64 * 1024;

/** Lets the routes of this scope take forms; no other route of the app does. */
export function acceptForms(scope: HttpApp): void {
  scope.register(multipart, {
    limits: {
      files: 1,
      fields: 5,
      parts: 8,
      fieldSize: 4_096,
      fileSize: documentLimits.fileBytes,
      headerPairs: 20,
    },
    throwFileSizeLimit: false,
  });
  scope.addHook('onRequest', async (request) => {
    // Says so before ten megabytes are on their way.
    const length = Number(request.headers['content-length'] ?? 0);
    if (isForm(request) && length > documentLimits.fileBytes + formBytes) throw tooLarge();
  });
  scope.addHook('preValidation', async (request) => {
    if (isForm(request)) request.body = await readForm(request);
  });
}

const isForm = (request: FastifyRequest) =>
  /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '');

/** The form's parts by name, as a JSON body would have them. */
async function readForm(request: FastifyRequest): Promise<Record<string, unknown>> {
  const body: Record<string, unknown> = Object.create(null);
  try {
    for await (const part of request.parts()) {
      if (Object.hasOwn(body, part.fieldname))
        throw invalidInput([{ field: part.fieldname, message: 'must be given once' }]);
      body[part.fieldname] = part.type === 'file' ? await readFile(part) : part.value;
    }
  } catch (error) {
    throw formError(error);
  }
  return { ...body };
}

async function readFile(part: MultipartFile): Promise<Upload> {
  const bytes = await part.toBuffer();
  if (part.file.truncated) throw tooLarge();
  return new Upload(bytes, part.filename || undefined, part.mimetype);
}

/** What the reader of forms complains of, in our words: it is the sender's form, whatever the status it has in mind. */
function formError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge();
  if (/^FST_(FILES|FIELDS|PARTS)_LIMIT$/.test(code))
    return invalidInput([{ field: 'file', message: 'must be the only file, with few other fields' }]);
  return invalidInput([{ field: 'body', message: 'is not a form that can be read (multipart/form-data)' }]);
}

function tooLarge(): AppError {
  const megabytes = documentLimits.fileBytes / 1024 / 1024;
  return new AppError('file_too_large', {
    status: 413,
    title: 'The file cannot be read',
    detail: `The file is larger than ${megabytes} MB.`,
    fields: [{ field: 'file', message: `must be at most ${megabytes} MB` }],
    remedy: `Send at most ${megabytes} MB; without pictures a CV is far smaller.`,
  });
}
