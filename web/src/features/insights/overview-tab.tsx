import '@mantine/charts/styles.css';
import { AreaChart } from '@mantine/charts';
import { Alert, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Overview } from '../../api/schema.d.ts';
import { formatNumber } from '../../ui/dates.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { overviewQuery } from './queries.ts';

const dayName = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** Health, queue and use of the server. */
export function OverviewTab() {
  const overview = useQuery(overviewQuery);
  if (overview.isPending) return <Loading />;
  if (overview.isError) return <ErrorNotice error={overview.error} onRetry={() => overview.refetch()} />;
  const { database, engines, embedding, usage, totals, version } = overview.data;
  return (
    <Stack gap="lg">
      {database.status === 'error' && (
        <Alert color="red" title="The database does not answer">
          {database.reason}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }}>
        <Figure label="Wrote today" value={usage.active_people.day} unit="people" />
        <Figure label="In 7 days" value={usage.active_people.week} unit="people" />
        <Figure label="In 30 days" value={usage.active_people.month} unit="people" />
        <Figure label="Messages" value={totals.messages} unit={`of ${formatNumber(totals.people)} people`} />
        <Figure label="To be embedded" value={embedding.pending} unit="messages" />
        <Figure
          label="Set aside"
          value={embedding.set_aside}
          unit="messages"
          isBad={embedding.set_aside > 0}
        />
      </SimpleGrid>
      <Paper withBorder p="md">
        <Title order={2} mb="sm">
          The last 30 days
        </Title>
        <UsageChart days={usage.days} />
      </Paper>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Facts
          title="What was made"
          rows={[
            ['CVs', formatNumber(totals.cvs)],
            ['Analyses', formatNumber(totals.analyses)],
            ['Letters', formatNumber(totals.letters)],
            ['Applications', formatNumber(totals.applications)],
            ['Interviews', formatNumber(totals.interviews)],
          ]}
        />
        <Facts
          title="The server"
          rows={[
            ['Version', version],
            ['Database', database.kind === 'postgres' ? 'Postgres' : 'SQLite'],
            ['Vector search', database.vector_search ? 'Yes' : 'No: found by words alone'],
            ['Answers', engines.chat],
            ['Embeddings', embeddingsOf(engines)],
            ['Embedded', `${formatNumber(embedding.embedded)} of ${formatNumber(embedding.messages)}`],
          ]}
        />
      </SimpleGrid>
    </Stack>
  );
}

/** The dimensions of some models are not known before their first answer. */
function embeddingsOf({ embedding, embedding_dimensions: dimensions }: Overview['engines']): string {
  return dimensions === null ? embedding : `${embedding}, ${formatNumber(dimensions)} dimensions`;
}

interface FigureProps {
  label: string;
  value: number;
  unit: string;
  isBad?: boolean;
}

function Figure({ label, value, unit, isBad = false }: FigureProps) {
  return (
    <Paper withBorder p="sm">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz="1.5rem" fw={650} c={isBad ? 'var(--mantine-color-error)' : undefined}>
        {formatNumber(value)}
      </Text>
      <Text size="xs" c="dimmed">
        {unit}
      </Text>
    </Paper>
  );
}

function UsageChart({ days }: { days: Overview['usage']['days'] }) {
  const data = days.map(({ day, messages, people }) => ({
    day: dayName.format(new Date(day)),
    Messages: messages,
    People: people,
  }));
  const total = days.reduce((sum, { messages }) => sum + messages, 0);
  return (
    <>
      <div aria-hidden>
        <AreaChart
          h={220}
          data={data}
          dataKey="day"
          series={[
            { name: 'Messages', color: 'brand.7' },
            { name: 'People', color: 'orange.6' },
          ]}
          withLegend
          withDots={false}
          curveType="linear"
          yAxisProps={{ allowDecimals: false }}
          areaChartProps={{ accessibilityLayer: false }}
          areaProps={{ isAnimationActive: false }}
        />
      </div>
      <p className="visually-hidden">{formatNumber(total)} messages in 30 days.</p>
    </>
  );
}

function Facts({ title, rows }: { title: string; rows: [string, string][] }) {
  return (
    <Paper withBorder p="md">
      <Title order={2} mb="xs">
        {title}
      </Title>
      <Table aria-label={title}>
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={500}>
                {name}
              </Table.Th>
              <Table.Td ta="right" style={{ overflowWrap: 'anywhere' }}>
                {value}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
