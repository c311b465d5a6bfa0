import { Droppable } from '@hello-pangea/dnd';
import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { formatNumber } from '../../../ui/dates.tsx';
import { closedStages, type Stage } from '../shared/stages.ts';
import { useInAddress } from '../shared/use-in-address.ts';
import classes from './board.module.css';
import { Column, ColumnTitle } from './column.tsx';
import type { BoardProps } from './types.ts';

/** The four ways in which an application ends: folded together, and still places to drop a card. Side by side while one is moved by keyboard. */
export function ClosedColumn({ columns, onMove }: BoardProps) {
  const [search, setSearch] = useInAddress();
  const isOpen = search.closed === 'shown';
  const count = closedStages.reduce((sum, stage) => sum + columns[stage].length, 0);
  const Icon = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <section className={`${classes.column} ${classes.closedColumn}`} aria-label="Closed">
      <Group gap={6} wrap="nowrap" px={4} mb={6}>
        <Text component="h2" size="sm" fw={600}>
          Closed
        </Text>
        <Text size="sm" c="dimmed" ml="auto">
          <span className="visually-hidden">, </span>
          {formatNumber(count)}
        </Text>
        <Tooltip label={isOpen ? 'Fold' : 'Show the cards'}>
          <ActionIcon
            size="sm"
            aria-expanded={isOpen}
            aria-label="Cards of closed applications"
            onClick={() => setSearch({ closed: isOpen ? undefined : 'shown' })}
          >
            <Icon size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
      <div className={classes.closed}>
        {closedStages.map((stage) =>
          isOpen ? (
            <Column key={stage} stage={stage} applications={columns[stage]} onMove={onMove} />
          ) : (
            <Folded key={stage} stage={stage} count={columns[stage].length} />
          ),
        )}
      </div>
    </section>
  );
}

function Folded({ stage, count }: { stage: Stage; count: number }) {
  return (
    <Droppable droppableId={stage}>
      {(provided, { isDraggingOver }) => (
        <div
          ref={provided.innerRef}
          {...provided.droppableProps}
          className={classes.folded}
          data-over={isDraggingOver || undefined}
        >
          <ColumnTitle stage={stage} count={count} />
          <div className={classes.placeholder}>{provided.placeholder}</div>
        </div>
      )}
    </Droppable>
  );
}
