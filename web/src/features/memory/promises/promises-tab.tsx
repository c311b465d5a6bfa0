import { Badge, Button, Checkbox, Collapse, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { DateText, DayText } from '../../../ui/dates.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { isLate } from './late.ts';
import { type OnePromise, promisesQuery, useMark } from './queries.ts';

/** What the person said they would do: open, late, done, and given up. */
export default function PromisesTab() {
  const promises = useQuery(promisesQuery);
  if (promises.isPending) return <Loading />;
  if (promises.isError) return <ErrorNotice error={promises.error} onRetry={() => promises.refetch()} />;
  const all = promises.data.promises;
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
      <Part title="Open" promises={open} empty="Nothing is left to do of what you said you would." />
      <Part title="Done" promises={all.filter(({ state }) => state === 'done')} />
      <Dropped promises={all.filter(({ state }) => state === 'dismissed')} />
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

/** What was dropped, folded away, so that a slip can be taken back. */
function Dropped({ promises }: { promises: OnePromise[] }) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const mark = useMark();
  if (promises.length === 0) return null;
  return (
    <section aria-label="Dropped">
      <Button variant="subtle" color="gray" size="compact-sm" onClick={toggle} aria-expanded={isOpen}>
        Dropped: {promises.length}
      </Button>
      <Collapse expanded={isOpen}>
        <Stack gap="xs" mt="xs">
          {promises.map(({ id, action }) => (
            <Paper withBorder p="sm" key={id}>
              <Group justify="space-between" gap="xs">
                <Text dir="auto" style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                  {action}
                </Text>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  loading={mark.isPending}
                  onClick={() => mark.mutate({ id, state: 'open' })}
                  aria-label={`Put back: ${action}`}
                >
                  Put back
                </Button>
              </Group>
            </Paper>
          ))}
        </Stack>
      </Collapse>
    </section>
  );
}

function OneRow({ promise }: { promise: OnePromise }) {
  const mark = useMark();
  const { id, state, action, quote, said_at: said, due, closed } = promise;
  const late = isLate(promise);
  const isDone = state === 'done';
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Checkbox
          flex="1 1 16rem"
          checked={isDone}
          disabled={mark.isPending}
          onChange={() => mark.mutate({ id, state: isDone ? 'open' : 'done' })}
          label={
            <Text fw={500} dir="auto">
              {action}
            </Text>
          }
          description={
            <>
              <bdi>«{quote}»</bdi>, said on <DateText value={said} />
              {closed?.quote && (
                <>
                  ; later: <bdi>«{closed.quote}»</bdi>
                </>
              )}
            </>
          }
        />
        <Group gap="xs" wrap="nowrap" flex="none">
          {due && (
            <Badge color={late ? 'red.9' : 'gray'} variant={late ? 'filled' : 'default'} tt="none">
              {late ? 'Was due ' : 'Due '}
              <DayText value={`${due.date}T12:00:00Z`} />
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
