import { productTables } from './tables/database.ts';

/** One thing that was looked at, for people: what it is, how it is, and what to do about it. */
export interface Finding {
  name: string;
  status: 'ok' | 'warning' | 'problem';
  message: string;
  remedy?: string;
}

export interface QueueFacts {
  pending: number;
  setAside: number;
  /** The last errors of messages set aside. */
  errors: string[];
}

/** Which of the product's tables are there; none on a new database, and what is missing is made by a start. */
export function tablesFinding(there: ReadonlySet<string>): Finding {
  const missing = productTables.map(({ name }) => name).filter((name) => !there.has(name));
  const name = 'tables';
  if (missing.length === 0) return { name, status: 'ok', message: `all ${productTables.length} are there` };
  const remedy = 'Start Interviewly once: it creates what is missing and leaves the rest as it is.';
  if (missing.length === productTables.length) {
    return { name, status: 'ok', message: 'none yet: the first start creates them' };
  }
  return { name, status: 'warning', message: `missing: ${missing.join(', ')}`, remedy };
}

/** Without them rows that other programs write, change or delete would not reach the search index. */
export function triggersFinding(needed: string[], there: ReadonlySet<string>): Finding {
  const missing = needed.filter((trigger) => !there.has(trigger));
  if (missing.length === 0)
    return { name: 'triggers', status: 'ok', message: `all ${needed.length} are there` };
  return {
    name: 'triggers',
    status: 'warning',
    message: `missing: ${missing.join(', ')}`,
    remedy: 'Start Interviewly once: it creates them and catches up with what they missed.',
  };
}

export function queueFinding({ pending, setAside, errors }: QueueFacts): Finding {
  const message = `${pending} messages wait for their embedding, ${setAside} set aside`;
  if (setAside === 0) return { name: 'queue', status: 'ok', message };
  const last = errors.length > 0 ? ` (last: ${errors.join('; ')})` : '';
  return {
    name: 'queue',
    status: 'warning',
    message: `${message}${last}`,
    remedy: 'Mend the cause, then run «interviewly embed --retry».',
  };
}
