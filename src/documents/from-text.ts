import { assemble } from './assemble.ts';
import { readPlain } from './text/plain.ts';
import type { ReadDocument } from './types.ts';

/** A plain text that was read before, as a document. Nothing is guessed of its layout. */
export function documentFromText(text: string): ReadDocument {
  return {
    kind: 'text',
    ...assemble(readPlain(text)),
    pages: null,
    hidden: [],
    layout: { columns: 1, tables: 0, images: 0, headerFooterText: false },
    warnings: [],
  };
}
