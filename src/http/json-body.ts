import { AppError, invalidInput } from '../kernel/errors.ts';
import { inspectJson } from './inspect-json.ts';

/** Deeper than any honest input, and far from what costs time: JSON.parse needs seconds for millions of levels. */
export const maxDepth = 64;

const strict = new TextDecoder('utf-8', { fatal: true });
const loose = new TextDecoder('utf-8');

/**
 * A JSON body from its bytes. Decoding is ours because the usual way turns bytes that are not UTF-8 silently into
 * U+FFFD: the person's words would be stored broken. Undefined for no bytes at all.
 */
export function parseJsonBody(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  if (isTooDeep(bytes)) throw tooDeep('body');
  const text = decode(bytes);
  const value = parse(text);
  const problems = inspectJson(value, (string) => {
    if (string.includes('\0')) return 'must not hold NUL characters';
    return string.isWellFormed() ? null : 'must be well-formed text (it holds half of a surrogate pair)';
  });
  if (problems.length > 0) throw invalidInput(problems);
  return value;
}

/** A compressed body would only be called «not UTF-8», which helps nobody. */
export function refuseEncoded(encoding: string | undefined): void {
  if (encoding === undefined || encoding.trim().toLowerCase() === 'identity') return;
  throw new AppError('unsupported_media_type', {
    status: 415,
    title: 'The media type is not supported',
    detail: 'Compressed bodies are not read.',
    remedy: 'Send the body without Content-Encoding.',
  });
}

function decode(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    throw invalidInput(findUndecodable(bytes));
  }
}

/** Which fields hold the bytes that are not UTF-8; where that cannot be told, the body as a whole. */
function findUndecodable(bytes: Uint8Array) {
  const message = 'must be UTF-8';
  try {
    const found = inspectJson(JSON.parse(loose.decode(bytes)), (text) =>
      text.includes('\uFFFD') ? message : null,
    );
    if (found.length > 0) return found;
  } catch {
    // Not JSON either.
  }
  return [{ field: 'body', message }];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The engine's message quotes the text: only the position is taken from it.
    const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
    const message = `is not valid JSON${position ? ` (at character ${Number(position) + 1})` : ''}`;
    throw new AppError('invalid_json', {
      status: 400,
      title: 'The body is not valid JSON',
      detail: `body: ${message}`,
      fields: [{ field: 'body', message }],
    });
  }
}

function tooDeep(field: string): AppError {
  return invalidInput([{ field, message: `must not be nested deeper than ${maxDepth} levels` }]);
}

/** Counts brackets outside of strings; every byte looked at here is ASCII, whatever the rest is. */
function isTooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (inString) {
      if (byte === 0x5c) i++;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > maxDepth) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth--;
  }
  return false;
}
