import { Badge, Button, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { DateText } from '../../../ui/dates.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { type OnePromise, promisesQuery, useMark } from './queries.ts';

/** What the person said they would do: open, late, and done. */
export default function PromisesTab() {
  const promises = useQuery(promisesQuery);
  if (promises.isPending) return <Loading />;
  if (promises.isError) return <ErrorNotice error={promises.error} onRetry={() => promises.refetch()} />;
  const all = promises.data.promises.filter(({ state }) => state !== 'dismissed');
  if (all.length === 0) {
    return (
      <EmptyState icon={IconListCheck} title="No promises yet">
        When you tell the coach «I will update my CV by Friday», it stands here until you did it.
      </EmptyState>
    );
  }
  const open = all.filter(({ state }) => state === 'open' || state === 'overdue');
  return (
    <Stack gap="lg">
      <Part title="Open" promises={open} empty="All that you said you would do is done." />
      <Part title="Done" promises={all.filter(({ state }) => state === 'done')} />
    </Stack>
  );
}

function Part({ title, promises, empty }: { title: string; promises: OnePromise[]; empty?: string }) {
  if (promises.length === 0 && !empty) return null;
  return (
    <section aria-label={title}>
      <Title order={2} mb="xs">
        {title}
      </Title>
      <Stack gap="xs">
        {promises.length === 0 && <Text c="dimmed">{empty}</Text>}
        {promises.map((promise) => (
          <OneRow key={promise.id} promise={promise} />
        ))}
      </Stack>
    </section>
  );
}

function OneRow({ promise }: { promise: OnePromise }) {
  const mark = useMark();
  const { id, state, action, quote, said_at: said, due, closed } = promise;
  const isDone = state === 'done';
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Checkbox
          checked={isDone}
          disabled={mark.isPending}
          onChange={() => mark.mutate({ id, state: isDone ? 'open' : 'done' })}
          label={<Text fw={500}>{action}</Text>}
          description={
            <>
              «{quote}», said on <DateText value={said} />
              {closed?.quote && <>; later: «{closed.quote}»</>}
            </>
          }
        />
        <Group gap="xs" wrap="nowrap">
          {due && (
            <Badge
              color={state === 'overdue' ? 'red.9' : 'gray'}
              variant={state === 'overdue' ? 'filled' : 'default'}
              tt="none"
            >
              {state === 'overdue' ? 'Was due ' : 'Due '}
              <DateText value={`${due.date}T12:00:00Z`} />
            </Badge>
          )}
          {!isDone && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => mark.mutate({ id, state: 'dismissed' })}
              aria-label={`Drop: ${action}`}
            >
              Drop
            </Button>
          )}
        </Group>
      </Group>
    </Paper>
  );
}
