import type { Evidence, Source } from './letter.ts';

/** A stretch of a letter; with sources it is a claim. */
export interface Piece {
  text: string;
  sources?: Source[];
}

/** Pieces that stand together: a line of a list, or sentences of a paragraph. */
export interface Block {
  pieces: Piece[];
  /** Comes right under the block before: a list, an address. */
  tight?: boolean;
}

export const block = (...pieces: (Piece | string)[]): Block => ({
  pieces: pieces.map((piece) => (typeof piece === 'string' ? { text: piece } : piece)),
});

/** Sets blocks as plain text, an empty line between them, and notes where each claim came to stand. */
export function assemble(blocks: readonly Block[]): { text: string; evidence: Evidence[] } {
  let text = '';
  const evidence: Evidence[] = [];
  for (const { pieces, tight } of blocks) {
    if (text !== '') text += tight ? '\n' : '\n\n';
    for (const [at, { text: words, sources = [] }] of pieces.entries()) {
      if (at > 0) text += ' ';
      const span = { start: text.length, end: text.length + words.length };
      if (sources.length > 0) evidence.push({ claim: words, span, sources });
      text += words;
    }
  }
  return { text, evidence };
}
