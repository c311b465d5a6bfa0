import '@mantine/charts/styles.css';
import { Grid, List, Stack, Table, Text } from '@mantine/core';
import { formatNumber } from '../../../ui/dates.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Section } from '../../../ui/section.tsx';
import { useFunnel } from '../queries.ts';
import { stageNames } from '../shared/stages.ts';
import { FunnelPicture } from './funnel-picture.tsx';
import { rowsOf } from './funnel-rows.ts';
import { Sources } from './sources.tsx';
import { Waiting } from './waiting.tsx';
import { Weeks } from './weeks.tsx';

const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });

/** How far applications get and how long it takes, as pictures and in numbers. */
export default function FiguresView() {
  const funnel = useFunnel();
  if (funnel.isError && !funnel.data)
    return (
      <ErrorNotice error={funnel.error} onRetry={() => funnel.refetch()} isRetrying={funnel.isRefetching} />
    );
  if (funnel.isPending) return <Loading label="Counting" />;
  const { data } = funnel;
  const rows = rowsOf(data);
  return (
    <Stack gap="md">
      <Section
        title="How far they get"
        description={`Of ${formatNumber(data.n)} ${data.n === 1 ? 'application' : 'applications'}. Reaching a stage counts for all before it.`}
      >
        <Grid gap="lg" align="center">
          <Grid.Col span={{ base: 12, md: 5 }}>
            <FunnelPicture rows={rows} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Table.ScrollContainer
              minWidth={420}
              type="native"
              tabIndex={0}
              role="region"
              aria-label="Stages in numbers"
            >
              <Table fz="sm" verticalSpacing={6}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Stage</Table.Th>
                    <Table.Th ta="end">Reached</Table.Th>
                    <Table.Th ta="end">Now</Table.Th>
                    <Table.Th ta="end">Went on</Table.Th>
                    <Table.Th ta="end">Median days there</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map(({ stage, reached, now, onward, days }) => (
                    <Table.Tr key={stage}>
                      <Table.Th scope="row" fw={500}>
                        {stageNames[stage]}
                      </Table.Th>
                      <Table.Td ta="end">{formatNumber(reached)}</Table.Td>
                      <Table.Td ta="end">{formatNumber(now)}</Table.Td>
                      <Table.Td ta="end">
                        {onward === null || onward.rate === null
                          ? '–'
                          : `${percent.format(onward.rate)} (${formatNumber(onward.n)} of ${formatNumber(onward.of)})`}
                      </Table.Td>
                      <Table.Td ta="end">{days === null ? '–' : formatNumber(days)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Grid.Col>
        </Grid>
        {data.n < 20 && (
          <Text size="sm" c="dimmed">
            With so few, a share says little: one more answer changes it a lot.
          </Text>
        )}
        <List size="sm" c="dimmed" listStyleType="none">
          {data.ended
            .filter(({ n }) => n > 0)
            .map(({ stage, n }) => (
              <List.Item key={stage}>
                {stageNames[stage]}: {formatNumber(n)}
              </List.Item>
            ))}
        </List>
      </Section>
      <Weeks weekly={data.weekly} />
      <Sources sources={data.by_source} />
      <Waiting waiting={data.no_answer} />
    </Stack>
  );
}
