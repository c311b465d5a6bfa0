import { ActionIcon, Anchor, Button, Grid, Stack, Text, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMessage, IconTrash } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ApiProblem } from '../../../api/client.ts';
import type { Application } from '../../../api/schema.d.ts';
import { confirmDelete } from '../../../ui/confirm-delete.tsx';
import { ErrorNotice, errorText } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Page } from '../../../ui/page.tsx';
import { LettersOfJob } from '../../letters/letters-of-job.tsx';
import { useApplication, useRemove } from '../queries.ts';
import { companyOf, nameOf, titleOf } from '../shared/names.ts';
import { Contacts } from './contacts.tsx';
import { History } from './history.tsx';
import { Match } from './match.tsx';
import { Notes } from './notes.tsx';
import { Posting } from './posting.tsx';
import { Tracking } from './tracking.tsx';

/** One application: where it stands, its posting, its letters, and its past. */
export default function ApplicationPage() {
  const { applicationId = '' } = useParams({ strict: false }) as { applicationId?: string };
  const application = useApplication(applicationId);
  if (application.data) return <Loaded key={applicationId} application={application.data} />;
  const isGone = application.error instanceof ApiProblem && application.error.status === 404;
  return (
    <Page title="Job" size="xl">
      {isGone ? (
        <Text>
          There is no such job on your board; it may have been deleted.{' '}
          <Anchor component={Link} to="/jobs" inherit underline="always">
            All jobs
          </Anchor>
        </Text>
      ) : application.isError ? (
        <ErrorNotice error={application.error} onRetry={() => application.refetch()} />
      ) : (
        <Loading label="Loading the application" />
      )}
    </Page>
  );
}

function Loaded({ application }: { application: Application }) {
  const { id, job, cv_id } = application;
  const remove = useConfirmRemove(application);
  const about = [companyOf(application), job.location].filter(Boolean).join(' · ');
  return (
    <Page
      title={titleOf(application)}
      size="xl"
      description={
        <Text span size="sm" c="dimmed">
          <Anchor component={Link} to="/jobs" inherit>
            All jobs
          </Anchor>
          {about && ` · ${about}`}
        </Text>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconMessage size={16} aria-hidden />}
            renderRoot={(props) => (
              <Link to="/" search={{ say: `About the job «${nameOf(application)}»: ` }} {...props} />
            )}
          >
            Ask the coach
          </Button>
          <Tooltip label="Delete this application">
            <ActionIcon size="lg" onClick={remove} aria-label="Delete this application">
              <IconTrash size={19} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </>
      }
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="md">
            <Tracking application={application} />
            <LettersOfJob jobId={job.id} applicationId={id} linkedCv={cv_id} />
            <Posting jobId={job.id} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="md">
            <Notes application={application} />
            <Match jobId={job.id} linkedCv={cv_id} />
            <Contacts application={application} />
            <History application={application} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function useConfirmRemove(application: Application) {
  const remove = useRemove();
  const navigate = useNavigate();
  const name = nameOf(application);
  return () =>
    confirmDelete({
      title: `Delete «${name}»?`,
      children:
        'Its stages, notes and contacts go with it, and so does what the coach remembers of it. The posting and the letters stay.',
      onConfirm: () =>
        remove.mutate(application.id, {
          onSuccess() {
            notifications.show({ message: `«${name}» is deleted.` });
            void navigate({ to: '/jobs' });
          },
          onError: (error) =>
            notifications.show({ color: 'red', title: 'Not deleted', message: errorText(error) }),
        }),
    });
}
