import type { NewMessage } from '../../memory/types.ts';
import { sampleConversations } from './data/conversations.ts';

const DAY = 86_400_000;
/** Between two turns: reading, thinking, typing. */
const TURN = 100_000;

const messageId = (name: string, turn: number) => `sample-${name}-${String(turn).padStart(2, '0')}`;

/** The ids of everything the sample person said and was told: the same on every day and for everybody. */
export const sampleMessageIds: readonly string[] = sampleConversations.flatMap(({ name, turns }) =>
  turns.map((_, turn) => messageId(name, turn)),
);

/** The sample person's conversations as they would have been until now. */
export function sampleMessages(now: Date): NewMessage[] {
  return sampleConversations.flatMap(({ name, daysAgo, time, turns }) => {
    const day = new Date(now.getTime() - daysAgo * DAY).toISOString().slice(0, 10);
    const start = Date.parse(`${day}T${time}:00.000Z`);
    return turns.map((text, turn): NewMessage => {
      const isReply = turn % 2 === 1;
      const message_id = messageId(name, turn);
      const record = isReply && { engine: 'sample', reply_to: messageId(name, turn - 1) };
      return {
        text,
        role: isReply ? 'assistant' : 'user',
        message_id,
        conversation_id: `sample-${name}`,
        context_type: 'career_chat',
        metadata: { sample: true, ...record },
        created_at: new Date(start + turn * TURN),
      };
    });
  });
}
