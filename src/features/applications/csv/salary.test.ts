import { expect, test } from 'vitest';
import { parseSalary, salaryCell } from './salary.ts';

test.each([
  ['$120,000 - $140,000 / yr', 'USD 120000-140000 per YEAR'],
  ['120-140k', '120000-140000'],
  ['$120k–$140k', 'USD 120000-140000'],
  ['EUR 65.000', 'EUR 65000'],
  ["CHF 110'000 per annum", 'CHF 110000 per YEAR'],
  ['£45 per hour', 'GBP 45 per HOUR'],
  ['65 000 €', 'EUR 65000'],
  ['4.500,00 € monthly', 'EUR 4500 per MONTH'],
  ['USD 120000-140000 per YEAR', 'USD 120000-140000 per YEAR'],
])('%s is %s', (text, cell) => {
  expect(salaryCell(parseSalary(text))).toBe(cell);
});

test.each(['competitive', '', '1 2 3 4 5 - 6 - 7', '99999999999'])('%j tells no salary', (text) => {
  expect(parseSalary(text)).toBeNull();
});
