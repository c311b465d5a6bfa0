import { Button, Tabs } from '@mantine/core';
import { IconBriefcase, IconDownload, IconPlus } from '@tabler/icons-react';
import { Suspense } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { useSaveFile } from '../../ui/use-save-file.ts';
import { AddDialog } from './add/add-dialog.tsx';
import { useApplications } from './queries.ts';
import { useInAddress } from './shared/use-in-address.ts';
import { Unplaced, useUnplaced } from './unplaced.tsx';
import { views } from './views.ts';

/** A search for a job: where each application stands, what comes next, and how it goes on the whole. */
export default function JobsPage() {
  const [search, setSearch] = useInAddress();
  const applications = useApplications();
  const save = useSaveFile();
  const current = views.find(({ value }) => value === search.view) ?? views[0]!;
  const add = () => setSearch({ add: 'text' });
  const count = applications.data?.length ?? 0;
  const { jobs, rest } = useUnplaced(applications.data);
  return (
    <Page
      title="Jobs"
      description="Every job you look at, from the posting to the offer."
      size="100%"
      actions={
        <>
          {count > 0 && (
            <Button
              variant="default"
              loading={save.isPending}
              onClick={() =>
                save.mutate({ path: '/api/applications?format=csv', fallbackName: 'applications.csv' })
              }
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              Export as CSV
            </Button>
          )}
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            Add a job
          </Button>
        </>
      }
    >
      {applications.isError && !applications.data ? (
        <ErrorNotice
          error={applications.error}
          onRetry={() => applications.refetch()}
          isRetrying={applications.isRefetching}
        />
      ) : applications.isPending ? (
        <Loading label="Loading your applications" />
      ) : (
        <>
          <Unplaced applications={applications.data} />
          {count === 0 && jobs.isPending && <Loading label="Loading your postings" />}
          {count === 0 && !jobs.isPending && rest.length === 0 && (
            <EmptyState
              icon={IconBriefcase}
              title="No jobs yet"
              action={<Button onClick={add}>Add the first one</Button>}
            >
              Paste a posting, give its address, or bring the spreadsheet you have kept so far. You see where
              each one stands, what is due, and how far you get.
            </EmptyState>
          )}
          {count > 0 && (
            <Tabs
              value={current.value}
              keepMounted={false}
              onChange={(value) =>
                setSearch({ view: value === views[0]!.value ? undefined : (value ?? undefined) })
              }
            >
              <Tabs.List mb="md">
                {views.map(({ value, label, icon: Icon }) => (
                  <Tabs.Tab
                    key={value}
                    value={value}
                    px={{ base: 'xs', xs: 'md' }}
                    leftSection={<Icon size={16} aria-hidden />}
                  >
                    {label}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              {views.map(({ value, Content }) => (
                <Tabs.Panel key={value} value={value}>
                  <Suspense fallback={<Loading />}>
                    <Content applications={applications.data} />
                  </Suspense>
                </Tabs.Panel>
              ))}
            </Tabs>
          )}
        </>
      )}
      <AddDialog />
    </Page>
  );
}
