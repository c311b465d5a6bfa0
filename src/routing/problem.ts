import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { AppError, databaseUnavailable } from '../kernel/errors.ts';
import type { Store } from '../store/index.ts';

export const Problem = z
  .object({
    type: z.string().describe('`/problems/<code>`, where the code is explained.'),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('Stable, for programs.'),
    detail: z.string().optional(),
    instance: z.string().describe('The path that was called.'),
    request_id: z.string().describe('Under which the log has it.'),
    errors: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .describe('Each wrong field, such as `messages[3].role`.'),
    remedy: z.string().optional().describe('What to do about it.'),
    limit: z
      .object({
        kind: z.string().describe('messages, analyses, interviews or voice_minutes'),
        plan: z.string(),
        used: z.number(),
        limit: z.number(),
        resets_at: z.string().meta({ format: 'date-time' }),
      })
      .optional()
      .describe('With `limit_reached`: which limit of the plan it is, and when it is counted anew.'),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457).' });

export type Problem = z.infer<typeof Problem>;

/** Fastify's own errors that deserve a word of ours. */
const known: Record<string, () => AppError> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () =>
    new AppError('body_too_large', {
      status: 413,
      title: 'The body is too large',
      detail: 'body: must be at most 16 MB',
      fields: [{ field: 'body', message: 'must be at most 16 MB' }],
      remedy: 'Split it: send the messages in several calls, each with up to 1,000 of them and below 16 MB.',
    }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    new AppError('unsupported_media_type', {
      status: 415,
      title: 'The media type is not supported',
      detail: 'The body has a type that this path does not read.',
      remedy: 'Send JSON, with the header Content-Type: application/json.',
    }),
};

/** The part of a store that knows its driver's errors. */
export interface Failures {
  dialect: Pick<Store['dialect'], 'failure'>;
}

interface HttpError {
  statusCode: number;
  code?: string;
}

function isClientError(error: unknown): error is Error & HttpError {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number')
    return false;
  return error.statusCode >= 400 && error.statusCode < 500;
}

/** What any thrown thing means for the caller. Whatever is not meant for them becomes a 500 that says nothing. */
export function toAppError(error: unknown, { dialect }: Failures): AppError {
  if (error instanceof AppError) return error;
  const ours = error instanceof Error && 'code' in error ? known[String(error.code)] : undefined;
  if (ours) return ours();
  if (isClientError(error)) {
    const { statusCode: status } = error;
    const title = STATUS_CODES[status] ?? 'Bad Request';
    const code = status === 400 ? 'bad_request' : title.toLowerCase().replaceAll(/[^a-z]+/g, '_');
    return new AppError(code, { status, title, detail: error.message, cause: error });
  }
  const failure = dialect.failure(error);
  if (failure) return databaseUnavailable(failure.reason, { remedy: failure.remedy, cause: error });
  return new AppError('internal_error', {
    status: 500,
    title: 'Something went wrong on our side',
    detail: 'The fault was logged under the request id.',
    cause: error,
  });
}

export function toProblem(error: AppError, request: { url: string; id: string }): Problem {
  return {
    ...error.members,
    type: `/problems/${error.code}`,
    title: error.title,
    status: error.status,
    code: error.code,
    detail: error.detail,
    instance: pathOf(request.url),
    request_id: request.id,
    errors: error.fields,
    remedy: error.remedy,
  };
}

/** A URL without its query, which may hold what is nobody's business. */
export function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}
