import { describe, expect, it } from 'vitest';
import { salaryText } from './salary.ts';

const plain = (text: string | null) => text?.replaceAll(/[\s\u00a0\u2009]+/g, ' ');

describe('a salary in words', () => {
  it('tells bounds, currency and period, as far as they are known', () => {
    const salary = { min: 60_000, max: 80_000, currency: 'EUR', period: 'YEAR' };
    expect(plain(salaryText(salary))).toMatch(/€60,000.*80,000 a year$/);
    expect(plain(salaryText({ ...salary, max: null, period: 'hour' }))).toBe('from €60,000 an hour');
    expect(plain(salaryText({ ...salary, min: null, period: null }))).toBe('up to €80,000');
    expect(plain(salaryText({ ...salary, currency: '$$', period: null }))).toBe('60,000 – 80,000 $$');
    expect(salaryText({ ...salary, min: null, max: null })).toBeNull();
    expect(salaryText(null)).toBeNull();
  });
});
