import { readKind } from '../../ai/offline/index.ts';
import { analyzeQuery } from '../../memory/index.ts';
import type { Memory, MemoryMessage } from '../../memory/types.ts';
import { isOwn } from '../insights/index.ts';

/** What a person talked about lately. */
export interface RecentTalk {
  /** Null: said outside of a conversation. */
  conversation_id: string | null;
  /** Their own messages with a subject, oldest first. */
  messages: MemoryMessage[];
}

const READ = 80;
const CONVERSATIONS = 5;
const SMALL_TALK = new Set([
  'greeting',
  'thanks',
  'farewell',
  'abilities',
  'identity',
  'crisis',
  'forget',
  'complaint',
]);

/** The conversations in which the person said something last, the latest first. */
export async function recentTalks(memory: Pick<Memory, 'list'>, user: string): Promise<RecentTalk[]> {
  const { messages } = await memory.list(user, { role: 'user', order: 'newest', limit: READ });
  const talks = new Map<string | null, MemoryMessage[]>();
  for (const message of messages) {
    if (!isOwn(message) || !hasSubject(message.text)) continue;
    const talk = talks.get(message.conversation_id);
    if (talk) talk.unshift(message);
    else if (talks.size < CONVERSATIONS) talks.set(message.conversation_id, [message]);
  }
  return [...talks].map(([conversation_id, said]) => ({ conversation_id, messages: said }));
}

/** A word of thanks is no pattern to recommend anything by, and a crisis no occasion. */
function hasSubject(text: string): boolean {
  const start = text.slice(0, 1_000);
  return !SMALL_TALK.has(readKind(start).kind) && analyzeQuery(start).terms.length > 0;
}

/** The last of what was said in it, as one question. */
export function gist({ messages }: RecentTalk): string {
  return messages
    .slice(-3)
    .map(({ text }) => text.slice(0, 400))
    .join('\n');
}
