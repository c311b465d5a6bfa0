import type { Claim } from '../../../career/evidence/index.ts';

export const styles = ['modern', 'minimal', 'executive', 'ats_optimized'] as const;
export type Style = (typeof styles)[number];

export const changeStatuses = ['proposed', 'accepted', 'rejected', 'refused', 'stale'] as const;
export type ChangeStatus = (typeof changeStatuses)[number];

/** One place of a CV, as it is and as it could be. */
export interface Change {
  id: string;
  /** JSON pointer into the resume. */
  pointer: string;
  /** Empty where there is nothing yet. */
  before: string;
  after: string;
  why: string;
  /**
   * proposed: nobody decided yet; refused: the fact gate holds it back for good; stale: the place was changed by
   * something else since, so that it was not applied.
   */
  status: ChangeStatus;
  refused_because?: string;
  /** What the CV does not hold, with places in `after`. */
  unsupported?: Claim[];
}

/** A change before it was looked at. */
export type Proposal = Pick<Change, 'pointer' | 'after' | 'why'>;
