import type { Application, JobSummary } from '../../../api/schema.d.ts';
import { localDay } from '../../../ui/dates.tsx';
import { isClosed } from '../shared/stages.ts';

export type EntryKind = 'interview' | 'reminder' | 'deadline';

export interface Entry {
  key: string;
  kind: EntryKind;
  /** ISO 8601. */
  at: string;
  /** 2026-03-01, in the browser's time zone. */
  day: string;
  application: Application;
}

/** Interviews, reminders, and until when one can apply for what is only saved; by time. */
export function entriesOf(
  applications: readonly Application[],
  jobs: readonly Pick<JobSummary, 'id' | 'expires_at'>[],
): Entry[] {
  const deadlines = new Map(jobs.map(({ id, expires_at }) => [id, expires_at]));
  return applications
    .flatMap((application) => {
      const { id, stage, interview_at, remind_at, job } = application;
      const deadline = stage === 'saved' ? (deadlines.get(job.id) ?? null) : null;
      const times: [EntryKind, string | null][] = [
        ['interview', interview_at],
        ['reminder', isClosed(stage) && stage !== 'accepted' ? null : remind_at],
        ['deadline', deadline],
      ];
      return times.flatMap(([kind, at]) =>
        at === null ? [] : [{ key: `${id}-${kind}`, kind, at, day: localDay(new Date(at)), application }],
      );
    })
    .sort((a, b) => a.at.localeCompare(b.at) || a.key.localeCompare(b.key));
}

export function byDay(entries: readonly Entry[]): Map<string, Entry[]> {
  return Map.groupBy(entries, ({ day }) => day);
}
