import { Anchor, Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ApiProblem } from '../../../api/client.ts';
import { confirmDelete } from '../../../ui/confirm-delete.tsx';
import { ErrorNotice, errorText } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Page } from '../../../ui/page.tsx';
import { useApplications, useJob, usePlace, useRemoveJob } from '../queries.ts';
import { Match } from './match.tsx';
import { Posting } from './posting.tsx';

/** A saved posting that is on the board, or not yet. */
export default function PostingPage() {
  const { jobId = '' } = useParams({ strict: false }) as { jobId?: string };
  const job = useJob(jobId);
  const application = useApplications().data?.find((one) => one.job.id === jobId);
  const place = usePlace();
  const remove = useRemoveJob();
  const navigate = useNavigate();
  const open = (id: string) => void navigate({ to: '/jobs/$applicationId', params: { applicationId: id } });
  const failed = (title: string) => (error: unknown) =>
    notifications.show({ color: 'red', title, message: errorText(error) });

  if (!job.data) {
    const isGone = job.error instanceof ApiProblem && job.error.status === 404;
    return (
      <Page title="Posting" size="md">
        {isGone ? (
          <Text>
            There is no such posting; it may have been deleted.{' '}
            <Anchor component={Link} to="/jobs" inherit underline="always">
              All jobs
            </Anchor>
          </Text>
        ) : job.isError ? (
          <ErrorNotice error={job.error} onRetry={() => job.refetch()} />
        ) : (
          <Loading label="Loading the posting" />
        )}
      </Page>
    );
  }
  const title = job.data.title ?? 'Posting without a title';
  const askAndRemove = () =>
    confirmDelete({
      title: `Delete «${title}»?`,
      children: 'The posting goes, and what the coach remembers of it.',
      onConfirm: () =>
        remove.mutate(jobId, {
          onSuccess: () => void navigate({ to: '/jobs' }),
          onError: failed('Not deleted'),
        }),
    });
  return (
    <Page
      title={title}
      size="md"
      description={
        <Text span size="sm" c="dimmed">
          <Anchor component={Link} to="/jobs" inherit>
            All jobs
          </Anchor>
          {job.data.company_name && ` · ${job.data.company_name}`}
        </Text>
      }
      actions={
        application ? (
          <Button onClick={() => open(application.id)}>Open your application</Button>
        ) : (
          <>
            <Button variant="default" onClick={askAndRemove} loading={remove.isPending}>
              Delete
            </Button>
            <Button
              loading={place.isPending}
              onClick={() =>
                place.mutate(
                  { job_id: jobId, stage: 'saved' },
                  { onSuccess: (placed) => open(placed.application.id), onError: failed('Not added') },
                )
              }
            >
              Put on the board
            </Button>
          </>
        )
      }
    >
      <Stack gap="md">
        <Posting jobId={jobId} />
        <Match jobId={jobId} linkedCv={null} />
      </Stack>
    </Page>
  );
}
