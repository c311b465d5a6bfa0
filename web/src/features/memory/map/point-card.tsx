import { CloseButton, Group, Paper, Text } from '@mantine/core';
import { DateText } from '../../../ui/dates.tsx';
import { MomentLink } from '../moment-link.tsx';
import type { MapPoint } from './queries.ts';

/** The point that was clicked on. */
export function PointCard({ point, onClose }: { point: MapPoint; onClose(): void }) {
  return (
    <Paper withBorder p="sm" role="status">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {point.role === 'user' ? 'You' : 'Coach'}, <DateText value={point.created_at} withTime />
        </Text>
        <CloseButton size="sm" aria-label="Close" onClick={onClose} />
      </Group>
      <Text size="sm" dir="auto">
        {point.snippet}
      </Text>
      <Text size="sm" mt={4}>
        <MomentLink conversation={point.conversation_id} message={point.message_id}>
          Go to the moment
        </MomentLink>
      </Text>
    </Paper>
  );
}
