import type { Application } from '../../../api/schema.d.ts';

/** The words of a job; a posting need not have named either. */
export function titleOf({ job }: Pick<Application, 'job'>): string {
  return job.title.trim() || 'Job without a title';
}

export function companyOf({ job }: Pick<Application, 'job'>): string {
  return job.company.trim();
}

/** «Nurse, Sunrise Medical Center». */
export function nameOf(application: Pick<Application, 'job'>): string {
  return [titleOf(application), companyOf(application)].filter(Boolean).join(', ');
}
