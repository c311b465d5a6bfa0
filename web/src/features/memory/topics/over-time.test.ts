import { expect, test } from 'vitest';
import { overTime } from './over-time.ts';

test('buckets without a message are there, with nothing in them', () => {
  const topics = [
    { label: 'Salary', buckets: [{ start: '2026-01-05T00:00:00.000Z', count: 2 }] },
    { label: 'CV', buckets: [{ start: '2026-01-19T00:00:00.000Z', count: 1 }] },
  ];
  expect(overTime(topics, 'week').map(({ start: _, ...counts }) => counts)).toEqual([
    { Salary: 2, CV: 0 },
    { Salary: 0, CV: 0 },
    { Salary: 0, CV: 1 },
  ]);
  const months = topics.map((topic) => ({
    ...topic,
    buckets: topic.buckets.map((b) => ({ ...b, start: '2026-01-01T00:00:00.000Z' })),
  }));
  expect(overTime(months, 'month')).toHaveLength(1);
  expect(overTime([], 'week')).toEqual([]);
});
