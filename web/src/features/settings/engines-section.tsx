import { Table } from '@mantine/core';
import type { Account } from '../../api/schema.d.ts';
import { Section } from '../../ui/section.tsx';

/** What answers here, and what is off. */
export function EnginesSection({ engines }: { engines: Account['engines'] }) {
  const rows: [string, string][] = [
    ['Answers', engines.chat ?? 'Offline engine: the playbook and your own words, no language model'],
    ['Search by meaning', engines.embedding],
    ['Listening', engines.voice.listen ?? 'Off: no key for speech is set on the server'],
    ['Speaking', engines.voice.speak ?? 'Off: no key for a voice is set on the server'],
  ];
  return (
    <Section title="Engines" description="What works for you here. Every answer says which one made it.">
      <Table withRowBorders={false} layout="auto" aria-label="Engines">
        <Table.Tbody>
          {rows.map(([what, engine]) => (
            <Table.Tr key={what}>
              <Table.Th scope="row" fw={500} w="10rem">
                {what}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{engine}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
