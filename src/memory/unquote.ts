import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../store/index.ts';
import type { IndexableRow } from './indexable.ts';

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
    let above = at - 1;
    while (above >= 0 && lines[above]!.trim() === '') above--;
    if (above >= 0) lines[above] = withoutValue(lines[above]!);
  }
  return lines.join('\n');
}

/** A longer line was not told by the coach. */
const LONGEST_TOLD = 1_000;

/**
 * «Where you live: **Lyon**, since … You said on 3 May 2026:» stands above the words it is read off: without the value.
 * By its places and not by a pattern, which would try all of them on a hostile line.
 */
function withoutValue(line: string): string {
  if (line.length > LONGEST_TOLD || !line.endsWith(':')) return line;
  const told = Math.max(
    line.lastIndexOf(' You said on '),
    line.lastIndexOf(' You put it in your profile on '),
  );
  const end = told < 0 ? -1 : line.lastIndexOf('**', told);
  const start = line.indexOf(': **');
  if (start < 0 || end <= start + 4 || line.includes('*', told)) return line;
  return `${line.slice(0, start)}: **${FORGOTTEN}${line.slice(end)}`;
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

const MARKS = new Set('"\'“”‘’*_«»… ');

/** Without the marks that a quote stands between. */
function unmarked(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && MARKS.has(text[start]!)) start++;
  while (end > start && MARKS.has(text[end - 1]!)) end--;
  return text.slice(start, end);
}

/** A longer line holds no correction, which the coach notes within a sentence or two. */
const LONGEST_CORRECTED = 5_000;

function holds(said: string, line: string): boolean {
  const corrected = line.length > LONGEST_CORRECTED ? '' : / \(corrected on [^«]*«.*?»\)/g;
  const words = unmarked(
    flat(line)
      .replace(/^>\s?/, '')
      .replace(/^(?:\d{1,2}[.)]|[-*]) /, '')
      .replace(corrected, ''),
  );
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
): Promise<(IndexableRow & { id: string; left: string })[]> {
  const replies = await trx
    .selectFrom('user_message_embeddings')
    .select(['id', 'message_text', 'message_role', 'metadata_json'])
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
