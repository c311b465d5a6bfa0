import type { PostingWarning, Salary, SalaryPeriod } from './draft.ts';
import { amountOf, amountPattern, currencyOf, currencyPattern } from './money.ts';
import { periodIn, periodPattern } from './period.ts';

export interface SalaryReading {
  salary: Salary;
  warnings: PostingWarning[];
}

/** What `integer` holds in Postgres. */
const largest = 2_147_483_647;

const suffix = '(?:\\s?(k|tsd\\.?|thousand|lpa|lakhs?|lacs?)(?!\\p{L}))?';
const amount = (name: string) =>
  `(?<${name}c>${currencyPattern})?\\s*(?<${name}n>${amountPattern})${suffix.replace('(k', `(?<${name}s>k`)}\\s*(?<${name}d>${currencyPattern})?`;
const between = '\\s*(?:-|–|—|‒|−|~|\\bto\\b|\\bbis\\b|\\bund\\b|\\band\\b|\\bà\\b|\\ba\\b|\\.\\.\\.?)\\s*';
const bound =
  "(?<bound>\\b(?:up to|bis zu|bis|max(?:imum|\\.)?|jusqu['’]à|hasta|from|ab|starting (?:at|from)|at least|min(?:imum|\\.)?|à partir de|desde)\\s*:?\\s*)?";
const expression = new RegExp(
  `${bound}${amount('a')}(?:(?<unit>${periodPattern})?${between}${amount('b')})?(?<plus>\\+)?`,
  'giu',
);

const labels =
  /\b(salary|salaries|compensation|pay|wage|remuneration|package|ctc|ote|rate|gehalt|jahresgehalt|verg[uü]tung|lohn|r[ée]mun[ée]ration|salaire|salario|stipendio|l[öo]n)\b/iu;
/** What else postings count in money: these amounts are nobody's pay. */
const otherMoney =
  /\b(rais(ed|ing)|funding|funded|series [a-e]|revenue|turnover|arr|valuation|valued|budget|bonus|stipend|allowance|referral|reimburs\w*|credit|portfolio|assets|customers|grant|prize|investment|backed|sign-?on|relocation|transactions?|deals?|401)\b/iu;

interface Candidate extends SalaryReading {
  score: number;
}

/** The salary in words that are known to tell one, such as the column of a table; null where there is no number. */
export function parseSalary(text: string): SalaryReading | null {
  return best(candidates(text, { isLabelled: true }));
}

/** The salary that a text mentions; other amounts of money (funding, budgets, bonuses) are passed over. */
export function findSalary(text: string): SalaryReading | null {
  const found: Candidate[] = [];
  for (const line of text.split('\n')) {
    // Lines without a digit are most of a posting; very long ones are looked at in part.
    if (/\d/.test(line)) found.push(...candidates(line.slice(0, 2_000), { isLabelled: false }));
  }
  return best(found);
}

function best(found: Candidate[]): SalaryReading | null {
  const top = found.reduce<Candidate | null>(
    (winner, candidate) => (winner && winner.score >= candidate.score ? winner : candidate),
    null,
  );
  return top && { salary: top.salary, warnings: top.warnings };
}

function candidates(line: string, { isLabelled }: { isLabelled: boolean }): Candidate[] {
  const found: Candidate[] = [];
  for (const match of line.matchAll(expression)) {
    const before = line.slice(Math.max(0, match.index - 60), match.index);
    const after = line.slice(match.index + match[0].length, match.index + match[0].length + 40);
    if (/^\s?(%|m\b|mm\b|mn\b|mio|mill|bn\b|b\b|billion|x\b|\(k\))/iu.test(after)) continue;
    if (/^401\s?k?$/i.test(match[0].trim())) continue;
    const reading = read(match, before, after);
    if (!reading) continue;
    const score = isLabelled ? 10 + reading.strength : confidence(reading, before, after);
    if (score > 0) found.push({ salary: reading.salary, warnings: reading.warnings, score });
  }
  return found;
}

/** Positive where the amount is likely pay. */
function confidence(reading: Read, before: string, after: string): number {
  const isNamed = labels.test(before) || labels.test(after);
  const isOther = otherMoney.test(before.slice(-30)) || otherMoney.test(after.slice(0, 25));
  if (isOther && !isNamed) return 0;
  if (!reading.hasCurrency) return isNamed && reading.isLarge ? 2 + reading.strength : 0;
  if (isNamed || reading.hasPeriod || reading.isRange) return 4 + reading.strength + (isNamed ? 3 : 0);
  return reading.isLarge ? 2 : 0;
}

interface Read extends SalaryReading {
  strength: number;
  hasCurrency: boolean;
  hasPeriod: boolean;
  isRange: boolean;
  isLarge: boolean;
}

function read(match: RegExpExecArray, before: string, after: string): Read | null {
  const groups = match.groups ?? {};
  const isRange = groups.bn !== undefined;
  let low = amountOf(groups.an!, groups.as);
  const high = isRange ? amountOf(groups.bn!, groups.bs) : null;
  // «120–150k»: the suffix is meant for both.
  if (high !== null && !groups.as && groups.bs && low < 1_000) low = amountOf(groups.an!, groups.bs);
  const warnings: PostingWarning[] = [];
  const sign = groups.ac ?? groups.ad ?? groups.bc ?? groups.bd;
  const isLakh = /^l/i.test(groups.as ?? groups.bs ?? '');
  const currency = sign ? currencyOf(sign) : { code: isLakh ? 'INR' : null };
  if ('assumed' in currency && currency.assumed) warn(warnings, 'salary_currency_assumed', currency.assumed);
  if (currency.code === null && !sign)
    warn(warnings, 'salary_without_currency', 'The salary names no currency.');
  const { min, max } = ends(low, high, groups);
  const told = isLakh
    ? 'year'
    : (periodIn(after.slice(0, 30), 'after') ??
      periodIn(groups.unit ?? '', 'after') ??
      periodIn(before, 'before'));
  const period = told ?? assumedPeriod(high ?? low, currency.code, warnings);
  const salary = rounded(
    { min, max, currency: currency.code, period, text: phrase(match[0], after) },
    warnings,
  );
  if (!salary) return null;
  const isLarge = (high ?? low) >= 10_000;
  const strength = (isRange ? 2 : 0) + (told ? 2 : 0) + (sign ? 1 : 0);
  return { salary, warnings, strength, hasCurrency: !!sign, hasPeriod: told !== null, isRange, isLarge };
}

function ends(low: number, high: number | null, { bound, plus }: Record<string, string | undefined>) {
  if (high !== null) return { min: Math.min(low, high), max: Math.max(low, high) };
  if (plus) return { min: low, max: null };
  if (!bound) return { min: low, max: low };
  return /^(up to|bis|max|jusqu|hasta)/i.test(bound) ? { min: null, max: low } : { min: low, max: null };
}

/** Currencies in which five digits can only be what a year brings. */
const large = new Set([null, 'USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'NZD', 'SGD']);

function assumedPeriod(
  value: number,
  currency: string | null,
  warnings: PostingWarning[],
): SalaryPeriod | null {
  if (value < 20_000 || !large.has(currency)) {
    warn(warnings, 'salary_without_period', 'The salary does not say what time it is for.');
    return null;
  }
  warn(warnings, 'salary_period_assumed', 'The salary names no period; its size was read as that of a year.');
  return 'year';
}

/** Whole numbers within what the column holds; null where nothing is left. */
function rounded(salary: Salary, warnings: PostingWarning[]): Salary | null {
  const { min, max } = salary;
  if ((min ?? max ?? 0) <= 0 || (max ?? min ?? 0) > largest) return null;
  if ([min, max].some((value) => value !== null && !Number.isInteger(value))) {
    warn(warnings, 'salary_rounded', `The salary «${salary.text}» was rounded to whole units.`);
  }
  return {
    ...salary,
    min: min === null ? null : Math.round(min),
    max: max === null ? null : Math.round(max),
  };
}

const trailing = new RegExp(`^${periodPattern}`, 'iu');

/** The words as they stood, with those on the period. */
function phrase(found: string, after: string): string {
  const rest = trailing.exec(after)?.[0] ?? '';
  return (found + rest).replaceAll(/\s+/g, ' ').trim().slice(0, 200);
}

function warn(warnings: PostingWarning[], code: string, message: string): void {
  warnings.push({ code, message });
}
