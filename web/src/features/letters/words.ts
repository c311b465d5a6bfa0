import type { Letter } from '../../api/schema.d.ts';

export const tones: { value: Letter['tone']; label: string }[] = [
  { value: 'professional', label: 'Professional' },
  { value: 'formal', label: 'Formal' },
  { value: 'friendly', label: 'Friendly' },
  { value: 'smart', label: 'Witty' },
];

/** Who wrote a version, in words. */
export function writerOf({ engine }: Pick<Letter, 'engine'>): string {
  if (engine === 'person') return 'written by you';
  if (engine === 'offline') return 'a draft from quotations, without a model';
  if (engine === null) return 'written by another program';
  return `written by ${engine}`;
}

export const letterName = ({ job: { title, company_name } }: Pick<Letter, 'job'>): string =>
  `Letter for ${[title, company_name].filter(Boolean).join(', ') || 'a job'}`;
