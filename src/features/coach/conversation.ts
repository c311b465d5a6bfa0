import { estimateTokens, takeTokens } from '../../ai/index.ts';
import type { Memory, MemoryMessage } from '../../memory/types.ts';
import { PROMPT_MESSAGES, PROMPT_TOKENS } from '../conversations/index.ts';
import { resolveFollowUp, type Turn } from './follow-up/index.ts';

export type { Turn } from './follow-up/index.ts';

/** More messages of one conversation than these are not looked at; what is older is recalled like any other past. */
const LAST = PROMPT_MESSAGES;
/** A single message of the conversation takes at most this share of the budget. */
const LARGEST_SHARE = 0.3;

/** The last messages of a conversation, oldest first, without those in `except`. */
export async function lastMessages(
  memory: Memory,
  user: string,
  conversationId: string,
  except: ReadonlySet<string>,
): Promise<MemoryMessage[]> {
  const { messages } = await memory.list(user, {
    conversation_id: conversationId,
    order: 'newest',
    limit: LAST + except.size,
  });
  return messages
    .filter((message) => !except.has(message.message_id))
    .slice(0, LAST)
    .reverse();
}

/** As many of the last messages as fit a budget of tokens, oldest first, beginning with something the person said. */
export function withinBudget(messages: readonly MemoryMessage[], budget: number): Turn[] {
  const kept: Turn[] = [];
  let left = budget;
  for (const message of messages.toReversed()) {
    const text = takeTokens(message.text, Math.min(left, Math.floor(budget * LARGEST_SHARE)));
    const cost = estimateTokens(text);
    if (!text.trim() || cost > left) break;
    left -= cost;
    kept.unshift({ role: message.role, text: text.length < message.text.length ? `${text} […]` : text });
  }
  const start = kept.findIndex((turn) => turn.role === 'user');
  return start < 0 ? [] : kept.slice(start);
}

/** Whether something of a conversation no longer fits the prompt. */
export function outgrowsPrompt(messages: readonly MemoryMessage[]): boolean {
  return messages.length >= LAST || withinBudget(messages, PROMPT_TOKENS).length < messages.length;
}

/** What a message is about: itself, or where it is a follow-up («and the second one?»), together with what it follows. */
export function aboutWhat(message: string, conversation: readonly Turn[]): string {
  return resolveFollowUp(message, conversation).query;
}
