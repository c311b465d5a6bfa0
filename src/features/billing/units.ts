import type { LimitKind } from '../../config/index.ts';

/** Voice is counted in seconds, so that ten short answers are not ten minutes; all else in pieces. */
export function units(kind: LimitKind, amount: number): number {
  if (!Number.isFinite(amount) || amount < 0) throw new RangeError('an amount of use is a number from 0 on');
  return kind === 'voice_minutes' ? Math.ceil(amount * 60) : Math.ceil(amount);
}

/** Units as people count: minutes of voice to one digit, rounded up; all else in pieces. */
export function shown(kind: LimitKind, amount: number): number {
  return kind === 'voice_minutes' ? Math.ceil(amount / 6) / 10 : amount;
}
