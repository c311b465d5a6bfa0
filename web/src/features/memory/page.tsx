import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { ExportMemory } from '../../ui/export-memory.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { tabs } from './tabs.ts';

/** What the coach remembers: to search, to look at, to correct and to take along. */
export default function MemoryPage() {
  const { tab: asked } = useSearch({ strict: false });
  const navigate = useNavigate();
  const current = tabs.find(({ value }) => value === asked) ?? tabs[0]!;
  return (
    <Page
      title="Memory"
      description="Everything you told the coach, and what it makes of it. It is yours: look, correct, take it along, forget."
      actions={<ExportMemory>Export</ExportMemory>}
      size="xl"
    >
      <Tabs
        value={current.value}
        onChange={(value) =>
          void navigate({ to: '/memory', search: value === tabs[0]!.value || !value ? {} : { tab: value } })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {tabs.map(({ value, label, icon: Icon }) => (
            <Tabs.Tab key={value} value={value} leftSection={<Icon size={16} aria-hidden />}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ value, Content }) => (
          <Tabs.Panel key={value} value={value}>
            <Suspense fallback={<Loading />}>
              <Content />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
