import { Button, Grid, Group, Stack, Text, Title } from '@mantine/core';
import dayjs from 'dayjs';
import { useMemo, useState } from 'react';
import { localDay } from '../../../ui/dates.tsx';
import { useJobs } from '../queries.ts';
import { useInAddress } from '../shared/use-in-address.ts';
import type { ViewProps } from '../views.ts';
import { byDay, entriesOf } from './entries.ts';
import { EntryList } from './entry-list.tsx';
import { Feed } from './feed.tsx';
import { Month } from './month.tsx';

const monthName = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric' });
const dayName = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });

/** A month with what is in it, and the same as a list: of the month, or of the day that is chosen. */
export default function CalendarView({ applications }: ViewProps) {
  const jobs = useJobs();
  const [search, setSearch] = useInAddress();
  const day = /^\d{4}-\d{2}-\d{2}$/.test(search.day ?? '') ? search.day! : null;
  const [month, setMonth] = useState(() => (day ?? localDay(new Date())).slice(0, 7));
  const entries = useMemo(() => entriesOf(applications, jobs.data ?? []), [applications, jobs.data]);
  const days = useMemo(() => byDay(entries), [entries]);
  const inMonth = entries.filter((entry) => entry.day.startsWith(month));
  const shown = day ? (days.get(day) ?? []) : inMonth;
  const next = entries.find((entry) => entry.day >= localDay(new Date()));
  const title = day ? dayName.format(dayjs(day).toDate()) : monthName.format(dayjs(`${month}-01`).toDate());
  return (
    <Stack gap="lg">
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7, lg: 6 }}>
          <Month
            month={month}
            onMonth={(value) => {
              setMonth(value);
              setSearch({ day: undefined });
            }}
            days={days}
            chosen={day}
            onDay={(value) => setSearch({ day: value === day ? undefined : value })}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5, lg: 6 }}>
          <section aria-labelledby="calendar-list">
            <Group justify="space-between" mb="xs" gap="xs">
              <Title order={2} size="h3" id="calendar-list">
                {title}
              </Title>
              {day && (
                <Button variant="subtle" size="compact-sm" onClick={() => setSearch({ day: undefined })}>
                  Whole month
                </Button>
              )}
            </Group>
            <div role="status">
              {shown.length === 0 && (
                <Text c="dimmed" size="sm">
                  Nothing is planned. Interviews and reminders of your applications stand here.
                </Text>
              )}
            </div>
            <EntryList entries={shown} withDay={!day} />
            {next && !next.day.startsWith(month) && !day && (
              <Button variant="light" size="xs" mt="sm" onClick={() => setMonth(next.day.slice(0, 7))}>
                Go to what comes next
              </Button>
            )}
          </section>
        </Grid.Col>
      </Grid>
      <Feed />
    </Stack>
  );
}
