import { estimateTokens, takeTokens } from '../../../ai/index.ts';
import { stages } from '../../applications/index.ts';
import { titleOf } from './things.ts';
import type { Workbench } from './workbench.ts';

/** All of it, in tokens. */
const BUDGET = 250;
const NAME_TOKENS = 25;
const MOST_DUE = 6;

/**
 * What stands in the workbench, for a prompt: which CVs, how many postings and applications in which stage, what is due
 * in the next seven days. Empty where there is nothing.
 */
export async function stateOf(workbench: Workbench): Promise<string> {
  const [cvs, jobs, applications] = await Promise.all([
    workbench.cvs(),
    workbench.jobs(),
    workbench.allApplications(),
  ]);
  const due = applications.length ? await workbench.due() : [];
  const short = (text: string) => takeTokens(text.replace(/\s+/g, ' '), NAME_TOKENS);
  const lines: string[] = [];
  const [cv] = cvs;
  if (cv) {
    const who = [cv.name, cv.label].filter(Boolean).join(', ');
    lines.push(
      `CVs: ${cvs.length}; the latest is ${short(cv.filename)}${who ? ` (${short(who)})` : ''}, added ${cv.created_at.slice(0, 10)}.`,
    );
  }
  const [job] = jobs;
  if (job)
    lines.push(
      `Saved postings: ${jobs.length}; the latest is ${short(titleOf(job.title, job.company_name))}.`,
    );
  if (applications.length) {
    const counts = stages
      .map((stage) => ({ stage, n: applications.filter((one) => one.stage === stage).length }))
      .filter(({ n }) => n > 0)
      .map(({ stage, n }) => `${n} ${stage}`);
    lines.push(`Applications: ${counts.join(', ')}.`);
    if (due.length === 0) lines.push('Due in the next 7 days: nothing.');
  }
  if (due.length) {
    lines.push(`Due in the next 7 days: ${due.length}.`);
    for (const { title, company, why, suggestion } of due.slice(0, MOST_DUE)) {
      const line = `- ${short(titleOf(title, company))}: ${short(`${why}; ${suggestion}`)}`;
      if (estimateTokens([...lines, line].join('\n')) > BUDGET) break;
      lines.push(line);
    }
  }
  return takeTokens(lines.join('\n'), BUDGET);
}
