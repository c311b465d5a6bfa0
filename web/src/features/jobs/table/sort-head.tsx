import { Group, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react';

interface SortHeadProps {
  label: string;
  /** Null: sorted by another column. */
  direction: 'ascending' | 'descending' | null;
  onSort(): void;
}

export function SortHead({ label, direction, onSort }: SortHeadProps) {
  const Icon =
    direction === 'ascending' ? IconArrowUp : direction === 'descending' ? IconArrowDown : IconSelector;
  return (
    <Table.Th aria-sort={direction ?? 'none'}>
      <UnstyledButton onClick={onSort} fz="sm" fw={600}>
        <Group gap={4} wrap="nowrap">
          {label}
          <Icon size={14} aria-hidden />
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
}
