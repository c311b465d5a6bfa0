import { expect, it } from 'vitest';
import { toISO, toLocal } from './local-time.ts';

it('brings times of the browser to UTC and back', () => {
  const iso = new Date(2026, 2, 1, 14, 5).toISOString();
  expect(toLocal(iso)).toBe('2026-03-01T14:05');
  expect(toISO('2026-03-01T14:05')).toBe(iso);
  expect([toLocal(null), toISO('')]).toEqual(['', null]);
});
