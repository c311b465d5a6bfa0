import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';
import { Paper, Table } from '@mantine/core';
import { IconChartAreaLine } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { TopicsPerWeek } from '../../api/schema.d.ts';
import { formatNumber } from '../../ui/dates.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { mostColors, seriesColor } from '../../ui/series-color.ts';
import { Hidden } from './clusters-tab.tsx';
import { topicsQuery } from './queries.ts';

const weekMs = 7 * 86_400_000;
const dayName = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** How the common questions come and go. */
export function WeeksTab() {
  const found = useQuery(topicsQuery);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorNotice error={found.error} onRetry={() => found.refetch()} />;
  const { topics, suppressed_weeks: suppressed, min_people: least } = found.data;
  if (topics.length === 0) {
    return (
      <EmptyState icon={IconChartAreaLine} title="No topics yet">
        A topic is shown in each week in which at least {least} people asked about it.
      </EmptyState>
    );
  }
  const weeks = weeksOf(found.data);
  const shown = topics.slice(0, mostColors);
  const data = weeks.map((week) => ({
    week: dayName.format(new Date(week)),
    ...Object.fromEntries(shown.map((topic) => [topic.title, countIn(topic, week)])),
  }));
  return (
    <Paper withBorder p="md">
      <div aria-hidden>
        <LineChart
          h={280}
          data={data}
          dataKey="week"
          series={shown.map(({ title }, i) => ({ name: title, color: seriesColor(i) }))}
          withLegend
          legendProps={{ verticalAlign: 'bottom' }}
          yAxisProps={{ allowDecimals: false }}
          curveType="linear"
          lineChartProps={{ accessibilityLayer: false }}
          lineProps={{ isAnimationActive: false }}
        />
      </div>
      <Table.ScrollContainer minWidth={160 + 64 * weeks.length} type="native" tabIndex={0} mt="md">
        <Table aria-label="Questions by week">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Topic</Table.Th>
              {weeks.map((week) => (
                <Table.Th key={week} ta="right">
                  {dayName.format(new Date(week))}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {topics.map((topic) => (
              <Table.Tr key={topic.id}>
                <Table.Th scope="row" fw={500}>
                  {topic.title}
                </Table.Th>
                {weeks.map((week) => (
                  <Table.Td key={week} ta="right">
                    {formatNumber(countIn(topic, week))}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Hidden count={suppressed} least={least} />
    </Paper>
  );
}

function countIn(topic: TopicsPerWeek['topics'][number], week: number): number {
  return topic.weeks.find((one) => new Date(one.week).getTime() === week)?.messages ?? 0;
}

/** Their Mondays, in ms since 1970. */
function weeksOf({ from, to }: Pick<TopicsPerWeek, 'from' | 'to'>): number[] {
  const [first, last] = [new Date(from).getTime(), new Date(to).getTime()];
  return Array.from({ length: Math.floor((last - first) / weekMs) + 1 }, (_, i) => first + i * weekMs);
}
