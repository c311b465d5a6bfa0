import { expect, it } from 'vitest';
import { isLate } from './late.ts';

it('is late from the day after on, where the person is', () => {
  const due = { date: '2026-11-22', text: 'by Sunday' };
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour);
  expect(isLate({ state: 'open', due }, at(22, 23))).toBe(false);
  expect(isLate({ state: 'open', due }, at(23, 0))).toBe(true);
  expect(isLate({ state: 'done', due }, at(23, 0))).toBe(false);
  expect(isLate({ state: 'open', due: null }, at(23, 0))).toBe(false);
});
