import { describe, expect, it } from 'vitest';
import type { Application } from '../../../api/schema.d.ts';
import { daysOf } from './days.ts';

const application = (id: string, ...times: string[]) =>
  ({ id, timeline: times.map((at) => ({ at, kind: 'note' })) }) as unknown as Application;

describe('the timeline of all applications', () => {
  it('goes day by day, the newest first, and counts what is not shown', () => {
    const all = [
      application('a', '2026-03-01T12:00:00.000Z', '2026-03-03T12:00:00.000Z'),
      application('b', '2026-03-03T12:00:00.000Z', '2026-03-03T12:00:00.000Z'),
    ];
    const { days, total } = daysOf(all, 3);
    expect(total).toBe(4);
    expect(days.map(({ day, moments }) => [day, moments.map(({ key }) => key)])).toEqual([
      ['2026-03-03', ['b-1', 'b-0', 'a-1']],
    ]);
    expect(daysOf(all, 9).days.map(({ day }) => day)).toEqual(['2026-03-03', '2026-03-01']);
    // A day that was imported stands under itself, wherever one is, above what happened at a time of the day before.
    const late = new Date(2026, 2, 2, 23, 59, 30).toISOString();
    const mixed = daysOf([application('c', '2026-03-03T00:00:00.000Z', late)], 9).days;
    expect(mixed.map(({ day }) => day)).toEqual(['2026-03-03', '2026-03-02']);
  });
});
