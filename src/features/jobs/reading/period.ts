import type { SalaryPeriod } from './draft.ts';

const units: [period: SalaryPeriod, nouns: string, adverbs: string, before: string][] = [
  [
    'year',
    'years?|yrs?|annum|jahr|an|année|año|anno|ano',
    'annual(?:ly)?|yearly|jährlich|p\\.?\\s?a\\.?',
    'annual|yearly|jahresgehalt|annuelle?|anual',
  ],
  [
    'month',
    'months?|mos?|mth|monat|mois|mes|mese',
    'monthly|monatlich|p\\.?\\s?m\\.?',
    'monthly|monatsgehalt|mensuel(?:le)?|mensual',
  ],
  ['week', 'weeks?|wks?|woche|semaine|semana', 'weekly|p\\.?\\s?w\\.?', 'weekly'],
  ['day', 'days?|diem|tag|jour|día|giorno', 'daily', 'daily|day rate|tagessatz|tjm'],
  [
    'hour',
    'hours?|hrs?|h|stunde|std\\.?|heure|hora|ora',
    'hourly|p\\.?\\/?h\\.?',
    'hourly|stundensatz|stundenlohn',
  ],
];

const link = "(?:/|(?:per|pro|par|an?|each|al|por|je|im|la|all[’'])(?:\\s|$|(?<=[’'])))";

/** The source of an expression for the words by which an amount's period follows it: `/yr`, `per annum`, `hourly`. */
export const periodPattern = `[\\s,(]*(?:(?:gross|brutto|base)\\s*)?(?:${link}\\s*(?:${units
  .map(([, nouns]) => nouns)
  .join('|')})|${units.map(([, , adverbs]) => adverbs).join('|')})(?!\\p{L})`;

const after = units.map(
  ([period, nouns, adverbs]) =>
    [
      period,
      new RegExp(
        `^[\\s,(]*(?:(?:gross|brutto|base)\\s*)?(?:${link}\\s*(?:${nouns})|${adverbs})(?!\\p{L})`,
        'iu',
      ),
    ] as const,
);
const before = units.map(([period, , , words]) => [period, new RegExp(`\\b(?:${words})\\b`, 'iu')] as const);

/** The period that the words right after an amount name (`/hour`, `per annum`), or those before it (`hourly rate`). */
export function periodIn(text: string, where: 'before' | 'after'): SalaryPeriod | null {
  return (where === 'after' ? after : before).find(([, words]) => words.test(text))?.[0] ?? null;
}

/** schema.org's `unitText`: YEAR, MONTH, WEEK, DAY, HOUR, and what sites write in their place. */
export function periodOfUnit(unit: string): SalaryPeriod | null {
  const word = unit
    .trim()
    .toLowerCase()
    .replace(/^per\s+/, '');
  const found = units.find(([, nouns, adverbs]) => new RegExp(`^(?:${nouns}|${adverbs})$`, 'iu').test(word));
  return found?.[0] ?? null;
}
