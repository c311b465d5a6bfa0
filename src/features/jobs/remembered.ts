import { derivedUuid } from '../../kernel/ids.ts';
import type { NewMessage } from '../../memory/types.ts';
import type { Job } from './job.ts';

/** What memory keeps of a saved posting: one plain sentence or two, found again by what the job is. */
export function savedMessage(job: Job): NewMessage {
  return {
    role: 'user',
    text: sentence(job),
    message_id: derivedUuid('posting-saved', job.id),
    conversation_id: job.id,
    context_type: 'posting',
    metadata: { kind: 'posting', id: job.id },
  };
}

function sentence({
  title,
  company_name,
  location,
  remote,
  salary,
  expires_at,
  skills_required,
}: Job): string {
  const what = [title ?? 'a job', company_name && `at ${company_name}`].filter(Boolean).join(' ');
  const where = location ?? (remote ? 'remote' : null);
  const parts = [`I saved a job posting: ${what}${where ? ` (${where})` : ''}.`];
  if (salary) {
    const ends = [...new Set([salary.min, salary.max])].filter((end) => end !== null);
    const unit = [salary.currency, salary.period && `a ${salary.period}`].filter(Boolean).join(' ');
    parts.push(
      `Salary: ${ends.map((end) => end.toLocaleString('en-US')).join(' to ')} ${unit}`.trim().concat('.'),
    );
  }
  if (skills_required.length > 0) parts.push(`It asks for ${skills_required.slice(0, 12).join(', ')}.`);
  if (expires_at) parts.push(`It closes on ${expires_at.slice(0, 10)}.`);
  return parts.join(' ');
}
