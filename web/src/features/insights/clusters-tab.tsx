import { Badge, Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { QuestionClusters } from '../../api/schema.d.ts';
import { formatNumber } from '../../ui/dates.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { clustersQuery } from './queries.ts';

/** What many people ask. */
export function ClustersTab() {
  const found = useQuery(clustersQuery);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorNotice error={found.error} onRetry={() => found.refetch()} />;
  const { clusters, suppressed, min_people: least } = found.data;
  return (
    <>
      {clusters.length === 0 ? (
        <EmptyState icon={IconMessages} title="No common questions yet">
          A question is common once at least {least} people asked it.
        </EmptyState>
      ) : (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          {clusters.map((cluster) => (
            <Cluster key={cluster.id} {...cluster} />
          ))}
        </SimpleGrid>
      )}
      <Hidden count={suppressed} least={least} />
    </>
  );
}

/** How much is not shown, so that few are not told apart. */
export function Hidden({ count, least }: { count: number; least: number }) {
  if (count === 0) return null;
  return (
    <Text size="sm" c="dimmed" mt="md">
      {count === 1 ? 'One more is' : `${formatNumber(count)} more are`} not shown: fewer than {least} people
      stand behind {count === 1 ? 'it' : 'each'}.
    </Text>
  );
}

/** How many questions of how many people. */
export function Counts({ messages, people }: { messages: number; people: number }) {
  return (
    <Text size="sm" c="dimmed">
      {formatNumber(messages)} questions of {formatNumber(people)} people
    </Text>
  );
}

type ClusterProps = Pick<
  QuestionClusters['clusters'][number],
  'title' | 'messages' | 'people' | 'terms' | 'examples'
>;

export function Cluster({ title, messages, people, terms, examples }: ClusterProps) {
  return (
    <Paper withBorder p="md" component="article">
      <Text component="h2" fw={600}>
        {title}
      </Text>
      <Counts messages={messages} people={people} />
      <Group gap={6} mt="xs">
        {terms.map(({ term }) => (
          <Badge key={term} variant="default" tt="none" fw={500}>
            {term}
          </Badge>
        ))}
      </Group>
      {examples.length > 0 && (
        <Text size="sm" mt="xs">
          Said near each other: {examples.map(({ phrase }) => `«${phrase}»`).join(', ')}
        </Text>
      )}
    </Paper>
  );
}
