import { failures } from '../../../career/checks/index.ts';
import { derivedUuid } from '../../../kernel/ids.ts';
import type { NewMessage } from '../../../memory/types.ts';
import type { Findings } from './analyse.ts';

export const analysisMessageId = (id: string): string => derivedUuid('cv-analysis', id);

/** What memory keeps of an analysis: where the CV stood, and what was to be done first. Nothing of its text. */
export function analysisMessage(
  id: string,
  cv: { id: string; filename: string },
  findings: Findings,
): NewMessage {
  return {
    role: 'user',
    text: sentences(cv.filename, findings),
    message_id: analysisMessageId(id),
    conversation_id: cv.id,
    context_type: 'cv',
    metadata: { kind: 'cv_analysis', id },
  };
}

function sentences(filename: string, { readability, writing, job_match, job }: Findings): string {
  const parts = [
    `I had my CV «${filename}» checked: ${readability.passed} of ${readability.total} readability checks and ${writing.passed} of ${writing.total} writing checks passed.`,
  ];
  const todo = failures(readability, writing).slice(0, 3);
  if (todo.length > 0)
    parts.push(`To do first: ${todo.map(({ action }, i) => `${i + 1}. ${action}`).join(' ')}`);
  if (job && job_match) {
    const name = [job.title ?? 'a posting', job.company_name && `at ${job.company_name}`]
      .filter(Boolean)
      .join(' ');
    const { met, total } = job_match.required;
    const missing = job_match.missing.slice(0, 5).map((skill) => skill.name);
    parts.push(`Held against ${name}, it meets ${met} of ${total} required points.`);
    if (missing.length > 0) parts.push(`Missing: ${missing.join(', ')}.`);
  }
  return parts.join(' ');
}
