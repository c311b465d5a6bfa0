import { Tabs } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { accountQuery } from '../../app/account.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Clustering } from './clustering.tsx';
import { ClustersTab } from './clusters-tab.tsx';
import { GapsTab } from './gaps-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { WeeksTab } from './weeks-tab.tsx';

const tabs = [
  { value: 'overview', label: 'Overview', Content: OverviewTab, isClustered: false },
  { value: 'questions', label: 'Common questions', Content: ClustersTab, isClustered: true },
  { value: 'weeks', label: 'Topics by week', Content: WeeksTab, isClustered: true },
  { value: 'gaps', label: 'Knowledge gaps', Content: GapsTab, isClustered: true },
];

/** For the operator: how the server does, and what people ask, over so many of them that nobody can be told. */
export default function InsightsPage() {
  const account = useQuery(accountQuery);
  const { tab: asked } = useSearch({ strict: false });
  const navigate = useNavigate();
  const current = tabs.find(({ value }) => value === asked) ?? tabs[0]!;
  return (
    <Page
      title="Insights"
      description="How the server does, and what people ask. Nobody’s words are shown."
      size="xl"
    >
      {account.isPending && <Loading />}
      {account.isError && <ErrorNotice error={account.error} onRetry={() => account.refetch()} />}
      {account.data && !account.data.is_admin && (
        <EmptyState icon={IconLock} title="This is for the operator">
          Who runs the server names its administrators in ADMIN_USERS.
        </EmptyState>
      )}
      {account.data?.is_admin && (
        <Tabs
          value={current.value}
          onChange={(value) =>
            void navigate({ to: '/insights', search: !value || value === 'overview' ? {} : { tab: value } })
          }
          keepMounted={false}
        >
          <Tabs.List mb="md">
            {tabs.map(({ value, label }) => (
              <Tabs.Tab key={value} value={value}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tabs.map(({ value, Content, isClustered }) => (
            <Tabs.Panel key={value} value={value}>
              {isClustered && <Clustering />}
              <Content />
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </Page>
  );
}
