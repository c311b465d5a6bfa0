import type { PostingWarning, Salary } from './draft.ts';
import type { Resolve } from './job-posting.ts';
import type { JsonObject } from './json-ld.ts';
import { amountOf, currencyCode } from './money.ts';
import { periodOfUnit } from './period.ts';
import { parseSalary } from './salary.ts';
import { asText } from './values.ts';

/** What `integer` holds in Postgres. */
const largest = 2_147_483_647;

interface Reading {
  salary: Salary | null;
  warnings: PostingWarning[];
}

/** A posting's `baseSalary` in any of the forms that sites give it: a MonetaryAmount, a number, a text, a list. */
export function baseSalary(posting: JsonObject, resolve: Resolve): Reading {
  const told = resolve([posting.baseSalary].flat()[0]);
  const currency = asText(posting.salaryCurrency);
  if (typeof told === 'string' && !isNumber(told)) {
    const read = parseSalary(told);
    return read ? { salary: read.salary, warnings: read.warnings } : { salary: null, warnings: [] };
  }
  if (told === null || typeof told !== 'object') return fromAmounts({ value: told }, currency, null, resolve);
  const amount = told as JsonObject;
  const inner = resolve([amount.value].flat()[0]);
  const quantity = inner !== null && typeof inner === 'object' ? (inner as JsonObject) : amount;
  const unit = asText(quantity.unitText ?? amount.unitText ?? quantity.unitCode);
  return fromAmounts(quantity, asText(amount.currency ?? quantity.currency) ?? currency, unit, resolve);
}

function fromAmounts(
  quantity: JsonObject,
  currency: string | null,
  unit: string | null,
  resolve: Resolve,
): Reading {
  const single = numberOf(resolve(quantity.value));
  let min = numberOf(quantity.minValue) ?? single;
  let max = numberOf(quantity.maxValue) ?? (numberOf(quantity.minValue) === null ? single : null);
  if (min === null && max === null) return { salary: null, warnings: [] };
  const warnings: PostingWarning[] = [];
  if (min !== null && max !== null && min > max) [min, max] = [max, min];
  const period = unit === null ? null : periodOfUnit(unit);
  if (period === null)
    warnings.push({ code: 'salary_without_period', message: 'The salary does not say what time it is for.' });
  const code = currency === null ? null : currencyCode(currency);
  if (code === null)
    warnings.push({ code: 'salary_without_currency', message: 'The salary names no currency.' });
  const text = [
    currency,
    [min, max].filter((value) => value !== null).join('–'),
    unit && `per ${unit.toLowerCase()}`,
  ]
    .filter(Boolean)
    .join(' ');
  if ([min, max].some((value) => value !== null && !Number.isInteger(value)))
    warnings.push({ code: 'salary_rounded', message: `The salary «${text}» was rounded to whole units.` });
  return { salary: { min: rounded(min), max: rounded(max), currency: code, period, text }, warnings };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

/** Zero is what sites write for «not told». */
function numberOf(value: unknown): number | null {
  const text = asText(value);
  if (text === null || !isNumber(text)) return null;
  const number = amountOf(/[\d.,'’ ]+/.exec(text.trim())![0].trim(), /k$/i.test(text.trim()) ? 'k' : '');
  return Number.isFinite(number) && number > 0 && number <= largest ? number : null;
}

function isNumber(text: string): boolean {
  return /^\s*\d[\d.,'’ ]*k?\s*$/i.test(text);
}
