import { Anchor, Group, Paper, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import type { Application } from '../../../api/schema.d.ts';
import { DateText, DayText, formatNumber } from '../../../ui/dates.tsx';
import { useFirstOnes } from '../shared/first-ones.tsx';
import { stageSince } from '../shared/history.ts';
import { companyOf, titleOf } from '../shared/names.ts';
import { StageDot } from '../shared/stage-dot.tsx';
import { isStage, stageNames, stageOptions } from '../shared/stages.ts';
import { useInAddress } from '../shared/use-in-address.ts';
import type { ViewProps } from '../views.ts';
import { columns, type Filter, filtered, nextSort, type Sort, sorted, sortOf, sortText } from './rows.ts';
import { SortHead } from './sort-head.tsx';

const choices = [
  {
    group: 'Several',
    items: [
      { value: 'open', label: 'All open' },
      { value: 'closed', label: 'All closed' },
    ],
  },
  ...stageOptions,
];

/** Every application as a row; what is searched for and how it is sorted stands in the address. */
export default function TableView({ applications }: ViewProps) {
  const [search, setSearch] = useInAddress();
  const [typed, setTyped] = useState(search.words ?? '');
  const words = useDeferredValue(typed);
  // The field itself does not wait for the address.
  const keepWords = useDebouncedCallback((text: string) => setSearch({ words: text }), 300);
  const stage = stageOf(search.stage);
  const { column, isDescending } = sortOf(search.sort);
  const rows = useMemo(
    () => sorted(filtered(applications, { words, stage }), { column, isDescending }),
    [applications, words, stage, column, isDescending],
  );
  const { shown, more } = useFirstOnes(rows, 60);
  const sort: Sort = { column, isDescending };
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <TextInput
          label="Search"
          placeholder="Job, company, place, notes, people"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            keepWords(event.currentTarget.value);
          }}
          style={{ flex: '1 1 14rem' }}
        />
        <Select
          label="Stage"
          placeholder="Any"
          data={choices}
          value={stage}
          clearable
          onChange={(value) => setSearch({ stage: value ?? undefined })}
          style={{ flex: '0 1 11rem' }}
        />
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {rows.length === applications.length
          ? `${formatNumber(rows.length)} ${rows.length === 1 ? 'application' : 'applications'}`
          : `${formatNumber(rows.length)} of ${formatNumber(applications.length)} applications`}
      </Text>
      {rows.length > 0 && (
        <Paper withBorder style={{ overflow: 'hidden' }}>
          <Table.ScrollContainer
            pos="relative"
            minWidth={640}
            type="native"
            tabIndex={0}
            role="region"
            aria-label="Applications"
          >
            <Table verticalSpacing="xs" highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  {columns.map(({ key, label }) => (
                    <SortHead
                      key={key}
                      label={label}
                      direction={column === key ? (isDescending ? 'descending' : 'ascending') : null}
                      onSort={() => setSearch({ sort: sortText(nextSort(sort, key)) })}
                    />
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.map((application) => (
                  <Row key={application.id} application={application} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      )}
      {more}
    </Stack>
  );
}

const stageOf = (text: string | undefined): Filter['stage'] =>
  isStage(text) || text === 'open' || text === 'closed' ? text : null;

const Row = memo(function Row({ application }: { application: Application }) {
  const { id, stage, next_step, remind_at } = application;
  const isLate = remind_at !== null && Date.parse(remind_at) < Date.now();
  return (
    <Table.Tr>
      <Table.Td miw={150} style={{ overflowWrap: 'anywhere' }}>
        <Anchor
          fw={600}
          size="sm"
          renderRoot={(props) => (
            <Link to="/jobs/$applicationId" params={{ applicationId: id }} preload={false} {...props} />
          )}
        >
          {titleOf(application)}
        </Anchor>
      </Table.Td>
      <Table.Td miw={120} style={{ overflowWrap: 'anywhere' }}>
        {companyOf(application)}
      </Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap" style={{ whiteSpace: 'nowrap' }}>
          <StageDot stage={stage} /> {stageNames[stage]}
        </Group>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <DayText value={stageSince(application)} />
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{next_step}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }} c={isLate ? 'var(--mantine-color-error)' : undefined}>
        {remind_at && <DateText value={remind_at} />}
        {isLate && <span className="visually-hidden"> (is due)</span>}
      </Table.Td>
    </Table.Tr>
  );
});
