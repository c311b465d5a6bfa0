import { Table } from '@mantine/core';
import { formatNumber } from '../../../ui/dates.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Funnel } from './funnel-rows.ts';

/** Which ways of finding jobs bring answers. */
export function Sources({ sources }: { sources: Funnel['by_source'] }) {
  if (!sources.some(({ source }) => source !== null)) return null;
  return (
    <Section title="Where they were found" description="Answers and offers, by where you found the job.">
      <Table.ScrollContainer minWidth={380} type="native" tabIndex={0} role="region" aria-label="By source">
        <Table fz="sm" verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Found</Table.Th>
              <Table.Th ta="end">Jobs</Table.Th>
              <Table.Th ta="end">Applied</Table.Th>
              <Table.Th ta="end">Answered</Table.Th>
              <Table.Th ta="end">Offers</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sources.map(({ source, n, applied, answered, offers }) => (
              <Table.Tr key={source ?? ''}>
                <Table.Th scope="row" fw={500} style={{ overflowWrap: 'anywhere' }}>
                  {source ?? 'Not told'}
                </Table.Th>
                <Table.Td ta="end">{formatNumber(n)}</Table.Td>
                <Table.Td ta="end">{formatNumber(applied)}</Table.Td>
                <Table.Td ta="end">{formatNumber(answered.n)}</Table.Td>
                <Table.Td ta="end">{formatNumber(offers.n)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}
