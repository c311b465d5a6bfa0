import { describe, expect, it } from 'vitest';
import type { Application } from '../../../api/schema.d.ts';
import { byDay, entriesOf } from './entries.ts';

const application = (id: string, parts: Partial<Application>) =>
  ({
    id,
    stage: 'saved',
    job: { id: `job-${id}` },
    interview_at: null,
    remind_at: null,
    ...parts,
  }) as Application;

describe('what stands in the calendar', () => {
  it('has interviews, reminders, and deadlines of what is not applied for yet', () => {
    const at = '2026-03-05T12:00:00.000Z';
    const entries = entriesOf(
      [
        application('a', { interview_at: at, remind_at: '2026-03-02T12:00:00.000Z' }),
        application('b', { stage: 'applied' }),
        application('c', { stage: 'rejected', remind_at: at }),
        application('d', {}),
      ],
      [
        { id: 'job-b', expires_at: at },
        { id: 'job-d', expires_at: at },
      ],
    );
    expect(entries.map(({ key }) => key)).toEqual(['a-reminder', 'a-interview', 'd-deadline']);
    expect([...byDay(entries)].map(([day, list]) => [day, list.length])).toEqual([
      ['2026-03-02', 1],
      ['2026-03-05', 2],
    ]);
  });
});
