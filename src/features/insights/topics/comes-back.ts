import type { MemoryMessage } from '../../../memory/types.ts';
import { snippetOf } from '../messages.ts';

/** Something asked about in several conversations, on several days. */
export interface ComesBack {
  id: string;
  /** `piece`: a question that the playbook answers. `own`: a topic of the person's own. */
  kind: 'piece' | 'own';
  label: string;
  times: number;
  conversations: number;
  days: number;
  first_at: string;
  last_at: string;
  /** The latest, newest first. */
  messages: {
    id: string;
    message_id: string;
    conversation_id: string | null;
    created_at: string;
    snippet: string;
  }[];
}

const SHOWN = 20;
const MESSAGES = 10;

export interface Recurring {
  id: string;
  kind: ComesBack['kind'];
  label: string;
  /** Oldest first. */
  messages: readonly MemoryMessage[];
}

/** Of these groups, what a person came back to: in at least two conversations and on at least two days. */
export function comesBack(groups: readonly Recurring[]): ComesBack[] {
  return groups
    .map(({ id, kind, label, messages }) => {
      const days = new Set(messages.map(({ created_at }) => created_at.slice(0, 10)));
      // What was said outside of conversations: a day's is one.
      const conversations = new Set(
        messages.map(({ conversation_id, created_at }) => conversation_id ?? created_at.slice(0, 10)),
      );
      return {
        id,
        kind,
        label,
        times: messages.length,
        conversations: conversations.size,
        days: days.size,
        first_at: messages[0]!.created_at,
        last_at: messages.at(-1)!.created_at,
        messages: messages.slice(-MESSAGES).reverse().map(shown),
      };
    })
    .filter(({ conversations, days }) => conversations > 1 && days > 1)
    .sort(
      (a, b) => b.conversations - a.conversations || b.times - a.times || b.last_at.localeCompare(a.last_at),
    )
    .slice(0, SHOWN);
}

function shown({ id, message_id, conversation_id, created_at, text }: MemoryMessage) {
  return { id, message_id, conversation_id, created_at, snippet: snippetOf(text) };
}
