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
