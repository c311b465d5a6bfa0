import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../store/index.ts';

export const FORGOTTEN = '(forgotten)';
/** A shorter quote («Yes») may be of any message. */
const SHORTEST = 4;

/**
 * A reply without the quotes of a message that is forgotten: block quotes, as the coach quotes memory, whose words stand
 * in it, and the value that is told right above one. What a reply says in words of its own stays.
 */
export function withoutQuotes(reply: string, forgotten: string): string {
  const said = flat(forgotten);
  const lines = reply.split('\n');
  for (const [at, line] of lines.entries()) {
    if (!/^\s*>/.test(line)) continue;
    lines[at] = line.replaceAll(`«${forgotten.trim()}»`, `«${FORGOTTEN}»`);
    if (!holds(said, line)) continue;
    lines[at] = `> ${FORGOTTEN}`;
    const above = lines.slice(0, at).findLastIndex((one) => one.trim() !== '');
    if (above >= 0) lines[above] = lines[above]!.replace(TOLD, `$1**${FORGOTTEN}**$2`);
  }
  return lines.join('\n');
}

/** «Where you live: **Lyon**, since … You said on 3 May 2026:» stands above the words it is read off. */
const TOLD = /^(.*?: )\*\*.+\*\*(.*\bYou (?:said|put it in your profile) on [^*]*:)$/;

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

function holds(said: string, line: string): boolean {
  const words = flat(line)
    .replace(/^>\s?/, '')
    .replace(/^\d{1,2}[.)] /, '')
    .replace(/ \(corrected on [^«]*«.*?»\)/g, '')
    .replace(/^… | …$/g, '');
  return words.length >= SHORTEST && said.includes(words);
}

/**
 * The replies that quote a message, with what they are without it: those of its conversation, and those that name it
 * among what they rest on.
 */
export async function repliesWithout(
  trx: Transaction<Database>,
  user: string,
  message: { id: string; message_text: string; conversation_id: string | null },
): Promise<{ id: string; message_text: string; message_role: string; left: string }[]> {
  const replies = await trx
    .selectFrom('user_message_embeddings')
    .select(['id', 'message_text', 'message_role'])
    .where('user_id', '=', user)
    .where('message_role', '=', 'assistant')
    .where('id', '!=', message.id)
    .where('message_text', 'like', '%>%')
    .where((where) =>
      where.or([
        sql<boolean>`cast(metadata_json as text) like ${`%${message.id}%`}`,
        ...(message.conversation_id === null ? [] : [where('conversation_id', '=', message.conversation_id)]),
      ]),
    )
    .execute();
  return replies
    .map((reply) => ({ ...reply, left: withoutQuotes(reply.message_text, message.message_text) }))
    .filter(({ left, message_text }) => left !== message_text);
}
