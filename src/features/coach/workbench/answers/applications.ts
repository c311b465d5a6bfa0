import { dayOf } from '../../../../ai/offline/index.ts';
import { type Application, type DueItem, type Stage, stages } from '../../../applications/index.ts';
import { HOW_TO } from '../how-to.ts';
import { sinceOf } from '../since.ts';
import { applicationThing, titleOf } from '../things.ts';
import { count, paragraphs, plain, series, type WorkbenchAnswer } from './answer.ts';

const MOST_SHOWN = 20;
const MOST_EVENTS = 10;

/** «Show my pipeline», «where did I apply?», «how many are in interview?»: stage by stage, each with since when. */
export function answerApplications(
  all: readonly Application[],
  asked: { stages: readonly Stage[]; counts: boolean },
): WorkbenchAnswer {
  if (all.length === 0) return { text: `You track no applications yet. ${HOW_TO.application}`, things: [] };
  const wanted = asked.stages.length ? all.filter(({ stage }) => asked.stages.includes(stage)) : all;
  if (wanted.length === 0) {
    const text = `None of your ${count(all.length, 'application')} is in ${series(asked.stages)} now. ${tally(all)}`;
    return { text, things: [] };
  }
  const opening = asked.stages.length
    ? `${count(wanted.length, 'application')} of ${all.length} ${wanted.length === 1 ? 'is' : 'are'} in ${series(asked.stages)} now:`
    : `You track ${count(all.length, 'application')}. ${tally(all)}`;
  const shown = stages
    .flatMap((stage) => wanted.filter((one) => one.stage === stage).toSorted(newestFirst))
    .slice(0, MOST_SHOWN);
  const groups = [...Map.groupBy(shown, ({ stage }) => stage)].map(
    ([stage, list]) => `**${stage}**\n\n${list.map(line).join('\n')}`,
  );
  const left = wanted.length - shown.length;
  return {
    text: paragraphs(
      opening,
      ...groups,
      left > 0 && `And ${left} more: \`GET /api/applications\` has them all.`,
    ),
    things: shown.map(applicationThing),
  };
}

/** «What is the status of my application at Stripe?»: where it stands, and how it came there. */
export function answerApplication(found: readonly Application[], due: readonly DueItem[]): WorkbenchAnswer {
  if (found.length > 1) {
    return {
      text: paragraphs(
        `${found.length} applications may be meant:`,
        found.slice(0, MOST_SHOWN).map(line).join('\n'),
      ),
      things: found.slice(0, MOST_SHOWN).map(applicationThing),
    };
  }
  const [one] = found as [Application];
  const events = one.timeline.slice(-MOST_EVENTS).map(({ at, kind, to, note }) => {
    const what = to
      ? kind === 'created'
        ? `tracked as ${to}`
        : `moved to ${to}`
      : kind.replaceAll('_', ' ');
    return `- ${dayOf(at)}: ${what}${note ? ` (${plain(note)})` : ''}`;
  });
  const todo = due.filter(({ application_id }) => application_id === one.id);
  return {
    text: paragraphs(
      `**${plain(titleOf(one.job.title, one.job.company))}** is in **${one.stage}**, since ${dayOf(sinceOf(one))}.${one.applied_at ? ` You applied on ${dayOf(one.applied_at)}.` : ''}${one.interview_at ? ` Interview: ${dayOf(one.interview_at)}.` : ''}`,
      events.join('\n'),
      ...todo.map(({ why, suggestion }) => `Due: ${plain(why)}. To do: ${plain(suggestion)}.`),
    ),
    things: [applicationThing(one)],
  };
}

function line(one: Application): string {
  const { job, stage, applied_at, next_step } = one;
  const isLater = applied_at && stage !== 'saved' && stage !== 'applied';
  const stands = `${isLater ? `applied ${dayOf(applied_at)}, ` : ''}${stage} since ${dayOf(sinceOf(one))}`;
  const next = next_step ? `; next: ${plain(next_step)}` : '';
  return `- ${plain(titleOf(job.title, job.company))}: ${stands}${next}`;
}

/** «2 in applied, 1 in interview.» */
export function tally(all: readonly Application[]): string {
  const parts = stages.flatMap((stage) => {
    const n = all.filter((one) => one.stage === stage).length;
    return n > 0 ? [`${n} in ${stage}`] : [];
  });
  return `${parts.join(', ')}.`;
}

function newestFirst(a: Application, b: Application): number {
  return sinceOf(b).localeCompare(sinceOf(a));
}
