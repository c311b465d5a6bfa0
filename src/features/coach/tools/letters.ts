import { tool } from 'ai';
import { z } from 'zod';
import { cvThing, jobThing, letterThing, named, nameOfJob, readWords } from '../workbench/index.ts';
import { confirms, namesLetter } from './asked-for.ts';
import { orRefusal, refusal, type ToolsGiven } from './given.ts';

/** Writing a letter, every claim of which rests on the CV, the posting, or what was said. */
export function letterTools({ workbench, question, material }: ToolsGiven) {
  return {
    draft_letter: tool({
      description:
        'Writes a cover letter for a saved posting from a CV, checks every claim in it, and keeps it. Only where the message you answer asks for a letter. Show its text as it is.',
      inputSchema: z.object({
        job: z.string().min(1).max(300).optional().describe('Words of company and title of the posting.'),
        job_id: z.string().max(100).optional().describe('In place of `job`, from find_job.'),
        cv_id: z.string().max(100).optional().describe('The latest CV where left out.'),
        tone: z.enum(['formal', 'smart', 'professional', 'friendly']).optional(),
        instructions: z.string().min(1).max(1_000).optional().describe('Their wishes, in their own words.'),
      }),
      execute: ({ job, job_id, cv_id, tone, instructions }, { abortSignal }) =>
        orRefusal(async () => {
          const proposed = question.conversation.findLast(({ role }) => role === 'assistant')?.text ?? '';
          const isAgreed = confirms(question.message) && namesLetter(proposed);
          if (!isAgreed && !namesLetter(question.message))
            return refusal('The message does not ask for a letter.');
          const one = job_id === undefined ? null : await workbench.job(job_id);
          const found = one ? [one] : named(await workbench.jobs(), readWords(job ?? ''), nameOfJob);
          if (found.length !== 1) {
            return refusal(
              found.length
                ? 'Several postings are called that: ask which.'
                : 'No saved posting is called that.',
            );
          }
          const cv = await workbench.cv(cv_id);
          if (!cv) return refusal('There is no such CV. The person can add one with POST /api/cv.');
          const letter = await workbench.draft(
            { job_id: found[0]!.id, cv_id: cv.id, tone, instructions },
            abortSignal,
          );
          material.addThings([letterThing(letter), cvThing(cv), jobThing(found[0]!)]);
          const { letter_id, version, text, draft, warnings } = letter;
          return { letter_id, version, text, draft, warnings: warnings.map(({ message }) => message) };
        }),
    }),
  };
}
