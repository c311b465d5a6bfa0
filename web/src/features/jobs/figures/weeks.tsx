import { BarChart } from '@mantine/charts';
import { Table, Text } from '@mantine/core';
import { formatNumber } from '../../../ui/dates.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Funnel } from './funnel-rows.ts';

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const parts = [
  ['applied', 'Applied', 'blue.6'],
  ['interviews', 'Interviews', 'violet.6'],
  ['offers', 'Offers', 'orange.6'],
  ['rejected', 'Rejected', 'red.6'],
] as const;

/** What happened in each of the last weeks. */
export function Weeks({ weekly }: { weekly: Funnel['weekly'] }) {
  const weeks = weekly.map((week) => ({ ...week, name: day.format(new Date(week.week)) }));
  const busy = weeks.filter((week) => parts.some(([key]) => week[key] > 0));
  if (busy.length === 0) return null;
  return (
    <Section title="Week by week" description="How many came to each stage for the first time.">
      <div aria-hidden>
        <BarChart
          h={220}
          data={weeks}
          dataKey="name"
          type="stacked"
          series={parts.map(([name, label, color]) => ({ name, label, color }))}
          withLegend
          legendProps={{ verticalAlign: 'bottom' }}
          yAxisProps={{ allowDecimals: false, width: 36 }}
          maxBarWidth={32}
          barChartProps={{ accessibilityLayer: false }}
          barProps={{ isAnimationActive: false }}
        />
      </div>
      <details>
        <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
          The same in numbers
        </Text>
        <Table.ScrollContainer
          minWidth={380}
          type="native"
          tabIndex={0}
          role="region"
          aria-label="Weeks in numbers"
        >
          <Table fz="sm" verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Week of</Table.Th>
                {parts.map(([key, label]) => (
                  <Table.Th key={key} ta="end">
                    {label}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {busy.map((week) => (
                <Table.Tr key={week.week}>
                  <Table.Th scope="row" fw={500}>
                    {week.name}
                  </Table.Th>
                  {parts.map(([key]) => (
                    <Table.Td key={key} ta="end">
                      {formatNumber(week[key])}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </details>
    </Section>
  );
}
