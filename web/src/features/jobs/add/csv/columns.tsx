import { Accordion, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { type Field, fields, type ImportResult } from './queries.ts';

interface ColumnsProps {
  columns: ImportResult['columns'];
  onChange(header: string, field: Field | null): void;
}

const options = [{ value: '', label: 'Leave out' }, ...fields.map(([value, label]) => ({ value, label }))];

/** Which column was taken for what; a wrong one is put right here. */
export function Columns({ columns, onChange }: ColumnsProps) {
  const left = columns.filter(({ field }) => field === null).length;
  return (
    <Accordion variant="contained" order={3}>
      <Accordion.Item value="columns">
        <Accordion.Control>
          <Text size="sm">
            {columns.length} columns{left > 0 && `, ${left} not read`}
          </Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Stack gap={6}>
            {columns.map(({ header, field }, index) => (
              <Group key={`${index}-${header}`} gap="xs" wrap="nowrap" justify="space-between">
                <Text size="sm" style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
                  {header || `Column ${index + 1}`}
                </Text>
                <NativeSelect
                  size="xs"
                  w={170}
                  style={{ flex: 'none' }}
                  data={options}
                  value={field ?? ''}
                  aria-label={`What «${header}» is`}
                  onChange={(event) => onChange(header, (event.currentTarget.value || null) as Field | null)}
                />
              </Group>
            ))}
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
