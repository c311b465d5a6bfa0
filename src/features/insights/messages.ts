import { breathe } from '../../kernel/breathe.ts';
import type { Memory, MemoryMessage } from '../../memory/types.ts';

/** Kinds of messages that features keep in the name of a person: extracts of CVs, letters, postings, applications. */
const KEPT_FOR_THEM = new Set(['cv', 'letter', 'posting', 'application']);

/** Whether the person wrote it themselves. */
export function isOwn({ role, context_type }: Pick<MemoryMessage, 'role' | 'context_type'>): boolean {
  return role === 'user' && !KEPT_FOR_THEM.has(context_type ?? '');
}

export interface OwnMessages {
  /** Oldest first. */
  messages: MemoryMessage[];
  /** Whether older ones were left out. */
  cut: boolean;
}

/** The newest messages that the person wrote themselves, at most `most`. */
export async function ownMessages(
  memory: Pick<Memory, 'list'>,
  user: string,
  { most, since, until }: { most: number; since?: Date; until?: Date },
): Promise<OwnMessages> {
  const messages: MemoryMessage[] = [];
  let cursor: string | undefined;
  do {
    const page = await memory.list(user, {
      role: 'user',
      order: 'newest',
      limit: 500,
      since,
      until,
      cursor,
    });
    messages.push(...page.messages.filter(isOwn));
    cursor = page.next_cursor ?? undefined;
    await breathe();
  } while (cursor !== undefined && messages.length <= most);
  const cut = messages.length > most;
  return { messages: messages.slice(0, most).reverse(), cut };
}

/** What a list shows of a message. */
export function snippetOf(text: string, most = 160): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  // Never half of a character that takes two units.
  return `${cut.replace(/[\uD800-\uDBFF]$/, '').replace(/\s+\S{0,15}$/, '')}…`;
}
