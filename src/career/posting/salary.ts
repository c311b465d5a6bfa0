import type { Salary } from './types.ts';

const signs: Record<string, string | null> = {
  $: null,
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '¥': null,
  US$: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  zł: 'PLN',
  R$: 'BRL',
};
const codes =
  'USD|EUR|GBP|CAD|AUD|NZD|CHF|INR|JPY|CNY|SEK|NOK|DKK|PLN|CZK|HUF|SGD|HKD|ZAR|BRL|MXN|AED|ILS|TRY';
const sign = `(?:US\\$|CA?\\$|AU?\\$|NZ\\$|R\\$|[$€£₹¥]|zł|\\b(?:${codes})\\b)`;
const amount = "(\\d{1,3}(?:[.,'’\\u00a0 ]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?)\\s?(k\\b)?";
const period =
  '(?:(?:\\s*(?:gross|net|brutto|plus \\w+))?\\s*(?:(?:per|an?|/|each|p\\.?)\\s?(hour|hr|day|diem|week|wk|month|mo|year|yr|annum|h|a)\\b\\.?|\\b(hourly|daily|weekly|monthly|annually|annual|yearly|pa|p\\.a\\.|ph)\\b))?';
const pattern = new RegExp(
  `(${sign})?\\s?${amount}(?:\\s*(?:-|–|—|to|and|bis)\\s*(${sign})?\\s?${amount})?\\s?(${sign})?${period}`,
  'gi',
);
const speaksOfPay =
  /\b(?:salary|pay|compensation|wage|rate|remuneration|ote|stipend|earn\w*|gehalt|base|package|range|up to|starting)\b/i;

const periods: [RegExp, Salary['period']][] = [
  [/^(?:hour|hr|hourly|h|ph)$/i, 'hour'],
  [/^(?:day|diem|daily)$/i, 'day'],
  [/^(?:week|wk|weekly)$/i, 'week'],
  [/^(?:month|mo|monthly)$/i, 'month'],
  [/^(?:year|yr|annum|a|annually|annual|yearly|pa|p\.a\.)$/i, 'year'],
];

/** «45.000», «45,000», «45 000» and «45k» are forty-five thousand; «18.50» is eighteen and a half. */
function amountOf(written: string, thousands: string | undefined): number {
  const cents = /[.,](\d{1,2})$/.exec(written);
  const whole = (cents ? written.slice(0, cents.index) : written).replace(/\D/g, '');
  return (Number(whole) + (cents ? Number(`0.${cents[1]}`) : 0)) * (thousands ? 1000 : 1);
}

function currencyOf(found: (string | undefined)[], text: string): string | null {
  const written = found.find(Boolean)?.trim().toUpperCase();
  if (!written) return null;
  const known = signs[written] ?? signs[written.toLowerCase()];
  if (known) return known;
  if (/^[A-Z]{3}$/.test(written)) return written;
  // A bare dollar is the one whose code the posting names elsewhere.
  const named = [...new Set(text.match(/\b(?:USD|CAD|AUD|NZD|SGD|HKD|JPY|CNY)\b/g))];
  return named.length === 1 ? named[0]! : null;
}

/** The first amount of the text that is told as pay; null where there is none. */
export function salaryIn(text: string): Salary | null {
  for (const match of text.matchAll(pattern)) {
    const [all, sign1, min, k1, sign2, max, k2, sign3, per, adverb] = match;
    if (!sign1 && !sign2 && !sign3) continue;
    const rest = text.slice(match.index + all.length, match.index + all.length + 12);
    if (/^\s?(?:m\b|mm\b|million|bn\b|billion|b\b|\+?\s*(?:in )?(?:revenue|arr|funding))/i.test(rest))
      continue;
    const unit = per ?? adverb;
    const found = periods.find(([name]) => unit && name.test(unit))?.[1] ?? null;
    const lead = text
      .slice(Math.max(0, match.index - 60), match.index)
      .split('\n')
      .at(-1)!;
    if (!found && !speaksOfPay.test(lead)) continue;
    const low = amountOf(min!, k1 ?? k2);
    const high = max ? amountOf(max, k2 ?? k1) : null;
    const lead0 = all.length - all.trimStart().length;
    const start = match.index + lead0;
    const end = match.index + all.trimEnd().length;
    const upTo = /\b(?:up to|maximum|max)\s*$/i.test(lead);
    return {
      text: text.slice(start, end),
      min: upTo ? null : low,
      max: upTo ? low : high,
      currency: currencyOf([sign1, sign2, sign3], text),
      period: found,
      span: { start, end },
    };
  }
  return null;
}
