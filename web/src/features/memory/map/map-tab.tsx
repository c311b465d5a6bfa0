import { Grid, Paper, Stack, Text, Title } from '@mantine/core';
import { IconMap2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { formatNumber } from '../../../ui/dates.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Chart } from './chart.tsx';
import { Clusters } from './clusters.tsx';
import { PointCard } from './point-card.tsx';
import { type MemoryMap, mapQuery } from './queries.ts';
import { type Span, spanOf, TimeSlider, within } from './time-slider.tsx';

/** One's memory from above: what is about like things stands together. */
export default function MapTab() {
  const map = useQuery(mapQuery);
  if (map.isPending) return <Loading label="The map is being drawn" />;
  if (map.isError) return <ErrorNotice error={map.error} onRetry={() => map.refetch()} />;
  if (map.data.state === 'ready') return <Drawn map={map.data} />;
  return (
    <EmptyState icon={IconMap2} title="There is no map yet">
      {map.data.state === 'too_few'
        ? `It takes at least ${map.data.needed} messages that can be found by meaning; there are ${map.data.total}${map.data.pending > 0 ? ', and more are on their way' : ''}.`
        : (map.data.reason ?? 'This database has no vector search, which the map is drawn from.')}
    </EmptyState>
  );
}

function Drawn({ map }: { map: MemoryMap }) {
  const whole = useMemo(() => spanOf(map.points), [map.points]);
  const [span, setSpan] = useState<Span>(whole);
  const [cluster, setCluster] = useState<number | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = useMemo(() => within(map.points, span), [map.points, span]);
  const point = map.points.find(({ id }) => id === chosen);
  return (
    <Grid>
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Paper withBorder p="md">
          <Chart map={map} points={shown} cluster={cluster} onChoose={setChosen} />
          <TimeSlider whole={whole} span={span} onChange={setSpan} />
          <Text size="xs" c="dimmed" mt="md">
            {formatNumber(shown.length)} of {formatNumber(map.total)} messages
            {map.sampled && ', taken at even distances in time'}. Near points are about like things; the
            directions mean nothing.{' '}
            <span title={map.method}>Places and groups are worked out from what the messages mean.</span>
          </Text>
        </Paper>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <Stack>
          {point && <PointCard point={point} onClose={() => setChosen(null)} />}
          <section aria-label="Groups">
            <Title order={2} mb="xs">
              Groups
            </Title>
            <Clusters map={map} points={shown} cluster={cluster} onCluster={setCluster} />
          </section>
        </Stack>
      </Grid.Col>
    </Grid>
  );
}
