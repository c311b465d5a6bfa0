import type { Application } from '../../../api/schema.d.ts';
import type { Stage } from '../shared/stages.ts';

export interface BoardProps {
  columns: Record<Stage, Application[]>;
  onMove(application: Application, stage: Stage): void;
}
