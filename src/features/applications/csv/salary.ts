import type { Salary } from '../application.ts';

const symbols: Record<string, string> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR' };

const periods: [RegExp, string][] = [
  [/\b(?:hour|hourly|hr|h)\b/i, 'HOUR'],
  [/\b(?:day|daily)\b/i, 'DAY'],
  [/\b(?:week|weekly|wk)\b/i, 'WEEK'],
  [/\b(?:month|monthly|mo)\b/i, 'MONTH'],
  [/\b(?:year|yearly|annual|annually|annum|yr|pa|p\.a)\b/i, 'YEAR'],
];

/** The most that the column holds. */
const most = 2_147_483_647;

/** A salary as a person writes it: «$120k - 140k / yr», «EUR 65.000». Null where there is no number to read. */
export function parseSalary(text: string): Salary | null {
  const numbers = [...text.matchAll(/(\d[\d.,'\u00A0\u202F ]*\d|\d)\s*(k\b)?/gi)].map(
    ([, digits, thousand]) => amount(digits!) * (thousand ? 1_000 : 1),
  );
  // «120-140k»: the k is meant for both.
  if (numbers.length === 2 && numbers[0]! < 1_000 && numbers[1]! >= 10_000 && /k/i.test(text))
    numbers[0]! *= 1_000;
  if (numbers.length === 0 || numbers.length > 2) return null;
  const [min, max] = numbers.map(Math.round).sort((a, b) => a - b) as [number, number?];
  if ((max ?? min) > most) return null;
  return {
    min,
    max: max ?? min,
    currency: /\b[A-Z]{3}\b/.exec(text)?.[0] ?? symbols[/[$€£¥₹]/.exec(text)?.[0] ?? ''] ?? null,
    period: periods.find(([pattern]) => pattern.test(text))?.[1] ?? null,
  };
}

/** A point or comma before the last one or two digits divides decimals; every other divides thousands. */
function amount(digits: string): number {
  const [, whole, decimals = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(digits)!;
  return Number(`${whole!.replaceAll(/\D/g, '')}.${decimals || 0}`);
}

/** «USD 120000-140000 per YEAR», which `parseSalary` reads back. */
export function salaryCell(salary: Salary | null): string | null {
  if (!salary) return null;
  const numbers = [...new Set([salary.min, salary.max].filter((value) => value !== null))].join('-');
  const period = salary.period ? `per ${salary.period}` : '';
  return [salary.currency, numbers, period].filter(Boolean).join(' ');
}
