import { DragDropContext, type DropResult } from '@hello-pangea/dnd';
import type { Application } from '../../../api/schema.d.ts';
import { isStage, openStages } from '../shared/stages.ts';
import classes from './board.module.css';
import { ClosedColumn } from './closed-column.tsx';
import { Column } from './column.tsx';
import type { BoardProps } from './types.ts';
import { dragHelp, useSpoken } from './use-spoken.ts';

/** All columns side by side, with dragging by mouse, touch and keyboard. */
export function DragBoard({ columns, onMove }: BoardProps) {
  const find = (id: string): Application | undefined =>
    Object.values(columns)
      .flat()
      .find((application) => application.id === id);
  const spoken = useSpoken(find);

  function drop({ draggableId, destination }: DropResult) {
    const application = find(draggableId);
    if (application && destination && isStage(destination.droppableId))
      onMove(application, destination.droppableId);
  }

  return (
    <DragDropContext
      dragHandleUsageInstructions={dragHelp}
      onDragStart={spoken.onDragStart}
      onDragUpdate={spoken.onDragUpdate}
      onDragEnd={(result, provided) => {
        spoken.onDragEnd(result, provided);
        drop(result);
      }}
    >
      <div className={classes.board}>
        {openStages.map((stage) => (
          <Column key={stage} stage={stage} applications={columns[stage]} onMove={onMove} />
        ))}
        <ClosedColumn columns={columns} onMove={onMove} />
      </div>
    </DragDropContext>
  );
}
