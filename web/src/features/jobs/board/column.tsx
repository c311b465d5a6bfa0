import { Droppable } from '@hello-pangea/dnd';
import { Group, Text } from '@mantine/core';
import { memo } from 'react';
import type { Application } from '../../../api/schema.d.ts';
import { formatNumber } from '../../../ui/dates.tsx';
import { useFirstOnes } from '../shared/first-ones.tsx';
import { StageDot } from '../shared/stage-dot.tsx';
import { type Stage, stageNames } from '../shared/stages.ts';
import classes from './board.module.css';
import { DragCard } from './card.tsx';

interface ColumnProps {
  stage: Stage;
  applications: Application[];
  onMove(application: Application, stage: Stage): void;
}

/** One stage, a place to drop cards. */
export const Column = memo(function Column({ stage, applications, onMove }: ColumnProps) {
  const { shown, more } = useFirstOnes(applications);
  return (
    <section className={classes.column} aria-labelledby={`column-${stage}`}>
      <ColumnTitle stage={stage} count={applications.length} />
      <Droppable droppableId={stage}>
        {(provided, { isDraggingOver }) => (
          <div
            ref={provided.innerRef}
            {...provided.droppableProps}
            className={classes.cards}
            data-over={isDraggingOver || undefined}
          >
            {shown.map((application, index) => (
              <DragCard key={application.id} application={application} index={index} onMove={onMove} />
            ))}
            {provided.placeholder}
            {applications.length === 0 && !isDraggingOver && (
              <Text size="xs" c="dimmed" ta="center" py="md">
                Nothing here
              </Text>
            )}
          </div>
        )}
      </Droppable>
      {more}
    </section>
  );
});

export function ColumnTitle({ stage, count }: { stage: Stage; count: number }) {
  return (
    <Group gap={6} wrap="nowrap" px={4} mb={6}>
      <StageDot stage={stage} />
      <Text component="h2" id={`column-${stage}`} size="sm" fw={600} truncate>
        {stageNames[stage]}
      </Text>
      <Text size="sm" c="dimmed" ml="auto">
        <span className="visually-hidden">, </span>
        {formatNumber(count)}
      </Text>
    </Group>
  );
}
