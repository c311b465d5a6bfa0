import { Button, Group, Select, Stack, Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { formatNumber } from '../../../../ui/dates.tsx';
import { ErrorNotice } from '../../../../ui/error-notice.tsx';
import { Loading } from '../../../../ui/loading.tsx';
import { Columns } from './columns.tsx';
import { type CsvOptions, useImport, usePreview } from './queries.ts';
import { Rows } from './rows.tsx';

interface PreviewProps {
  name: string;
  csv: string;
  onOther(): void;
  onDone(): void;
}

const jobs = (count: number) => `${formatNumber(count)} ${count === 1 ? 'job' : 'jobs'}`;

const rowsOf = (count: number) => `${formatNumber(count)} ${count === 1 ? 'row' : 'rows'}`;

/** What would be taken of a file, which rows are left out and why, and what can be told to read it better. */
export function Preview({ name, csv, onOther, onDone }: PreviewProps) {
  const [options, setOptions] = useState<Omit<CsvOptions, 'csv'>>({
    mapping: {},
    duplicates: 'skip',
    date_order: null,
  });
  const asked = { csv, ...options };
  const preview = usePreview(name, asked);
  const save = useImport();
  const set = (changes: Partial<CsvOptions>) => setOptions((old) => ({ ...old, ...changes }));

  const head = (
    <Group justify="space-between" gap="xs">
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={onOther}>
        Another file
      </Button>
    </Group>
  );
  if (preview.isError)
    return (
      <Stack gap="sm">
        {head}
        <ErrorNotice
          error={preview.error}
          onRetry={() => preview.refetch()}
          isRetrying={preview.isRefetching}
        />
      </Stack>
    );
  if (preview.isPending) return <Loading label="Reading the file" />;
  const { data } = preview;
  const count = data.created + data.updated;

  return (
    <Stack gap="sm">
      {head}
      <Text role="status" size="sm">
        {jobs(data.created)} would be added
        {data.updated > 0 && `, ${formatNumber(data.updated)} changed`}
        {data.skipped.length > 0 && `, ${rowsOf(data.skipped.length)} left out`}. Nothing is kept yet.
      </Text>
      {(data.date_order === 'ambiguous' || options.date_order) && (
        <Select
          label="Which date is 3/4/2026?"
          placeholder="Choose"
          description="The file does not show which number is the day; until you say so, such dates are left out."
          data={[
            { value: 'dmy', label: '3 April (day first)' },
            { value: 'mdy', label: 'March 4 (month first)' },
          ]}
          value={options.date_order}
          onChange={(value) => set({ date_order: value as CsvOptions['date_order'] })}
        />
      )}
      <Columns
        columns={data.columns}
        onChange={(header, field) => set({ mapping: { ...options.mapping, [header]: field } })}
      />
      <Switch
        label="Change jobs that are on the board already"
        description="Otherwise such rows are left out."
        checked={options.duplicates === 'update'}
        onChange={(event) => set({ duplicates: event.currentTarget.checked ? 'update' : 'skip' })}
      />
      <Rows result={data} />
      {save.isError && <ErrorNotice error={save.error} onRetry={() => save.mutate(asked)} />}
      <Group justify="flex-end">
        <Button
          disabled={count === 0 || preview.isPlaceholderData}
          loading={save.isPending}
          onClick={() =>
            save.mutate(asked, {
              onSuccess({ created, updated, skipped }) {
                const left = skipped.length > 0 ? ` Left out: ${rowsOf(skipped.length)}.` : '';
                const changed = updated > 0 ? `, ${formatNumber(updated)} changed` : '';
                notifications.show({ message: `${jobs(created)} added${changed}.${left}` });
                onDone();
              },
            })
          }
        >
          {count === 0 ? 'Nothing to add' : `Import ${jobs(count)}`}
        </Button>
      </Group>
    </Stack>
  );
}
