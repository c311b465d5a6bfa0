import type { Kysely } from 'kysely';
import { invalidInput, notFound } from '../../../kernel/errors.ts';
import type { Database } from '../../../store/index.ts';
import type { Identities } from '../../account/index.ts';
import { findJob } from '../../jobs/index.ts';
import type { AnalysedJob } from './analyse.ts';

interface Given {
  job_id?: string;
  job_text?: string;
  target_title?: string;
}

/** The posting that is asked for: a saved one of the caller's, or a pasted text; null for none. */
export async function jobOf(
  db: Kysely<Database>,
  identities: Identities,
  { job_id, job_text, target_title }: Given,
): Promise<AnalysedJob | null> {
  if (job_id !== undefined && job_text !== undefined) {
    throw invalidInput([{ field: 'job_text', message: 'cannot be given together with job_id' }]);
  }
  if (job_text !== undefined) {
    return { id: null, title: target_title ?? null, company_name: null, text: job_text };
  }
  if (job_id === undefined) return null;
  const job = await findJob(db, identities, job_id);
  if (!job) throw notFound('Posting');
  const text = postingText(job);
  if (text.trim() === '')
    throw invalidInput([{ field: 'job_id', message: 'names a posting without a text' }]);
  return { id: job.id, title: job.title, company_name: job.company_name, text };
}

interface PostingParts {
  description: string | null;
  requirements: string[];
  responsibilities: string[];
  skills_required: string[];
}

/** The description, with the lists that were kept apart from it and are not in it. */
export function postingText({
  description,
  requirements,
  responsibilities,
  skills_required,
}: PostingParts): string {
  const text = description ?? '';
  const listed = (heading: string, lines: string[]) => {
    const missing = lines.filter((line) => !text.includes(line));
    return missing.length > 0 ? [`${heading}:\n${missing.map((line) => `- ${line}`).join('\n')}`] : [];
  };
  return [
    text,
    ...listed('Responsibilities', responsibilities),
    ...listed('Requirements', requirements),
    // Skills are often named in the text in another form; where there is any text, they are in it.
    ...(text === '' && requirements.length === 0 ? listed('Requirements', skills_required) : []),
  ]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
}
