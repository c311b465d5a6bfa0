import { invalidInput } from '../../kernel/errors.ts';
import { dayMs } from './history.ts';

/**
 * A date of something that has happened. Where it is tomorrow already in UTC it may still be today where the person is, so
 * up to a day ahead counts as now; more is refused.
 */
export function pastOrNow(date: Date, now: Date, field: string): Date {
  if (date <= now) return date;
  if (date.getTime() - now.getTime() > dayMs)
    throw invalidInput([{ field, message: 'must not be in the future' }]);
  return now;
}
