import { type Metadata, ownLines } from './own-words.ts';
import { type Reading, readMessage } from './rank/reading.ts';
import { encodeReading } from './rank/stored-reading.ts';
import { type AnalyzedText, analyzeText } from './text/analyze.ts';
import type { Role } from './types.ts';

/**
 * The part of a message that is indexed and embedded: of a reply without what is recalled. Indexed again under a reply,
 * a memory would find itself, and with every answer once more.
 */
export function indexableText(text: string, role: Role | string, metadata: Metadata = null): string {
  if (role !== 'assistant') return text.trim();
  return ownLines(text, metadata)
    .filter((line) => line !== null)
    .join('\n')
    .trim();
}

/** Of a text longer than this, which only an import or another program can store, the beginning is indexed. */
const longestIndexed = 200_000;
/** Distinct terms of one message: a chapter of a book has fewer, a pasted file may have a hundred times as many. */
const mostTerms = 3_000;

/** A message as its row has it. */
export interface IndexableRow {
  message_text: string;
  message_role: string;
  metadata_json: Metadata;
}

const startOf = ({ message_text, message_role, metadata_json }: IndexableRow) =>
  indexableText(message_text, message_role, metadata_json).slice(0, longestIndexed);

/** What the keyword index holds of a message: the same whenever it is asked for, so that what went in can be taken out. */
export function indexTerms(row: IndexableRow): AnalyzedText {
  const { terms, length } = analyzeText(startOf(row));
  return { terms: terms.size <= mostTerms ? terms : new Map([...terms].slice(0, mostTerms)), length };
}

/** What ranking reads off a message. */
export function readIndexable(row: IndexableRow): Reading {
  return readMessage(startOf(row));
}

/** The same as the index keeps it. */
export function readingOf(row: IndexableRow): string {
  return encodeReading(readIndexable(row));
}
