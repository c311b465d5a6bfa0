import { formatNumber } from '../../../ui/dates.tsx';

export interface Salary {
  min: number | null;
  max: number | null;
  /** ISO 4217. */
  currency: string | null;
  /** year, month, … in any case. */
  period: string | null;
}

/** «€60,000 – 80,000 a year»; null where nothing is known. */
export function salaryText(salary: Salary | null): string | null {
  if (!salary) return null;
  const { min, max, currency, period } = salary;
  const low = min ?? max;
  const high = max ?? min;
  if (low === null || high === null) return null;
  const amount = range(low, high, currency);
  const bound = min === null ? `up to ${amount}` : max === null ? `from ${amount}` : amount;
  return period ? `${bound} ${period.toLowerCase() === 'hour' ? 'an' : 'a'} ${period.toLowerCase()}` : bound;
}

function range(low: number, high: number, currency: string | null): string {
  const isCode = currency !== null && /^[A-Z]{3}$/.test(currency);
  if (isCode) {
    const format = new Intl.NumberFormat(undefined, {
      style: 'currency',
      currency,
      maximumFractionDigits: 0,
    });
    return low === high ? format.format(low) : format.formatRange(low, high);
  }
  const numbers = low === high ? formatNumber(low) : `${formatNumber(low)} – ${formatNumber(high)}`;
  return currency ? `${numbers} ${currency}` : numbers;
}
