import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client.ts';
import { formatNumber } from '../../../ui/dates.tsx';
import { errorText } from '../../../ui/error-notice.tsx';
import classes from './welcome.module.css';

const sampleQuery = {
  queryKey: ['sample'],
  queryFn: ({ signal }: { signal: AbortSignal }) => unwrap(api.GET('/api/sample', { signal })),
};

/** A made-up person to look around with, loaded and thrown away with a click. */
export function SamplePerson({ isKnown }: { isKnown: boolean }) {
  const queries = useQueryClient();
  // Until the server has said otherwise nothing is loaded, so that what is above need not move.
  const { data = { loaded: false, messages: 0 } } = useQuery(sampleQuery);
  const failed = (error: unknown) =>
    notifications.show({ color: 'red', title: 'That did not work', message: errorText(error) });
  const load = useMutation({
    mutationFn: () => unwrap(api.POST('/api/sample')),
    onSuccess: () => queries.invalidateQueries({ predicate: ({ meta }) => meta?.keep !== true }),
    onError: failed,
  });
  const remove = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/sample')),
    onSuccess: () => queries.resetQueries(),
    onError: failed,
  });
  if (isKnown && !data.loaded) return null;
  return (
    <Group className={classes.sample} justify="space-between" gap="sm">
      <Text size="sm" className={classes.sampleText}>
        {data.loaded
          ? `The sample person is loaded: ${formatNumber(data.messages)} messages of somebody made up. Ask about their offers or their plans.`
          : 'Rather look around first? A sample person comes with some weeks of conversations, a CV and an application.'}
      </Text>
      {data.loaded ? (
        <Button size="xs" variant="default" onClick={() => remove.mutate()} loading={remove.isPending}>
          Throw the sample away
        </Button>
      ) : (
        <Button size="xs" variant="light" onClick={() => load.mutate()} loading={load.isPending}>
          Load the sample person
        </Button>
      )}
    </Group>
  );
}
