import { Button, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Fact } from '../../../api/schema.d.ts';
import { formatNumber } from '../../../ui/dates.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { AddFact } from './add-fact.tsx';
import { Contradictions } from './contradictions.tsx';
import { FactRow } from './fact-row.tsx';
import { factKinds } from './kinds.ts';
import { factsQuery, readingQuery } from './queries.ts';

/** What the coach takes to be so about the person, each with its source, to see and to set right. */
export default function ProfileTab() {
  const pages = useInfiniteQuery(factsQuery);
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <ErrorNotice error={pages.error} onRetry={() => pages.refetch()} />;
  const facts = pages.data.pages.flatMap((page) => page.facts);
  return (
    <Stack gap="lg">
      <AddFact />
      <Reading />
      <Contradictions facts={facts} />
      {facts.length === 0 ? (
        <EmptyState icon={IconUser} title="Nothing is known about you yet">
          When you tell the coach where you live, what you do or what you want to earn, it stands here, with
          the words that say it.
        </EmptyState>
      ) : (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" verticalSpacing="lg">
          {factKinds.map(({ kind, label }) => (
            <Kind key={kind} label={label} facts={facts.filter((fact) => fact.kind === kind)} />
          ))}
        </SimpleGrid>
      )}
      {pages.hasNextPage && (
        <Button
          variant="default"
          mx="auto"
          onClick={() => pages.fetchNextPage()}
          loading={pages.isFetchingNextPage}
        >
          Show more
        </Button>
      )}
    </Stack>
  );
}

function Kind({ label, facts }: { label: string; facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <section aria-label={label}>
      <Title order={2} fz="sm" c="dimmed" mb={6}>
        {label}
      </Title>
      <Stack gap="xs">
        {facts.map((fact) => (
          <FactRow key={fact.id} fact={fact} />
        ))}
      </Stack>
    </section>
  );
}

function Reading() {
  const { data } = useQuery(readingQuery);
  if (!data || (data.pending === 0 && data.set_aside === 0)) return null;
  return (
    <Text size="sm" c="dimmed" role="status">
      {data.pending > 0 && `${formatNumber(data.pending)} messages are still being read for facts. `}
      {data.set_aside > 0 &&
        `${formatNumber(data.set_aside)} could not be read by the language model; the patterns read them.`}
    </Text>
  );
}
