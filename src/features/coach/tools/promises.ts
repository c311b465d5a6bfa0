import { tool } from 'ai';
import { z } from 'zod';
import { takeTokens } from '../../../ai/index.ts';
import type { ToolsGiven } from './given.ts';

const MOST = 20;
const QUOTE_TOKENS = 60;

/** What the person said they would do. */
export function promiseTools({ memory, workbench, question, material }: ToolsGiven) {
  return {
    open_promises: tool({
      description:
        'What the person said they would do and has not said to be done («I will update my CV by Friday»): overdue ones first, then what is due next. Read by patterns from their own messages, so some may be missing.',
      inputSchema: z.object({}),
      async execute() {
        const open = await workbench.promises();
        const shown = open.slice(0, MOST);
        const said = await Promise.all(shown.map(({ message_id }) => memory.get(question.user, message_id)));
        material.addMemories(said.filter((message) => message !== null));
        return {
          total: open.length,
          promises: shown.map(({ state, action, quote, said_at, due }) => ({
            state,
            action: takeTokens(action, QUOTE_TOKENS),
            quote: takeTokens(quote, QUOTE_TOKENS),
            said: said_at.slice(0, 10),
            due: due?.date ?? null,
          })),
        };
      },
    }),
  };
}
