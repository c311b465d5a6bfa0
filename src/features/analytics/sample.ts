import { mix } from '../../clustering/index.ts';
import { keyOf } from './replies.ts';
import type { Sampled } from './thread.ts';

interface Drawn {
  lot: number;
  question: Sampled;
}

/** How far over its size the sample may grow before it is cut back. */
const slack = 1.25;
const inShare = (lot: number) => (lot + 1) / 2 ** 32;

/**
 * A sample of at most `most` of everybody's questions, among so many messages. Each message draws a lot by its number
 * alone, and the lowest are taken: a second reading takes the same, early and late ones have the same chance, and it need
 * not be known beforehand how many of the messages ask something.
 */
export function createSample(most: number, messages: number) {
  // Where everybody asks, half of them would do; the rest is for messages that ask nothing.
  let share = Math.min(1, (2 * most) / Math.max(1, messages));
  let drawn = new Map<string, Drawn>();

  function cut(): void {
    if (drawn.size <= most) return;
    const highest = [...drawn.values()].map(({ lot }) => lot).sort((a, b) => a - b)[most - 1]!;
    share = inShare(highest);
    drawn = new Map([...drawn].filter(([, { lot }]) => lot <= highest));
  }

  return {
    /** Whether a message is worth reading. */
    wants: (seq: number) => inShare(mix(seq)) <= share,
    add(seq: number, messageId: string, question: Sampled): void {
      drawn.set(keyOf(question.owner, messageId), { lot: mix(seq), question });
      if (drawn.size > slack * most) cut();
    },
    find: (owner: string, messageId: string) => drawn.get(keyOf(owner, messageId))?.question,
    /** The sample in the order it was read, and the share of all messages that it was taken from. */
    end(): { questions: Sampled[]; share: number } {
      cut();
      return { questions: [...drawn.values()].map(({ question }) => question), share };
    },
  };
}
