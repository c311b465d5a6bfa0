import type { Application } from '../../../api/schema.d.ts';

export type Stage = Application['stage'];

/** In the order of a search that goes well. */
export const openStages = ['saved', 'applied', 'screening', 'interview', 'offer'] as const;
/** After these nothing more is expected. */
export const closedStages = ['accepted', 'rejected', 'withdrawn', 'ghosted'] as const;
export const stages: readonly Stage[] = [...openStages, ...closedStages];

export const stageNames: Record<Stage, string> = {
  saved: 'Saved',
  applied: 'Applied',
  screening: 'Screening',
  interview: 'Interview',
  offer: 'Offer',
  accepted: 'Accepted',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  ghosted: 'No answer',
};

export const stageColors: Record<Stage, string> = {
  saved: 'gray.6',
  applied: 'blue.6',
  screening: 'cyan.7',
  interview: 'violet.6',
  offer: 'orange.6',
  accepted: 'teal.7',
  rejected: 'red.6',
  withdrawn: 'gray.5',
  ghosted: 'gray.7',
};

export const isStage = (value: unknown): value is Stage => (stages as readonly unknown[]).includes(value);
export const isClosed = (stage: Stage): boolean => (closedStages as readonly Stage[]).includes(stage);

/** A stage as a value of a select. */
export const stageOptions = [
  { group: 'Open', items: openStages.map((value) => ({ value, label: stageNames[value] })) },
  { group: 'Closed', items: closedStages.map((value) => ({ value, label: stageNames[value] })) },
];
