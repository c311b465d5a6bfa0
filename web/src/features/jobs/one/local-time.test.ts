import { expect, it } from 'vitest';
import { noonOf, toISO, toLocal } from './local-time.ts';

it('brings times of the browser to UTC and back', () => {
  const iso = new Date(2026, 2, 1, 14, 5).toISOString();
  expect(toLocal(iso)).toBe('2026-03-01T14:05');
  expect(toISO('2026-03-01T14:05')).toBe(iso);
  expect([toLocal(null), toISO('')]).toEqual(['', null]);
});

it('keeps a day at noon in UTC, and today at no later than now', () => {
  const now = Date.parse('2026-03-01T09:00:00.000Z');
  const today = toLocal(new Date(now).toISOString()).slice(0, 10);
  expect(noonOf('2026-02-27', now)).toBe('2026-02-27T12:00:00.000Z');
  expect(Date.parse(noonOf(today, now)!)).toBeLessThanOrEqual(now);
  expect(noonOf('', now)).toBeNull();
});
