import { OFFLINE_ENGINE } from '../ai/offline/index.ts';
import type { MemoryMessage } from './types.ts';

export type Metadata = MemoryMessage['metadata'];

/**
 * The lines of a reply, null for those that are recalled. The offline engine says nothing of its own: it reads facts out,
 * quotes, shows the playbook, and says how it did so. With a model's reply the coach keeps which of the quoted lines are
 * recalled; the others are drafts, and the model's. Of any other reply all quoted lines count as recalled.
 */
export function ownLines(text: string, metadata: Metadata): (string | null)[] {
  const lines = text.split('\n');
  if (isOffline(metadata)) return lines.map(() => null);
  const kept = recalledLinesIn(metadata);
  return lines.map((line, at) => (isQuoted(line) && (kept === null || kept.has(at)) ? null : line));
}

/** A line of a Markdown block quote. */
export const isQuoted = (line: string): boolean => /^\s*>/.test(line);

/** Metadata is the client's to write as well: an answer of the coach says besides what it answers. */
const isReply = (metadata: Metadata) => typeof metadata?.reply_to === 'string';

const isOffline = (metadata: Metadata) => isReply(metadata) && metadata?.engine === OFFLINE_ENGINE;

/** Null where nothing is said of them. */
function recalledLinesIn(metadata: Metadata): ReadonlySet<unknown> | null {
  const lines = metadata?.recalled_lines;
  return isReply(metadata) && Array.isArray(lines) ? new Set(lines) : null;
}

const LEFT_OUT = '[…]';

/** A message as it is told in a prompt: where something recalled stood, a mark says so. Empty where all of it was. */
export function toldText({
  text,
  role,
  metadata,
}: Pick<MemoryMessage, 'text' | 'role' | 'metadata'>): string {
  if (role !== 'assistant') return text;
  const told: string[] = [];
  let isOpen = false;
  for (const line of ownLines(text, metadata)) {
    // One mark for several quotes in a row, and what is blank between them.
    if (line === null && !isOpen) told.push(LEFT_OUT);
    isOpen = line === null || (isOpen && line.trim() === '');
    if (line !== null && !isOpen) told.push(line);
  }
  return told.some((line) => line !== LEFT_OUT && line.trim() !== '') ? told.join('\n') : '';
}
