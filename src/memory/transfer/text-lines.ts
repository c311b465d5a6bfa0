export interface Line {
  /** From 1. */
  line: number;
  /** Without its line end; null where the bytes are not UTF-8. */
  text: string | null;
}

/**
 * The lines of a stream of bytes, however long it is. Not `readline`: that also splits at U+2028 and U+2029, which
 * stand unescaped in JSON lines wherever somebody pasted text that has them.
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncIterable<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 0;
  let pieces: Buffer[] = [];
  const take = (): Line => {
    const bytes = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
    pieces = [];
    line++;
    try {
      return { line, text: decoder.decode(bytes).replace(/\r$/, '') };
    } catch {
      return { line, text: null };
    }
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      pieces.push(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start));
  }
  if (pieces.length > 0) yield take();
}

/** Where a text stops being JSON, and why, without quoting it: it is somebody's conversation. */
export function jsonProblem(text: string): { line?: number; what: string } | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/^Unexpected end/.test(message))
      return { line: text.trimEnd().split('\n').length, what: 'it ends too early' };
    const position = /at position (\d+)/.exec(message)?.[1];
    if (position === undefined) return { line: unexpectedLine(text), what: 'an unexpected character' };
    const before = text.slice(0, Number(position)).split('\n');
    return { line: before.length, what: `an unexpected character in column ${before.at(-1)!.length + 1}` };
  }
}

/** V8 names no position when the very first character is wrong. */
function unexpectedLine(text: string): number {
  return text.slice(0, text.search(/\S/)).split('\n').length;
}
