import { shorten } from '../../ai/index.ts';
import { dayOf, isCorrection, withCorrection } from '../../ai/offline/index.ts';
import { dayAt } from '../../kernel/clock.ts';
import type { Memory, MemoryMessage, Recalled } from '../../memory/types.ts';
import type { Question } from './engine.ts';

/** Of what was recalled, so many of the best are looked at. */
const LOOKED_AT = 10;
/** What may come between a saying and its correction: the coach's answer, and a message that was sent twice. */
const NEXT = 4;

/** A message, with memory's confidence in it where it was recalled. */
export type MaybeRecalled = MemoryMessage & Pick<Recalled, 'confidence'>;

export interface Corrected {
  /** Its text has the corrections that came in the next turns, in brackets. */
  message: MemoryMessage;
  original: MaybeRecalled;
  /** The messages that correct it. */
  by: MemoryMessage[];
}

/**
 * Puts corrections beside what they correct. «No, it was 52,000» has no word that a question about the salary would find
 * it by: it is found with the message before it.
 */
export async function withCorrections(
  memory: Pick<Memory, 'list'>,
  { user, utcOffset }: Pick<Question, 'user' | 'utcOffset'>,
  recalled: readonly MaybeRecalled[],
): Promise<Corrected[]> {
  return Promise.all(
    recalled.map(async (message, at) => {
      const by = at < LOOKED_AT ? await correctionsOf(memory, user, message) : [];
      const text = by.reduce(
        (joined, { text, created_at }) => withCorrection(joined, text, dayOf(created_at, utcOffset)),
        message.text,
      );
      return { message: { ...message, text }, original: message, by };
    }),
  );
}

async function correctionsOf(
  memory: Pick<Memory, 'list'>,
  user: string,
  { id, role, conversation_id, created_at }: MemoryMessage,
): Promise<MemoryMessage[]> {
  if (role !== 'user' || conversation_id === null) return [];
  const { messages } = await memory.list(user, {
    conversation_id,
    since: new Date(created_at),
    order: 'oldest',
    limit: NEXT + 1,
  });
  const after = messages.slice(messages.findIndex((one) => one.id === id) + 1);
  const next = after.filter((one) => one.role === 'user');
  const end = next.findIndex(({ text }) => !isCorrection(text));
  return end < 0 ? next : next.slice(0, end);
}

/** Corrections as lines for a prompt: what was said, and what came right after it; none where there are none. */
export function correctionLines(corrected: readonly Corrected[], utcOffset?: number): string {
  return corrected
    .flatMap(({ original, by }) =>
      by.map(
        ({ text, created_at }) =>
          `- On ${dayAt(created_at, utcOffset)}, right after «${shorten(original.text, LONGEST_LINE)}», they said: «${shorten(text, LONGEST_LINE)}»`,
      ),
    )
    .slice(0, MOST_LINES)
    .join('\n');
}

/** Of either text, in characters. */
const LONGEST_LINE = 300;
const MOST_LINES = 6;
