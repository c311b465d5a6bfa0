import { blockQuote, dayOf } from '../../../../ai/offline/index.ts';
import type { KeptPromise } from '../../../insights/index.ts';
import { count, paragraphs, plain, type WorkbenchAnswer } from './answer.ts';

const MOST_SHOWN = 8;
const weekMs = 7 * 86_400_000;

/** «What did I say I'd do?»: what is open, with the words and the day on which they were said. */
export function answerPromises(open: readonly KeptPromise[]): WorkbenchAnswer {
  if (open.length === 0) {
    return {
      text: 'I find no open promise in what you told me within the last year. I read plain ones («I’ll update my CV by Friday») and rather miss one than invent one.',
      things: [],
    };
  }
  const left = open.length - MOST_SHOWN;
  return {
    text: paragraphs(
      `You said you would do ${count(open.length, 'thing that is still open', 'things that are still open')}:`,
      listOf(open),
      left > 0 && `And ${left} more: \`GET /api/insights/promises\` has them all.`,
      'Tell me when one is done, in so many words («I updated my CV»), or mark it with `PATCH /api/insights/promises/{id}`.',
    ),
    things: [],
    messages: open.slice(0, MOST_SHOWN).map(({ message_id }) => message_id),
  };
}

/** What of it is due within a week or overdue, to stand below what is due of applications. */
export function promisesThisWeek(open: readonly KeptPromise[], now: Date): KeptPromise[] {
  return open.filter(({ due }) => due && Date.parse(due.date) - now.getTime() <= weekMs);
}

export function withPromises(answer: WorkbenchAnswer | null, week: readonly KeptPromise[]): WorkbenchAnswer {
  const own: WorkbenchAnswer = {
    text: paragraphs(
      `${answer ? 'And you' : 'You'} said you would do ${count(week.length, 'thing')} by now or this week:`,
      listOf(week),
    ),
    things: [],
    messages: week.slice(0, MOST_SHOWN).map(({ message_id }) => message_id),
  };
  return answer ? { ...own, text: paragraphs(answer.text, own.text), things: answer.things } : own;
}

/** All that is open, below what is due of applications. */
export function withOpenPromises(due: WorkbenchAnswer, open: readonly KeptPromise[]): WorkbenchAnswer {
  const own = answerPromises(open);
  return { ...own, text: paragraphs(due.text, own.text), things: due.things };
}

function listOf(promises: readonly KeptPromise[]): string {
  return promises
    .slice(0, MOST_SHOWN)
    .map(({ action, due, state, quote, said_at, said_again }, at) => {
      const when = due ? `${state === 'overdue' ? 'was due' : 'due'} ${dayOf(due.date)}` : 'no day was named';
      const said = said_again ?? { quote, said_at };
      return `${at + 1}. **${plain(action)}** (${when}). On ${dayOf(said.said_at)} you said:\n\n${blockQuote(said.quote)}`;
    })
    .join('\n\n');
}
