import { DragDropContext, type DropResult } from '@hello-pangea/dnd';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Application } from '../../../api/schema.d.ts';
import { isStage, openStages, stageNames } from '../shared/stages.ts';
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
  // The arrow keys go to what stands beside, and is in sight: then all nine stages do.
  const [isByKeyboard, setByKeyboard] = useState(false);
  const [over, setOver] = useState<string | null>(null);

  function drop({ draggableId, destination }: DropResult) {
    const application = find(draggableId);
    if (application && destination && isStage(destination.droppableId))
      onMove(application, destination.droppableId);
  }

  return (
    <DragDropContext
      dragHandleUsageInstructions={dragHelp}
      onBeforeCapture={({ mode, draggableId }) =>
        flushSync(() => {
          setByKeyboard(mode === 'SNAP');
          setOver(find(draggableId)?.stage ?? null);
        })
      }
      onDragStart={spoken.onDragStart}
      onDragUpdate={(update, provided) => {
        spoken.onDragUpdate(update, provided);
        setOver(update.destination?.droppableId ?? null);
      }}
      onDragEnd={(result, provided) => {
        setByKeyboard(false);
        spoken.onDragEnd(result, provided);
        drop(result);
      }}
    >
      {isByKeyboard && (
        <Text size="sm" mb="xs" truncate aria-hidden>
          <b>{isStage(over) ? stageNames[over] : 'No stage'}</b>: space drops it here, Escape leaves it where
          it was.
        </Text>
      )}
      <div className={classes.board} data-keyboard={isByKeyboard || undefined}>
        {openStages.map((stage) => (
          <Column key={stage} stage={stage} applications={columns[stage]} onMove={onMove} />
        ))}
        <ClosedColumn columns={columns} onMove={onMove} />
      </div>
    </DragDropContext>
  );
}
