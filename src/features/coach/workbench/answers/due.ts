import { dayOf } from '../../../../ai/offline/index.ts';
import type { DueItem } from '../../../applications/index.ts';
import { HOW_TO } from '../how-to.ts';
import { applicationThing, titleOf } from '../things.ts';
import { count, paragraphs, plain, type WorkbenchAnswer } from './answer.ts';

const MOST_SHOWN = 12;

/** «What should I follow up on this week?»: what is due, the most urgent first, with why and what to do. */
export function answerDue(items: readonly DueItem[], tracked: number): WorkbenchAnswer {
  if (tracked === 0) {
    return {
      text: `You track no applications yet, so nothing can be due. ${HOW_TO.application}`,
      things: [],
    };
  }
  if (items.length === 0) {
    return {
      text: `Nothing is due in the next seven days: no interview, no reminder, no offer that waits, and no application that has gone without an answer for a week (of ${count(tracked, 'application')}).`,
      things: [],
    };
  }
  const shown = items.slice(0, MOST_SHOWN);
  const lines = shown.map(
    ({ title, company, stage, why, suggestion, since }, at) =>
      `${at + 1}. **${plain(titleOf(title, company))}** (${stage}): ${plain(why)} (${dayOf(since)}). To do: ${plain(suggestion)}.`,
  );
  const left = items.length - shown.length;
  return {
    text: paragraphs(
      `${count(items.length, 'thing is', 'things are')} due this week, the most urgent first:`,
      lines.join('\n'),
      left > 0 && `And ${left} more: \`GET /api/applications/due\` has them all.`,
      items.some(({ kind }) => kind === 'follow_up') && 'Ask me «how do I write a follow-up?» for the words.',
    ),
    things: shown.map(({ application_id, title, company, stage }) =>
      applicationThing({ id: application_id, stage, job: { title, company } }),
    ),
  };
}
