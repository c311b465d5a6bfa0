import { Draggable, type DraggableProvidedDragHandleProps } from '@hello-pangea/dnd';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { Application } from '../../../api/schema.d.ts';
import { companyOf, titleOf } from '../shared/names.ts';
import type { Stage } from '../shared/stages.ts';
import classes from './board.module.css';
import { CardFooter } from './card-footer.tsx';
import { MoveMenu } from './move-menu.tsx';

interface CardProps {
  application: Application;
  onMove(application: Application, stage: Stage): void;
}

/** A card that is dragged as a whole. */
export const DragCard = memo(function DragCard({
  application,
  index,
  onMove,
}: CardProps & { index: number }) {
  return (
    <Draggable draggableId={application.id} index={index}>
      {(provided, { isDragging }) => (
        <div
          ref={provided.innerRef}
          {...provided.draggableProps}
          className={classes.card}
          data-dragging={isDragging || undefined}
        >
          <CardContent application={application} onMove={onMove} handle={provided.dragHandleProps} />
        </div>
      )}
    </Draggable>
  );
});

export function PlainCard(props: CardProps) {
  return (
    <div className={classes.card}>
      <CardContent {...props} handle={null} />
    </div>
  );
}

interface ContentProps extends CardProps {
  handle: DraggableProvidedDragHandleProps | null;
}

/** The link is what is taken hold of: Enter opens it, space picks it up. So it stays a link, not a button. */
function CardContent({ application, onMove, handle }: ContentProps) {
  const grip = handle && { ...handle, role: undefined };
  return (
    <>
      <Link
        to="/jobs/$applicationId"
        params={{ applicationId: application.id }}
        id={cardId(application.id)}
        className={classes.link}
        draggable={false}
        {...grip}
      >
        <span className={classes.title} dir="auto">
          {titleOf(application)}
        </span>
        <span className="visually-hidden">, </span>
        <span className={classes.company} dir="auto">
          {companyOf(application)}
        </span>
      </Link>
      <CardFooter application={application} />
      <MoveMenu application={application} onMove={onMove} />
    </>
  );
}

export const cardId = (id: string): string => `card-${id}`;
