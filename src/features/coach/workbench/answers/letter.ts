import { AppError } from '../../../../kernel/errors.ts';
import type { Cv } from '../../../cv/index.ts';
import type { Job } from '../../../jobs/index.ts';
import { cvThing, jobThing, letterThing, titleOf } from '../things.ts';
import type { Workbench } from '../workbench.ts';
import { paragraphs, plain, type WorkbenchAnswer } from './answer.ts';

const MOST_WARNINGS = 5;

/** «Write me a cover letter for this job»: a draft from the CV's own lines, kept with the letters, and what it lacks. */
export async function answerLetter(
  workbench: Workbench,
  cv: Cv,
  job: Job,
  signal?: AbortSignal,
): Promise<WorkbenchAnswer> {
  const title = plain(titleOf(job.title, job.company_name));
  const things = [cvThing(cv), jobThing(job)];
  try {
    const letter = await workbench.draft({ cv_id: cv.id, job_id: job.id }, signal);
    const warnings = letter.warnings.slice(0, MOST_WARNINGS).map(({ message }) => `- ${plain(message)}`);
    const text = paragraphs(
      `This is a draft for ${title}, put together from ${plain(cv.filename)} and from what you told me. What stands in brackets is yours to write:`,
      letter.text
        .trim()
        .split('\n')
        .map((line) => `> ${line}`.trim())
        .join('\n'),
      warnings.length > 0 && `Before you send it:\n\n${warnings.join('\n')}`,
      `It is kept as version ${letter.version} of letter (${letter.letter_id}): \`GET /api/letters/${letter.letter_id}\` shows it with the source of each claim. A language model would write the sentences between.`,
    );
    return { text, things: [letterThing(letter), ...things] };
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    return { text: `I could not draft a letter for ${title}: ${error.detail ?? error.title}`, things };
  }
}
