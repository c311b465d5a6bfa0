import type { DragStart, DragUpdate, DropResult, ResponderProvided } from '@hello-pangea/dnd';
import type { Application } from '../../../api/schema.d.ts';
import { nameOf } from '../shared/names.ts';
import { isStage, stageNames } from '../shared/stages.ts';

/** What a screen reader says of each card. */
export const dragHelp =
  'Press Enter to open. Press space to pick it up, the left and right arrows to move it between the stages, space to drop it, Escape to leave it where it was.';

/** What is said while a card is dragged. */
export function useSpoken(find: (id: string) => Application | undefined) {
  const name = (id: string) => {
    const application = find(id);
    return application ? nameOf(application) : 'The card';
  };
  const stage = (id: string | undefined) => (isStage(id) ? stageNames[id] : null);
  return {
    onDragStart: ({ draggableId, source }: DragStart, { announce }: ResponderProvided) =>
      announce(`${name(draggableId)} is picked up from ${stage(source.droppableId)}.`),
    onDragUpdate: ({ destination }: DragUpdate, { announce }: ResponderProvided) =>
      announce(destination ? `Over ${stage(destination.droppableId)}.` : 'Over no stage.'),
    onDragEnd: ({ draggableId, destination, reason }: DropResult, { announce }: ResponderProvided) =>
      announce(
        reason === 'CANCEL' || !destination
          ? `${name(draggableId)} stays where it was.`
          : `${name(draggableId)} is dropped under ${stage(destination.droppableId)}.`,
      ),
  };
}
