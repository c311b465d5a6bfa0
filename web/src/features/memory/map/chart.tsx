import '@mantine/charts/styles.css';
import { ScatterChart } from '@mantine/charts';
import { Paper, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { DateText } from '../../../ui/dates.tsx';
import { seriesColor } from '../../../ui/series-color.ts';
import { placedLabels } from './labels.ts';
import classes from './map.module.css';
import type { MapPoint, MemoryMap } from './queries.ts';

interface ChartProps {
  map: MemoryMap;
  points: readonly MapPoint[];
  /** The one that is brought out; the others are grey. */
  cluster: number | null;
  onChoose(id: string): void;
}

/** The points. The groups beside it say the same to those who don't see it. */
export function Chart({ map, points, cluster, onChoose }: ChartProps) {
  const series = useMemo(
    () =>
      map.clusters.map(({ id, label }, i) => ({
        name: label || `Group ${id + 1}`,
        color: cluster === null || cluster === id ? seriesColor(i) : 'gray.4',
        data: points.flatMap((point, index) =>
          point.cluster === id ? [{ x: point.x, y: point.y, index }] : [],
        ),
      })),
    [map.clusters, points, cluster],
  );
  const { ref, width, height } = useElementSize();
  const labels = useMemo(
    () => placedLabels(map.clusters, points, { width, height }),
    [map.clusters, points, width, height],
  );
  return (
    <div aria-hidden className={classes.map}>
      <ScatterChart
        h={420}
        data={series}
        dataKey={{ x: 'x', y: 'y' }}
        withXAxis={false}
        withYAxis={false}
        gridAxis="none"
        tickLine="none"
        xAxisProps={{ domain: [0, 1] }}
        yAxisProps={{ domain: [0, 1] }}
        scatterChartProps={{ accessibilityLayer: false }}
        scatterProps={{
          isAnimationActive: false,
          cursor: 'pointer',
          onClick: (clicked: unknown) => {
            const point = points[indexOf(clicked)];
            if (point) onChoose(point.id);
          },
        }}
        tooltipProps={{ content: ({ payload }) => <Hint point={points[indexOf(payload?.[0])]} /> }}
      />
      <div ref={ref} className={classes.labels}>
        {labels
          .filter(({ id }) => cluster === null || cluster === id)
          .map(({ id, text, x, y }) => (
            <span key={id} className={classes.label} style={{ left: x, top: y }}>
              {text}
            </span>
          ))}
      </div>
    </div>
  );
}

/** Of what the chart hands back. */
function indexOf(item: unknown): number {
  const payload = (item as { payload?: { index?: unknown } } | undefined)?.payload;
  return typeof payload?.index === 'number' ? payload.index : -1;
}

function Hint({ point }: { point: MapPoint | undefined }) {
  if (!point) return null;
  return (
    <Paper withBorder shadow="sm" p="xs" maw={280}>
      <Text size="xs" c="dimmed">
        {point.role === 'user' ? 'You' : 'Coach'}, <DateText value={point.created_at} />
      </Text>
      <Text size="sm">{point.snippet}</Text>
    </Paper>
  );
}
