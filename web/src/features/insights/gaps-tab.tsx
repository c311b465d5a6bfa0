import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { IconMoodCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { KnowledgeGaps } from '../../api/schema.d.ts';
import { formatNumber } from '../../ui/dates.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Counts, Hidden } from './clusters-tab.tsx';
import { gapsQuery } from './queries.ts';

const reasons: Record<string, string> = {
  rated_not_helpful: 'rated not helpful',
  nothing_found: 'nothing was found',
  broken_off: 'broke off',
  not_assessed: 'not assessed',
  no_source: 'no source named',
  low_confidence: 'nothing fitted well',
};

/** What many people asked and few were helped with: what the playbook should have next. */
export function GapsTab() {
  const found = useQuery(gapsQuery);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorNotice error={found.error} onRetry={() => found.refetch()} />;
  const { gaps, suppressed, min_people: least } = found.data;
  return (
    <>
      {gaps.length === 0 ? (
        <EmptyState icon={IconMoodCheck} title="No gaps are known">
          A gap is a question that at least {least} people asked and that was answered badly.
        </EmptyState>
      ) : (
        <Stack>
          {gaps.map((gap) => (
            <Gap key={gap.id} gap={gap} />
          ))}
        </Stack>
      )}
      <Hidden count={suppressed} least={least} />
    </>
  );
}

function Gap({ gap }: { gap: KnowledgeGaps['gaps'][number] }) {
  return (
    <Paper withBorder p="md" component="article">
      <Text component="h2" fw={600}>
        {gap.title}
      </Text>
      <Counts messages={gap.messages} people={gap.people} />
      <Group gap={6} mt="xs">
        {gap.reasons.map(({ reason, messages }) => (
          <Badge key={reason} variant="default" tt="none" fw={500}>
            {reasons[reason] ?? reason}: {formatNumber(messages)}
          </Badge>
        ))}
      </Group>
      {gap.suggested_title && (
        <Text size="sm" mt="xs">
          A piece for the playbook: «{gap.suggested_title}»
        </Text>
      )}
      {gap.nearest_piece && (
        <Text size="sm" c="dimmed">
          Nearest it has: {gap.nearest_piece.title}
        </Text>
      )}
    </Paper>
  );
}
