import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { formatNumber, RelativeDate } from '../../ui/dates.tsx';
import { errorText } from '../../ui/error-notice.tsx';
import { statusQuery, useRefresh, useReload } from './queries.ts';

/** When and how the clusters were made, the progress of new ones, and the way to ask for them. */
export function Clustering() {
  const status = useQuery(statusQuery);
  const refresh = useRefresh();
  const reload = useReload();
  const isBusy = !!(status.data?.running || status.data?.requested_at);
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !isBusy) void reload();
    wasBusy.current = isBusy;
  }, [isBusy, reload]);
  if (!status.data) return null;
  const { progress, last_run: last, error, min_people: least } = status.data;
  return (
    <Stack gap="xs" mb="md">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {last?.finished_at ? (
            <>
              Made at <RelativeDate value={last.finished_at} /> from {formatNumber(last.messages)} messages,
              embedded by {last.engine}, named by {last.named_by === 'terms' ? 'their terms' : last.named_by}.
            </>
          ) : (
            'Not made yet.'
          )}{' '}
          What fewer than {least} people ask is not shown.
        </Text>
        <Button
          size="xs"
          variant="default"
          disabled={isBusy}
          loading={refresh.isPending}
          onClick={() =>
            refresh.mutate(undefined, {
              onError: (reason) =>
                notifications.show({ color: 'red', title: 'It was not begun', message: errorText(reason) }),
            })
          }
        >
          Make anew
        </Button>
      </Group>
      {isBusy && (
        <div role="status">
          <Text size="sm">
            {progress
              ? `${progress.phase === 'reading' ? 'Reading' : 'Sorting'} ${formatNumber(progress.done)} of ${formatNumber(progress.total)} messages`
              : 'Waiting for its turn'}
          </Text>
          <Progress
            value={progress && progress.total > 0 ? (100 * progress.done) / progress.total : 100}
            animated={!progress}
            size="sm"
            aria-label="Progress"
          />
        </div>
      )}
      {error && (
        <Alert color="red" title="The last one failed">
          {error}
        </Alert>
      )}
    </Stack>
  );
}
