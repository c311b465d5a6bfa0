/** Signs and words of currencies, the longer ones first where one begins another. */
const signs: [sign: string, code: string | null, assumed?: string][] = [
  ['US$', 'USD'],
  ['CA$', 'CAD'],
  ['AU$', 'AUD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['C$', 'CAD'],
  ['A$', 'AUD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['$', 'USD', 'The sign $ was read as US dollars.'],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₴', 'UAH'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
  ['฿', 'THB'],
  ['¥', 'JPY', 'The sign ¥ was read as Japanese yen.'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['Ft', 'HUF'],
  ['Fr.', 'CHF'],
  ['kr', null, 'The sign kr stands for several currencies, so none was taken.'],
];

const codes =
  'USD EUR GBP CHF CAD AUD NZD SGD HKD JPY CNY RMB INR BRL MXN ARS CLP COP PEN SEK NOK DKK ISK PLN CZK HUF RON BGN TRY RUB UAH ILS AED SAR QAR KWD EGP MAD ZAR NGN KES GHS KRW TWD THB VND PHP IDR MYR PKR BDT LKR'.split(
    ' ',
  );
const words: Record<string, string> = {
  euro: 'EUR',
  euros: 'EUR',
  'us dollars': 'USD',
  'pounds sterling': 'GBP',
  pounds: 'GBP',
  sfr: 'CHF',
};

const quoted = (text: string) => text.replaceAll(/[.$]/g, '\\$&');

/** The source of an expression for anything that names a currency. */
export const currencyPattern = [
  ...signs.map(([sign]) =>
    /^[\p{L}]+$/u.test(sign) ? `(?<!\\p{L})${quoted(sign)}(?!\\p{L})` : quoted(sign),
  ),
  `(?<!\\p{L})(?:${[...codes, ...Object.keys(words)].join('|')})(?!\\p{L})`,
].join('|');

/** The source of an expression for a number as postings write it, grouped or not, with a suffix such as `k`. */
export const amountPattern =
  "\\d{1,3}(?:[.,'’ \\u00a0\\u202f]\\d{2,3})*(?:[.,'’ \\u00a0\\u202f]\\d{3})(?:[.,]\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d{1,2})?(?!\\d)";

export interface Currency {
  code: string | null;
  /** What was assumed to get there. */
  assumed?: string;
}

export function currencyOf(text: string): Currency {
  const sign = signs.find(([name]) => name.toLowerCase() === text.toLowerCase());
  if (sign) return { code: sign[1], assumed: sign[2] };
  const upper = text.toUpperCase();
  if (upper === 'RMB') return { code: 'CNY' };
  return { code: codes.includes(upper) ? upper : (words[text.toLowerCase()] ?? null) };
}

/** The ISO 4217 code that structured data names, by code or sign; null for what is neither. */
export function currencyCode(text: string): string | null {
  const trimmed = text.trim();
  if (/^[A-Za-z]{3}$/.test(trimmed)) return trimmed.toUpperCase();
  return currencyOf(trimmed).code;
}

/**
 * The value of a number as written: `60.000`, `110'000` and `12,00,000` are grouped, `22.50` and `12,5` have a fraction.
 * A last group of exactly three digits is a group, whatever separates it.
 */
export function amountOf(text: string, suffix = ''): number {
  const compact = text.replaceAll(/['’\s]/g, '');
  const fraction = /[.,](\d{1,2})$/.exec(compact);
  const whole = (fraction ? compact.slice(0, fraction.index) : compact).replaceAll(/[.,]/g, '');
  return round(Number(`${whole}.${fraction?.[1] ?? '0'}`) * multiplier(suffix));
}

function multiplier(suffix: string): number {
  if (/^(k|tsd\.?|thousand)$/i.test(suffix)) return 1_000;
  if (/^(lpa|lakhs?|lacs?)$/i.test(suffix)) return 100_000;
  return 1;
}

/** 52.3 * 1000 is not a whole number in binary. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
