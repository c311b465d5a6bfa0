import { type Reading, readMessage } from './rank/reading.ts';
import { encodeReading } from './rank/stored-reading.ts';
import { type AnalyzedText, analyzeText } from './text/analyze.ts';
import type { Role } from './types.ts';

/**
 * The part of a message that is indexed and embedded. The coach quotes memory as Markdown block quotes; indexed
 * again under its own reply, a memory would find itself, and with every answer once more.
 */
export function indexableText(text: string, role: Role | string): string {
  if (role !== 'assistant') return text.trim();
  return text
    .split('\n')
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .trim();
}

/** Of a text longer than this, which only an import or another program can store, the beginning is indexed. */
const longestIndexed = 200_000;
/** Distinct terms of one message: a chapter of a book has fewer, a pasted file may have a hundred times as many. */
const mostTerms = 3_000;

/** What the keyword index holds of a message: the same whenever it is asked for, so that what went in can be taken out. */
export function indexTerms(text: string, role: Role | string): AnalyzedText {
  const { terms, length } = analyzeText(indexableText(text, role).slice(0, longestIndexed));
  return { terms: terms.size <= mostTerms ? terms : new Map([...terms].slice(0, mostTerms)), length };
}

/** What ranking reads off a message. */
export function readIndexable(text: string, role: Role | string): Reading {
  return readMessage(indexableText(text, role).slice(0, longestIndexed));
}

/** The same as the index keeps it. */
export function readingOf(text: string, role: Role | string): string {
  return encodeReading(readIndexable(text, role));
}
