const SIGNS: Record<string, string> = { $: 'USD', '€': 'EUR', '£': 'GBP', '₹': 'INR', '¥': 'JPY' };
const WORDS: Record<string, string> = {
  usd: 'USD',
  dollars: 'USD',
  dollar: 'USD',
  bucks: 'USD',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  gbp: 'GBP',
  pounds: 'GBP',
  quid: 'GBP',
  chf: 'CHF',
  francs: 'CHF',
  cad: 'CAD',
  aud: 'AUD',
  inr: 'INR',
  rupees: 'INR',
  lpa: 'INR',
  pln: 'PLN',
  sek: 'SEK',
  nok: 'NOK',
  dkk: 'DKK',
  jpy: 'JPY',
  sgd: 'SGD',
};
const CODE = Object.keys(WORDS).join('|');

/** A sum of money as it is written; `money` of its match reads it. */
export const MONEY = `(?:(?<sign>[$€£₹¥])\\s?|(?<pre>(?:${CODE})\\b)\\s?)?(?<digits>\\d{1,3}(?:[,.' ]\\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?)\\s?(?<times>k\\b|thousand\\b|million\\b)?\\s?(?:(?<post>[$€£₹¥]|(?:${CODE})\\b))?(?:\\s?(?:gross|net|brutto|before tax(?:es)?|after tax(?:es)?|base|plus bonus|all in))?(?<period>\\s?(?:(?:an?|per|each|every|\\/|p\\.?)\\s?(?:year|yr|annum|a\\b|month|mo\\b|hour|hr|h\\b|day|week)|annually|yearly|monthly|hourly))?`;

const PERIODS: [RegExp, string][] = [
  [/month|mo\b/i, 'per month'],
  [/hour|hr|\bh\b/i, 'per hour'],
  [/day/i, 'per day'],
  [/week/i, 'per week'],
];

const ANY_SUM = new RegExp(MONEY, 'iu');

/** Whether a text that is meant as pay holds a sum, of whatever period: «60k», «between 50 and 60k», «25 USD per hour». */
export function holdsSum(text: string): boolean {
  const found = ANY_SUM.exec(text);
  if (!found || /(?:^|[\s$€£₹¥])[-−]\s?[$€£₹¥]?$/.test(text.slice(0, found.index))) return false;
  return /[1-9]/.test(found.groups!.digits!);
}

/**
 * «60k €» as `60000 EUR per year`. Null for what is no pay: a small number with neither a currency nor a period. Pay
 * without a period is a year's from 10,000 up; below, it is left open.
 */
export function money(groups: Record<string, string | undefined>): string | null {
  const sign = groups.sign ?? groups.post;
  const word = (groups.pre ?? groups.post ?? '').toLowerCase();
  const currency = (sign && SIGNS[sign]) || WORDS[word] || '';
  const digits = groups.digits ?? '';
  const plain = /^\d{1,3}(?:[,.' ]\d{3})+$/.test(digits) ? digits.replace(/\D/g, '') : digits;
  const factor = /^k|thousand/i.test(groups.times ?? '')
    ? 1_000
    : /million/i.test(groups.times ?? '')
      ? 1_000_000
      : 1;
  const amount = Math.round(Number(plain) * factor * 100) / 100;
  const named = groups.period ?? '';
  const period =
    PERIODS.find(([pattern]) => pattern.test(named))?.[1] ?? (named || amount >= 10_000 ? 'per year' : '');
  if (!Number.isFinite(amount) || amount <= 0 || amount > 100_000_000) return null;
  if (!named && !groups.times && amount < 1_000) return null;
  if (!currency && amount >= 1_900 && amount <= 2_100 && !named) return null;
  return [String(amount), currency, period].filter(Boolean).join(' ');
}
