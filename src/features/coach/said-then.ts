import { shorten } from '../../ai/index.ts';
import { blockQuote, dayOf, readKind, withoutHowMade } from '../../ai/offline/index.ts';
import { askedTimes } from '../../memory/index.ts';
import type { Memory, MemoryMessage } from '../../memory/types.ts';
import type { Question } from './engine.ts';

/** What was said at one time is looked through as far as this, and so much of it shown. */
const LOOKED = 200;
const SHOWN = 8;
const LONGEST_QUOTE = 400;

/**
 * The offline engine's answer to «what did I tell you last week?», which asks for nothing but a time: what was said then,
 * in its order. Null where the message asks for something else too.
 */
export async function saidThen(
  memory: Pick<Memory, 'list'>,
  { user, message, kept, utcOffset }: Pick<Question, 'user' | 'message' | 'kept' | 'utcOffset'>,
): Promise<{ text: string; quoted: MemoryMessage[] } | null> {
  const { kind, ofCoach } = readKind(message);
  if (kind !== 'recall' && kind !== 'question') return null;
  const { windows, alone } = askedTimes(message, {
    now: new Date(kept.created_at),
    utc_offset: utcOffset,
  });
  if (!alone || windows.length === 0) return null;
  const role = ofCoach ? 'assistant' : 'user';
  const pages = await Promise.all(
    windows.map(({ from, to }) =>
      memory.list(user, {
        role,
        since: new Date(from),
        until: new Date(to - 1),
        order: 'newest',
        limit: LOOKED,
      }),
    ),
  );
  const found = new Map(pages.flatMap(({ messages }) => messages).map((one) => [one.id, one]));
  found.delete(kept.id);
  const inTime = [...found.values()].sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));
  if (inTime.length === 0) {
    const nobody = ofCoach ? 'I told you nothing then.' : 'You told me nothing then.';
    const days = utcOffset === undefined ? 'days in UTC, and a week' : 'a week';
    return { text: `${nobody} I count ${days} from its Monday.`, quoted: [] };
  }
  const quoted = evenly(inTime, SHOWN);
  const rest = inTime.length - quoted.length;
  const more = rest > 0 ? [`${rest} more messages are from then.`] : [];
  return {
    text: [byDay(quoted, ofCoach ? 'I told you' : 'you said', utcOffset), ...more].join('\n\n'),
    quoted,
  };
}

function byDay(messages: readonly MemoryMessage[], whoSaid: string, utcOffset: number | undefined): string {
  const days = Map.groupBy(messages, ({ created_at }) => dayOf(created_at, utcOffset));
  const quotes = ([day, said]: [string, MemoryMessage[]]) =>
    [
      `On ${day} ${whoSaid}:`,
      ...said.map(({ text }) => blockQuote(shorten(withoutHowMade(text), LONGEST_QUOTE))),
    ].join('\n\n');
  return [...days].map(quotes).join('\n\n');
}

/** So many of them, from the first to the last. */
function evenly<T>(all: readonly T[], count: number): T[] {
  if (all.length <= count) return [...all];
  return Array.from({ length: count }, (_, i) => all[Math.round((i * (all.length - 1)) / (count - 1))]!);
}
