import { tool } from 'ai';
import { z } from 'zod';
import { takeTokens } from '../../../ai/index.ts';
import type { Job } from '../../jobs/index.ts';
import {
  cvThing,
  fitJobOf,
  jobThing,
  named,
  nameOfJob,
  readWords,
  type Workbench,
} from '../workbench/index.ts';
import { refusal, type ToolsGiven } from './given.ts';

const MOST_JOBS = 8;
const MOST_SKILLS = 12;
const EXCERPT_TOKENS = 600;

const words = z
  .string()
  .min(1)
  .max(300)
  .describe('How the person calls it: words of company, title or place, such as «stripe backend».');

/** Saved postings, and how a CV fits one. */
export function jobTools({ workbench, material }: ToolsGiven) {
  const shown = (jobs: Job[]) => {
    material.addThings(jobs.map(jobThing));
    return jobs.map(headOf);
  };
  return {
    find_job: tool({
      description:
        "Finds saved job postings by words of company, title or place; the newest first. One alone comes with the posting's text.",
      inputSchema: z.object({ words }),
      async execute({ words }) {
        const { found, all } = await find(workbench, words);
        if (found.length === 0)
          return { found: 0, saved_postings: all, ...refusal('No saved posting is called that.') };
        const [only] = found;
        const text = found.length === 1 ? fitJobOf(only!)?.text : undefined;
        return {
          found: found.length,
          jobs: shown(found.slice(0, MOST_JOBS)),
          ...(text && { posting: takeTokens(text, EXCERPT_TOKENS) }),
        };
      },
    }),
    match_cv_to_job: tool({
      description:
        'Holds a CV against a saved posting by rules: counts of required and preferred skills met, which are listed, which are shown by what was done (with the quote), which were not found, and years, degrees and languages.',
      inputSchema: z.object({
        job: words.optional(),
        job_id: z.string().max(100).optional().describe('In place of `job`, from find_job.'),
        cv_id: z.string().max(100).optional().describe('The latest CV where left out.'),
      }),
      async execute({ job, job_id, cv_id }) {
        const cv = await workbench.cv(cv_id);
        if (!cv) return refusal('There is no such CV. The person can add one with POST /api/cv.');
        const one = job_id === undefined ? null : await workbench.job(job_id);
        const { found } = one ? { found: [one] } : await find(workbench, job ?? '');
        if (found.length !== 1) {
          return {
            ...refusal(
              found.length
                ? 'Several postings are called that: ask which.'
                : 'No saved posting is called that.',
            ),
            jobs: shown(found.slice(0, MOST_JOBS)),
          };
        }
        const posting = fitJobOf(found[0]!);
        material.addThings([cvThing(cv), jobThing(found[0]!)]);
        if (!posting) return refusal('The posting is known by name alone; its text was never saved.');
        const { listed, supported, missing, ...fit } = await workbench.fit(cv, posting);
        return {
          cv: cv.filename,
          job: headOf(found[0]!),
          ...fit,
          listed: listed.map(({ name }) => name).slice(0, 3 * MOST_SKILLS),
          supported: supported
            .slice(0, MOST_SKILLS)
            .map(({ name, kind, cv_quote, via }) => ({ name, kind, cv_quote, via })),
          missing: missing
            .slice(0, MOST_SKILLS)
            .map(({ name, kind, posting_quote }) => ({ name, kind, posting_quote })),
        };
      },
    }),
  };
}

async function find(workbench: Workbench, text: string): Promise<{ found: Job[]; all: number }> {
  const jobs = await workbench.jobs();
  return { found: named(jobs, readWords(text), nameOfJob), all: jobs.length };
}

function headOf({ id, title, company_name, location, created_at, expired }: Job) {
  return { id, title, company: company_name, location, saved: created_at.slice(0, 10), expired };
}
