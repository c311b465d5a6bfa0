import { Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconChartAreaLine } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatNumber } from '../../../ui/dates.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { ComesBackTo } from './comes-back-to.tsx';
import { type Bucket, topicsQuery } from './queries.ts';
import { TopicsChart } from './topics-chart.tsx';
import { TopicsTable } from './topics-table.tsx';

const buckets = [
  { value: 'week', label: 'By week' },
  { value: 'month', label: 'By month' },
];

/** What the person talks about, over time, and what they come back to. */
export default function TopicsTab() {
  const [bucket, setBucket] = useState<Bucket>('week');
  const topics = useQuery(topicsQuery(bucket));
  if (topics.isPending) return <Loading />;
  if (topics.isError) return <ErrorNotice error={topics.error} onRetry={() => topics.refetch()} />;
  const found = topics.data;
  if (found.topics.length === 0) {
    return (
      <EmptyState icon={IconChartAreaLine} title="No topics yet">
        Talk to the coach about what is on your mind; what you talk about most shows here, week by week.
      </EmptyState>
    );
  }
  return (
    <Stack gap="lg">
      <Paper withBorder p="md">
        <Group justify="space-between" mb="sm">
          <Title order={2}>Topics over time</Title>
          <SegmentedControl
            size="xs"
            aria-label="Counted"
            data={buckets}
            value={bucket}
            onChange={(value) => setBucket(value as Bucket)}
          />
        </Group>
        <TopicsChart topics={found.topics} bucket={found.bucket} />
        <TopicsTable topics={found.topics} />
        <Text size="xs" c="dimmed" mt="sm">
          {formatNumber(found.messages)} of your messages were read,{' '}
          <span title={found.method}>by their words and what they mean</span>
          {found.cut && ', the older ones were not'}. {formatNumber(found.unsorted)} fit no topic.
          {found.own_topics.reason && ` ${found.own_topics.reason}`}
        </Text>
      </Paper>
      <ComesBackTo questions={found.comes_back_to} />
    </Stack>
  );
}
