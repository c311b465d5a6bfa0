import { ActionIcon, Anchor, Tabs, Text, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ApiProblem } from '../../api/client.ts';
import type { Cv } from '../../api/schema.d.ts';
import { DateText } from '../../ui/dates.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ChangesTab } from './changes/changes-tab.tsx';
import { ChecksTab } from './checks/checks-tab.tsx';
import { MatchTab } from './match/match-tab.tsx';
import { OverviewTab } from './overview/overview-tab.tsx';
import { useCv } from './queries.ts';
import { ExportMenu } from './shared/export-menu.tsx';
import { useConfirmDelete } from './shared/use-confirm-delete.tsx';

const tabs = [
  ['overview', 'Overview', OverviewTab],
  ['checks', 'Checks', ChecksTab],
  ['match', 'Match', MatchTab],
  ['changes', 'Changes', ChangesTab],
] as const;

/** One CV, in four tabs; which one is open stands in the address. */
export default function CvPage() {
  const { cvId = '' } = useParams({ strict: false }) as { cvId?: string };
  const cv = useCv(cvId);
  if (cv.data) return <Loaded key={cvId} cv={cv.data} />;
  return (
    <Page title="CV" size="xl">
      {cv.isError ? (
        <NoCv error={cv.error} onRetry={() => cv.refetch()} />
      ) : (
        <Loading label="Loading the CV" />
      )}
    </Page>
  );
}

function NoCv({ error, onRetry }: { error: unknown; onRetry(): void }) {
  if (!(error instanceof ApiProblem && error.status === 404))
    return <ErrorNotice error={error} onRetry={onRetry} />;
  return (
    <Text>
      There is no such CV; it may have been deleted.{' '}
      <Anchor component={Link} to="/cv" underline="always">
        All CVs
      </Anchor>
    </Text>
  );
}

function Loaded({ cv }: { cv: Cv }) {
  const { tab: wanted } = useSearch({ strict: false }) as { tab?: string };
  const navigate = useNavigate();
  const remove = useConfirmDelete(cv, () => navigate({ to: '/cv' }));
  const tab = tabs.some(([key]) => key === wanted) ? wanted! : 'overview';
  return (
    <Page
      title={shortened(cv.filename)}
      size="xl"
      description={<About cv={cv} />}
      actions={
        <>
          <ExportMenu id={cv.id} />
          <Tooltip label="Delete this CV">
            <ActionIcon size="lg" onClick={remove} aria-label="Delete this CV">
              <IconTrash size={19} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </>
      }
    >
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) =>
          navigate({
            to: '.',
            search: (old: Record<string, string | undefined>) => ({
              ...old,
              tab: value === 'overview' ? undefined : (value ?? undefined),
            }),
            replace: true,
            resetScroll: false,
          })
        }
      >
        <Tabs.List mb="md">
          {tabs.map(([key, label]) => (
            <Tabs.Tab key={key} value={key} px={{ base: 'xs', xs: 'md' }}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(([key, , Tab]) => (
          <Tabs.Panel key={key} value={key}>
            <Tab cv={cv} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}

/** A name of a file may be as long as a paragraph. */
const shortened = (name: string) => (name.length > 100 ? `${name.slice(0, 99).toWellFormed()}…` : name);

function About({ cv }: { cv: Cv }) {
  const { pages, created_at, engine } = cv;
  return (
    <Text span size="sm" c="dimmed">
      <Anchor component={Link} to="/cv" inherit>
        All CVs
      </Anchor>
      {' · added '}
      <DateText value={created_at} />
      {pages !== null && ` · ${pages} ${pages === 1 ? 'page' : 'pages'}`}
      {engine !== null && ` · read ${engine === 'offline' ? 'by rules, without a model' : `by ${engine}`}`}
    </Text>
  );
}
