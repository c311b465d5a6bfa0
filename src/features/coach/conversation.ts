import { estimateTokens, shorten, takeTokens } from '../../ai/index.ts';
import { analyzeQuery } from '../../memory/index.ts';
import type { Memory, MemoryMessage } from '../../memory/types.ts';

/** More messages of one conversation than these are not looked at; what is older is recalled like any other past. */
const LAST = 60;
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

export interface Turn {
  role: 'user' | 'assistant';
  text: string;
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

const POINTS_BACK =
  /^(?:(?:ok(?:ay)?|so|and|but|also|then|yes|no|well)\b[,. ]*)*(?:(?:what|how) about\b|and\b|it\b|its\b|that\b|this\b|those\b|these\b|they\b|them\b|he\b|she\b|the (?:first|second|third|last|other|same|next)\b|why\??$|which one\b|(?:tell me|say) more\b|more\b|go on\b|when was (?:that|it|this)\b|(?:is|was|does|did|do|are|were|can|could|should|will|would) (?:it|that|this|they|those|these|he|she)\b)/i;
const LONGEST_QUERY = 1_500;

/**
 * What a message is about. A follow-up («and the second one?») says little by itself, so the person's last message
 * that does is put before it.
 */
export function aboutWhat(message: string, conversation: readonly Turn[]): string {
  const text = message.trim();
  const own = analyzeQuery(text).terms.filter((term) => term.weight === 1).length;
  const words = text.split(/\s+/).length;
  const pointsBack =
    own === 0 || (words <= 12 && POINTS_BACK.test(text)) || (own === 1 && words <= 4 && /[?？]$/.test(text));
  const before = pointsBack
    ? conversation.findLast(
        (turn) => turn.role === 'user' && analyzeQuery(turn.text).terms.some((term) => term.weight === 1),
      )
    : undefined;
  const asked = shorten(text, LONGEST_QUERY);
  return before ? `${shorten(before.text, LONGEST_QUERY / 2)}\n${asked}` : asked;
}
