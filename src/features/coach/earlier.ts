import { shorten } from '../../ai/index.ts';
import { blockQuote, dayOf } from '../../ai/offline/index.ts';
import { dayAt } from '../../kernel/clock.ts';
import { analyzeQuery, relevant, toldText } from '../../memory/index.ts';
import type { Memory, MemoryMessage } from '../../memory/types.ts';
import type { Store } from '../../store/index.ts';
import { asksForBeginning, PROMPT_MESSAGES, pointsForPrompt, summaryPoints } from '../conversations/index.ts';
import type { Question } from './engine.ts';

const POINT_TOKENS = 700;
/** Messages of the running conversation that are quoted beside its summary. */
const QUOTED = 4;
const LONGEST_QUOTE = 500;
/** What «the beginning» is, in messages. */
const BEGINNING = 40;
const FIRST = 2;

interface Parts {
  memory: Pick<Memory, 'list' | 'recall'>;
  store: Pick<Store, 'read'>;
}

export interface EarlierPart {
  /** Dated lines with the ids of the messages they stand on; empty where nothing has fallen out. */
  text: string;
  quoted: MemoryMessage[];
}

/**
 * What no longer fits the prompt of a long conversation: its summary's points, and the messages of that part that the
 * query is about. `shown`: how many of the last messages the prompt holds.
 */
export async function earlierPart(
  { memory, store }: Parts,
  { user, message, conversationId, conversation, utcOffset, signal }: Question,
  { query, shown }: { query: string; shown: number },
): Promise<EarlierPart> {
  const hasFallenOut = shown < conversation.length || conversation.length >= PROMPT_MESSAGES;
  if (!hasFallenOut) return { text: '', quoted: [] };
  const points = await store.read((db) => summaryPoints(db, user, conversationId));
  const quoted = asksForBeginning(message)
    ? await firstMessages(memory, user, conversationId, message)
    : await recallBefore(memory, user, {
        conversationId,
        query,
        until: conversation.at(-shown),
        utcOffset,
        signal,
      });
  const quotes = quoted.map(
    (one) =>
      `- [${dayAt(one.created_at, utcOffset)}; message ${one.message_id}] ${one.role === 'user' ? 'They' : 'The coach'} said: «${shorten(toldText(one), LONGEST_QUOTE)}»`,
  );
  return {
    text: [pointsForPrompt(points, message, POINT_TOKENS), ...quotes].filter(Boolean).join('\n'),
    quoted,
  };
}

async function recallBefore(
  memory: Pick<Memory, 'recall'>,
  user: string,
  given: Pick<Question, 'conversationId' | 'utcOffset' | 'signal'> & {
    query: string;
    until: MemoryMessage | undefined;
  },
): Promise<MemoryMessage[]> {
  if (!given.until) return [];
  const filters = {
    conversation_id: given.conversationId,
    until: new Date(Date.parse(given.until.created_at) - 1),
  };
  const { query, utcOffset, signal } = given;
  const { results } = await memory.recall(user, { query, k: 10, filters, utc_offset: utcOffset, signal });
  return relevant(results)
    .filter((message) => toldText(message) !== '')
    .slice(0, QUOTED);
}

/** What the person said first in a conversation: of what a message is about where it is about something. */
export async function firstMessages(
  memory: Pick<Memory, 'list'>,
  user: string,
  conversation_id: string,
  message: string,
): Promise<MemoryMessage[]> {
  const { messages } = await memory.list(user, { conversation_id, order: 'oldest', limit: BEGINNING });
  const said = messages.filter(({ role, text }) => role === 'user' && text !== message);
  const wanted = new Set(
    analyzeQuery(message.replace(ABOUT_THE_BEGINNING, ' '))
      .terms.filter(({ weight }) => weight === 1)
      .map(({ term }) => term),
  );
  const fitting = said
    .map((one) => ({
      one,
      shared: analyzeQuery(one.text).terms.filter(({ term }) => wanted.has(term)).length,
    }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .map(({ one }) => one);
  return (fitting.length > 0 ? fitting : said).slice(0, FIRST);
}

const ABOUT_THE_BEGINNING =
  /\b(?:beginning|start|outset|conversation|chat|talk(?:ed)?|said|say|tell|told|spoke|speak|ask(?:ed)?|mention(?:ed)?|discuss(?:ed)?|first|thing|message|question|again|remind|remember|originally|initially|earlier|began|started|agree(?:d)?)\b/gi;

/** The offline engine's answer to «what did I say at the beginning?»; null where it asks nothing of the kind. */
export async function beginningOffline(
  memory: Pick<Memory, 'list'>,
  { user, message, conversationId, conversation, utcOffset }: Question,
): Promise<{ text: string; quoted: MemoryMessage[] } | null> {
  if (conversation.length === 0 || !asksForBeginning(message)) return null;
  const quoted = await firstMessages(memory, user, conversationId, message);
  if (quoted.length === 0) return null;
  const inTime = quoted.toSorted((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));
  const quotes = inTime.map(
    ({ text, created_at }) =>
      `On ${dayOf(created_at, utcOffset)} you said:\n\n${blockQuote(shorten(text, LONGEST_QUOTE))}`,
  );
  return { text: `From the beginning of this conversation:\n\n${quotes.join('\n\n')}`, quoted: inTime };
}
