import { Alert, Anchor, Button, Collapse, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Application } from '../../api/schema.d.ts';
import { ErrorNotice, errorText } from '../../ui/error-notice.tsx';
import { useJobs, usePlace } from './queries.ts';

const mostShown = 50;

/** Postings that were saved elsewhere (beside a CV, by the coach) and stand in no view here. */
export function useUnplaced(applications: readonly Application[] = []) {
  const jobs = useJobs();
  const placed = new Set(applications.map(({ job }) => job.id));
  return { jobs, rest: jobs.data?.filter(({ id }) => !placed.has(id)) ?? [] };
}

/** Where there is nothing else to look at they stand open. */
export function Unplaced({ applications }: { applications: Application[] }) {
  const { jobs, rest } = useUnplaced(applications);
  const place = usePlace();
  const [chosen, setOpen] = useState<boolean | null>(null);
  const isOpen = chosen ?? applications.length === 0;
  if (jobs.isError && !jobs.data)
    return <ErrorNotice error={jobs.error} onRetry={() => jobs.refetch()} isRetrying={jobs.isRefetching} />;
  if (rest.length === 0) return null;
  const count = rest.length === 1 ? '1 saved posting is' : `${rest.length} saved postings are`;
  return (
    <Alert variant="default" mb="md" p="xs" px="md">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{count} not on your board.</Text>
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? 'Hide' : 'Show'}
        </Button>
      </Group>
      <Collapse expanded={isOpen}>
        <Stack component="ul" gap={4} p={0} m={0} mt="xs" style={{ listStyle: 'none' }}>
          {rest.slice(0, mostShown).map((job) => {
            const name = [job.title ?? 'Posting without a title', job.company_name]
              .filter(Boolean)
              .join(', ');
            return (
              <Group component="li" key={job.id} justify="space-between" gap="xs" wrap="nowrap">
                <Anchor
                  size="sm"
                  style={{ overflowWrap: 'anywhere' }}
                  renderRoot={(props) => (
                    <Link to="/jobs/posting/$jobId" params={{ jobId: job.id }} {...props} />
                  )}
                >
                  {name}
                </Anchor>
                <Button
                  size="compact-xs"
                  variant="light"
                  style={{ flex: 'none' }}
                  loading={place.isPending && place.variables.job_id === job.id}
                  onClick={() =>
                    place.mutate(
                      { job_id: job.id, stage: 'saved' },
                      {
                        onSuccess: () => notifications.show({ message: `«${name}» is on your board.` }),
                        onError: (error) =>
                          notifications.show({ color: 'red', title: 'Not added', message: errorText(error) }),
                      },
                    )
                  }
                  aria-label={`Put on the board: ${name}`}
                >
                  Put on the board
                </Button>
              </Group>
            );
          })}
        </Stack>
        {rest.length > mostShown && (
          <Text size="xs" c="dimmed" mt={4}>
            The newest {mostShown} are shown.
          </Text>
        )}
      </Collapse>
    </Alert>
  );
}
