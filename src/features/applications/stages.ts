import { type RawBuilder, sql } from 'kysely';

/** Where an application stands, in the order of a search that goes well, then the three ways in which one ends. */
export const stages = [
  'saved',
  'applied',
  'screening',
  'interview',
  'offer',
  'accepted',
  'rejected',
  'withdrawn',
  'ghosted',
] as const;

export type Stage = (typeof stages)[number];

/** What the original's `status` column can hold. */
export type Status = 'SUBMITTED' | 'SCREENING' | 'INTERVIEW' | 'OFFERED' | 'REJECTED' | 'WITHDRAWN';

/** The nearest status that the original knows. */
export const statusOf: Record<Stage, Status> = {
  saved: 'SUBMITTED',
  applied: 'SUBMITTED',
  ghosted: 'SUBMITTED',
  screening: 'SCREENING',
  interview: 'INTERVIEW',
  offer: 'OFFERED',
  accepted: 'OFFERED',
  rejected: 'REJECTED',
  withdrawn: 'WITHDRAWN',
};

/** How a status reads where nothing better is known. */
export const stageOfStatus: Record<Status, Stage> = {
  SUBMITTED: 'applied',
  SCREENING: 'screening',
  INTERVIEW: 'interview',
  OFFERED: 'offer',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
};

/** Stages after which nothing more is expected from the employer. */
const closed: ReadonlySet<Stage> = new Set(['accepted', 'rejected', 'withdrawn', 'ghosted']);
/** Stages after which no date of the application matters any more. */
const over: ReadonlySet<Stage> = new Set(['rejected', 'withdrawn']);

export const isClosed = (stage: Stage): boolean => closed.has(stage);
export const isOver = (stage: Stage): boolean => over.has(stage);

export function isStage(value: unknown): value is Stage {
  return (stages as readonly unknown[]).includes(value);
}

export interface StageColumns {
  stage: string | null;
  status: Status;
}

/**
 * Whether `stage` still says what `status` says. It does not where the original's backend moved the application after
 * us: it writes `status` alone.
 */
export function fits({ stage, status }: StageColumns): boolean {
  return isStage(stage) && statusOf[stage] === status;
}

/** The stage of a row: ours where it fits the status, otherwise what the original's status says. */
export function stageOf(row: StageColumns): Stage {
  return fits(row) ? (row.stage as Stage) : stageOfStatus[row.status];
}

/** `stageOf` as an expression over the table `applications`. */
export function stageExpression(): RawBuilder<Stage> {
  const status = sql`cast(applications.status as varchar(20))`;
  const stage = sql.ref('applications.stage');
  const fitting = stages.map(
    (name) => sql`when ${stage} = ${sql.lit(name)} and ${status} = ${sql.lit(statusOf[name])}
    then ${sql.lit(name)}`,
  );
  const otherwise = Object.entries(stageOfStatus).map(
    ([name, read]) => sql`when ${status} = ${sql.lit(name)} then ${sql.lit(read)}`,
  );
  return sql<Stage>`(case ${sql.join([...fitting, ...otherwise], sql` `)} end)`;
}
