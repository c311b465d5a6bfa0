import { Table, Text } from '@mantine/core';
import { DateText, formatNumber } from '../../../ui/dates.tsx';
import type { Topics } from './queries.ts';

/** The topics with how often and when. */
export function TopicsTable({ topics }: { topics: Topics['topics'] }) {
  return (
    <Table.ScrollContainer minWidth={420} type="native" tabIndex={0} mt="md">
      <Table aria-label="Topics">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Topic</Table.Th>
            <Table.Th ta="right">Messages</Table.Th>
            <Table.Th>First</Table.Th>
            <Table.Th>Last</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {topics.map((topic) => (
            <Table.Tr key={topic.id}>
              <Table.Td>
                {topic.label}
                {topic.kind === 'own' && (
                  <Text span size="xs" c="dimmed">
                    {' '}
                    your own
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">{formatNumber(topic.count)}</Table.Td>
              <Table.Td>
                <DateText value={topic.first_at} />
              </Table.Td>
              <Table.Td>
                <DateText value={topic.last_at} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
