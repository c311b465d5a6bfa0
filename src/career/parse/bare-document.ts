import type { ReadDocument } from '../../documents/index.ts';

/** A text as a document of which nothing is known but its characters: what tests and evaluations read. */
export function bareDocument(text: string): ReadDocument {
  const layout = { columns: 1, tables: 0, images: 0, headerFooterText: false };
  const parts = { pages: null, lines: [], links: [], hidden: [], layout, warnings: [] };
  return { kind: 'text', text: text.normalize('NFC'), ...parts };
}
