import { AppError, invalidInput } from '../../kernel/errors.ts';
import type { HttpApp } from '../../routing/types.ts';

/** Lets a scope read bodies of `text/csv`; a handler gets them as `{ csv }`, like the JSON that holds one. */
export function acceptCsv(scope: HttpApp): void {
  scope.addContentTypeParser('text/csv', { parseAs: 'buffer' }, ({ headers }, body, done) => {
    try {
      if (headers['content-encoding'] !== undefined) throw packed();
      done(null, { csv: decode(body as Buffer) });
    } catch (error) {
      done(error as Error);
    }
  });
}

/** UTF-8, or UTF-16 where the file begins with its mark, as spreadsheets write it. */
function decode(bytes: Buffer): string {
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw invalidInput([{ field: 'csv', message: 'must be UTF-8: save the file as «CSV UTF-8»' }]);
  }
  if (text.includes('\0')) throw invalidInput([{ field: 'csv', message: 'must not hold NUL characters' }]);
  return text;
}

function packed(): AppError {
  return new AppError('unsupported_media_type', {
    status: 415,
    title: 'The media type is not supported',
    detail: 'Compressed bodies are not read.',
    remedy: 'Send the body without Content-Encoding.',
  });
}
