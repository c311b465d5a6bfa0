import { List, ScrollArea, Table, Text } from '@mantine/core';
import { stageNames } from '../../shared/stages.ts';
import type { ImportResult } from './queries.ts';

const mostShown = 100;

/** The rows as they would be taken, then those that would not, with the reason. */
export function Rows({ result: { items, skipped, warnings } }: { result: ImportResult }) {
  return (
    <ScrollArea.Autosize
      mah={300}
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Rows of the file' }}
    >
      {items.length > 0 && (
        <Table fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Line</Table.Th>
              <Table.Th>Job</Table.Th>
              <Table.Th>Stage</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.slice(0, mostShown).map(({ line, action, title, company, stage }) => (
              <Table.Tr key={line}>
                <Table.Td>{line}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {title}, {company}
                  {action === 'update' && (
                    <Text span size="xs" c="dimmed">
                      {' '}
                      changes the one you have
                    </Text>
                  )}
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{stageNames[stage]}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {items.length > mostShown && (
        <Text size="xs" c="dimmed">
          The first {mostShown} are shown.
        </Text>
      )}
      {skipped.length > 0 && (
        <section aria-label="Left out">
          <Text size="sm" fw={600} mt="sm">
            Left out
          </Text>
          <List size="sm" listStyleType="none">
            {skipped.slice(0, mostShown).map(({ line, reason }) => (
              <List.Item key={`${line} ${reason}`}>
                Line {line}: {reason}
              </List.Item>
            ))}
          </List>
        </section>
      )}
      {warnings.length > 0 && (
        <section aria-label="Parts of rows left out">
          <Text size="sm" fw={600} mt="sm">
            Taken without a part
          </Text>
          <List size="sm" listStyleType="none">
            {warnings.slice(0, mostShown).map(({ line, field, message }) => (
              <List.Item key={`${line} ${field} ${message}`}>
                Line {line}, {field}: {message}
              </List.Item>
            ))}
          </List>
        </section>
      )}
    </ScrollArea.Autosize>
  );
}
