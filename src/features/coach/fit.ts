import type { Recalled } from '../../memory/types.ts';
import { searchPlaybook } from '../../playbook/index.ts';

/** How sure the coach could be of what it had when it answered; kept with the answer, so that weak spots can be counted. */
export interface Fit {
  /** Memory's calibrated confidence in the best it recalled, 0 to 1; 0 where nothing was recalled. */
  memory: number;
  /** How well the best piece of the playbook fits, 0 to 1. */
  playbook: number;
}

const PIECES = 4;

export function fitOf(query: string, recalled: readonly Pick<Recalled, 'confidence'>[]): Fit {
  const rounded = (values: number[]) => Math.round(100 * Math.max(0, ...values)) / 100;
  return {
    memory: rounded(recalled.map(({ confidence = 0 }) => confidence)),
    playbook: rounded(searchPlaybook(query, PIECES).map(({ fit }) => fit)),
  };
}
