import { Accordion, ColorSwatch, Group, List, Text } from '@mantine/core';
import { DateText, formatNumber } from '../../../ui/dates.tsx';
import { seriesColor } from '../../../ui/series-color.ts';
import { MomentLink } from '../moment-link.tsx';
import type { MapPoint, MemoryMap } from './queries.ts';

const latest = 5;

interface ClustersProps {
  map: MemoryMap;
  points: readonly MapPoint[];
  cluster: number | null;
  onCluster(cluster: number | null): void;
}

/** The groups of the map, each with its latest messages; the open one is brought out. */
export function Clusters({ map, points, cluster, onCluster }: ClustersProps) {
  return (
    <Accordion
      order={3}
      variant="contained"
      value={cluster === null ? null : String(cluster)}
      onChange={(value) => onCluster(value === null ? null : Number(value))}
    >
      {map.clusters.map(({ id, label, terms }, i) => {
        const own = points.filter((point) => point.cluster === id);
        return (
          <Accordion.Item key={id} value={String(id)}>
            <Accordion.Control
              icon={
                <ColorSwatch size={14} color={`var(--mantine-color-${seriesColor(i).replace('.', '-')})`} />
              }
            >
              <Group justify="space-between" wrap="nowrap" gap="xs" pr="xs">
                <Text size="sm" fw={500}>
                  {label || `Group ${id + 1}`}
                </Text>
                <Text size="sm" c="dimmed">
                  {formatNumber(own.length)}
                </Text>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Text size="xs" c="dimmed" mb={6}>
                {terms.join(', ')}
              </Text>
              <List size="sm" spacing={6}>
                {own
                  .toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1))
                  .slice(0, latest)
                  .map((point) => (
                    <List.Item key={point.id}>
                      <DateText value={point.created_at} />:{' '}
                      <MomentLink conversation={point.conversation_id} message={point.message_id}>
                        {point.snippet}
                      </MomentLink>
                    </List.Item>
                  ))}
              </List>
            </Accordion.Panel>
          </Accordion.Item>
        );
      })}
    </Accordion>
  );
}
