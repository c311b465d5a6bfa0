import { localDay } from '../../../ui/dates.tsx';
import type { OnePromise } from './queries.ts';

/** By the person's own day; the server waits until a day is past everywhere on earth. */
export function isLate({ state, due }: Pick<OnePromise, 'state' | 'due'>, now = new Date()): boolean {
  return (state === 'open' || state === 'overdue') && due !== null && due.date < localDay(now);
}
