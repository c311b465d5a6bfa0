import type { Application } from '../../../api/schema.d.ts';
import { stageSince } from '../shared/history.ts';
import { type Stage, stages } from '../shared/stages.ts';

/** A move that was asked for while the application had this revision; a higher one knows of it. */
export interface Move {
  stage: Stage;
  /** ISO 8601. */
  at: string;
  revision: number;
}

/** Applications as they will be once the moves are done. Those without one stay the same objects. */
export function withMoves(
  applications: readonly Application[],
  moves: Readonly<Record<string, Move>>,
): Application[] {
  return applications.map((application) => {
    const move = moves[application.id];
    if (!move || application.revision > move.revision || application.stage === move.stage) return application;
    const event = {
      at: move.at,
      by: 'person',
      kind: 'stage',
      from: application.stage,
      to: move.stage,
      note: null,
    };
    return { ...application, stage: move.stage, timeline: [...application.timeline, event] };
  });
}

/** The applications of each stage, those first that came to it last. */
export function byStage(applications: readonly Application[]): Record<Stage, Application[]> {
  const columns = Object.fromEntries(stages.map((stage) => [stage, []])) as unknown as Record<
    Stage,
    Application[]
  >;
  for (const application of applications) columns[application.stage].push(application);
  const since = new Map(applications.map((application) => [application, stageSince(application)]));
  for (const stage of stages)
    columns[stage].sort((a, b) => since.get(b)!.localeCompare(since.get(a)!) || a.id.localeCompare(b.id));
  return columns;
}
