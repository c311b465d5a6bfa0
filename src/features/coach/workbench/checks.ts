import type { Desk } from '../../../desk/index.ts';
import type { Cv } from '../../cv/index.ts';

/** A CV of more characters (some 25 pages) is checked up to here: it fails for its length anyway. */
const MOST_CHARACTERS = 80_000;

/** The checks of a CV, made anew: they need no model and keep nothing. */
export function checksOf(desk: Desk, { resume, text, spans, document }: Cv, today: Date) {
  return desk.run('runChecks', [{ resume, text: text.slice(0, MOST_CHARACTERS), spans, document, today }]);
}
