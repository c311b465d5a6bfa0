import { Anchor, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { ApiProblem } from '../../api/client.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { LetterView } from './letter-view.tsx';
import { useVersions } from './queries.ts';

/** A letter with its evidence and its versions. */
export default function LetterPage() {
  const { letterId = '' } = useParams({ strict: false }) as { letterId?: string };
  const versions = useVersions(letterId);
  const list = versions.data?.versions;
  if (list?.[0]) return <LetterView key={letterId} versions={list} />;
  const isGone = versions.error instanceof ApiProblem && versions.error.status === 404;
  return (
    <Page title="Letter" size="xl">
      {isGone ? (
        <Text>
          There is no such letter; it may have been deleted.{' '}
          <Anchor component={Link} to="/jobs" inherit underline="always">
            All jobs
          </Anchor>
        </Text>
      ) : versions.isError ? (
        <ErrorNotice error={versions.error} onRetry={() => versions.refetch()} />
      ) : (
        <Loading label="Loading the letter" />
      )}
    </Page>
  );
}
