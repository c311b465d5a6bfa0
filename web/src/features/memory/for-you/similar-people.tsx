import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Recommendations } from './queries.ts';

type Similar = Recommendations['similar_people'];
type Worked = NonNullable<Similar['result']>['worked'][number];

const shares: Record<Worked['offer'], string> = {
  under_a_quarter: 'under a quarter',
  a_quarter_to_half: 'a quarter to half',
  half_to_three_quarters: 'half to three quarters',
  over_three_quarters: 'over three quarters',
};

/** What worked for people on a like path, in ranges over several of them. */
export function SimilarPeople({ similar }: { similar: Similar }) {
  const { state, why, result } = similar;
  if (state !== 'ready' || !result) {
    return (
      <Text c="dimmed">
        {why}{' '}
        {state === 'off' && (
          <Anchor underline="always" renderRoot={(props) => <Link to="/settings" {...props} />}>
            To the settings
          </Anchor>
        )}
      </Text>
    );
  }
  return (
    <>
      <Text>
        {result.people} people on a path like yours. What worked for them need not be why it worked.
      </Text>
      <Table.ScrollContainer minWidth={420} type="native" tabIndex={0}>
        <Table aria-label="What people like you did">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>What they did</Table.Th>
              <Table.Th>People</Table.Th>
              <Table.Th>Got to an interview</Table.Th>
              <Table.Th>Got an offer</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {result.worked.map((row) => (
              <Table.Tr key={`${row.kind} ${row.name}`}>
                <Table.Td>{row.name}</Table.Td>
                <Table.Td>{row.people}</Table.Td>
                <Table.Td>{shares[row.interview]}</Table.Td>
                <Table.Td>{shares[row.offer]}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {result.helpful_topics.length > 0 && (
        <Text size="sm">
          They found advice helpful on:{' '}
          {result.helpful_topics.map(({ topic, people }) => `${topic} (${people})`).join(', ')}.
        </Text>
      )}
    </>
  );
}
