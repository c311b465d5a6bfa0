import { dayOf } from '../../../../ai/offline/index.ts';
import type { Job } from '../../../jobs/index.ts';
import { type JobWords, named } from '../find-job.ts';
import { HOW_TO } from '../how-to.ts';
import { jobThing, titleOf } from '../things.ts';
import { count, paragraphs, plain, type WorkbenchAnswer } from './answer.ts';

const MOST_LISTED = 8;

export const nameOfJob = ({ title, company_name, location }: Job) => ({
  title,
  company: company_name,
  location,
});

/** The one saved posting that is meant, or an answer that says why there is none or which there are. */
export function chooseJob(jobs: readonly Job[], asked: JobWords): { job: Job } | { answer: WorkbenchAnswer } {
  if (jobs.length === 0)
    return { answer: { text: `You have saved no posting yet. ${HOW_TO.job}`, things: [] } };
  const found = named(jobs, asked, nameOfJob);
  if (found.length === 1) return { job: found[0]! };
  const shown = (found.length ? found : jobs).slice(0, MOST_LISTED);
  const opening = found.length
    ? `${count(found.length, 'saved posting')} may be meant. Which one?`
    : `None of your ${count(jobs.length, 'saved posting')} ${jobs.length === 1 ? 'is' : 'are'} called that. The newest:`;
  const lines = shown.map(
    ({ title, company_name, location, created_at }, at) =>
      `${at + 1}. ${plain(titleOf(title, company_name))}${location ? `, ${plain(location)}` : ''} (saved ${dayOf(created_at)})`,
  );
  const closing = found.length
    ? 'Ask again with more of its title, its company or its place.'
    : `Ask again by company or title. Is it not there? ${HOW_TO.job}`;
  return { answer: { text: paragraphs(opening, lines.join('\n'), closing), things: shown.map(jobThing) } };
}
