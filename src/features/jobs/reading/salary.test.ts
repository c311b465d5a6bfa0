import { expect, test } from 'vitest';
import { findSalary, parseSalary } from './salary.ts';

test.each<[string, number | null, number | null, string | null, string | null]>([
  ['$120k–$150k', 120000, 150000, 'USD', 'year'],
  ['120-150k USD', 120000, 150000, 'USD', 'year'],
  ['£45,000 per annum', 45000, 45000, 'GBP', 'year'],
  ['€60.000 - €75.000', 60000, 75000, 'EUR', 'year'],
  ['60 000 € brutto/Jahr', 60000, 60000, 'EUR', 'year'],
  ['up to 90k', null, 90000, null, 'year'],
  ['from $100,000', 100000, null, 'USD', 'year'],
  ['90k+', 90000, null, null, 'year'],
  ['50-60 EUR/hour', 50, 60, 'EUR', 'hour'],
  ['$22.50/hr', 23, 23, 'USD', 'hour'],
  ["CHF 110'000", 110000, 110000, 'CHF', 'year'],
  ['2.500 € pro Monat', 2500, 2500, 'EUR', 'month'],
  ['£500 a day', 500, 500, 'GBP', 'day'],
  ['₹12,00,000 - ₹15,00,000', 1200000, 1500000, 'INR', null],
  ['12-18 LPA', 1200000, 1800000, 'INR', 'year'],
  ['100.000 kr', 100000, 100000, null, 'year'],
  ['$95,000.00/yr - $120,000.00/yr', 95000, 120000, 'USD', 'year'],
])('%s', (text, min, max, currency, period) => {
  expect(parseSalary(text)?.salary).toMatchObject({ min, max, currency, period });
});

test('what was assumed is told', () => {
  const codes = (text: string) => parseSalary(text)?.warnings.map(({ code }) => code);
  expect(codes('$120k')).toEqual(['salary_currency_assumed', 'salary_period_assumed']);
  expect(codes('€22.50/hour')).toEqual(['salary_rounded']);
  expect(codes('EUR 70,000 per year')).toEqual([]);
  expect(codes('40')).toEqual(['salary_without_currency', 'salary_without_period']);
});

test.each(['Competitive', 'DOE', '', 'tba'])('«%s» tells none', (text) => {
  expect(parseSalary(text)).toBeNull();
});

test.each([
  ['The base pay range is $133,000-$194,000 + bonus.', 133000],
  ['We raised $50M in 2023.\nGehalt: 55.000 bis 65.000 Euro im Jahr', 55000],
  ['The hourly rate is $45 - $60.', 45],
])('%s is found in running text', (text, min) => {
  expect(findSalary(text)?.salary.min).toBe(min);
});

test.each([
  'We raised $50M in 2023.',
  'a $1,000 learning budget',
  'a €10k bonus',
  '401(k) match, 401k compensation plan',
  'budgets of $2 million',
  'a team of 10 to 15 people',
  'founded 2010 - 2012',
])('%s is nobody’s pay', (text) => {
  expect(findSalary(text)).toBeNull();
});
