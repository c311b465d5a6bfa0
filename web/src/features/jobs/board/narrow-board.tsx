import { Chip, Group, Stack, Text } from '@mantine/core';
import { formatNumber } from '../../../ui/dates.tsx';
import { useFirstOnes } from '../shared/first-ones.tsx';
import { isStage, type Stage, stageNames, stages } from '../shared/stages.ts';
import { useInAddress } from '../shared/use-in-address.ts';
import { PlainCard } from './card.tsx';
import type { BoardProps } from './types.ts';

/** One column at a time, chosen by its stage; cards are moved by their menus. */
export function NarrowBoard({ columns, onMove }: BoardProps) {
  const [search, setSearch] = useInAddress();
  const first = stages.find((stage) => columns[stage].length > 0) ?? 'saved';
  const stage = isStage(search.column) ? search.column : first;
  return (
    <Stack gap="sm">
      <Chip.Group value={stage} onChange={(value) => setSearch({ column: String(value) })}>
        <Group gap={6} role="radiogroup" aria-label="Stage">
          {stages.map((one) => (
            <Chip key={one} value={one} size="xs" variant="outline">
              {stageNames[one]} {columns[one].length > 0 && formatNumber(columns[one].length)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Cards key={stage} stage={stage} columns={columns} onMove={onMove} />
    </Stack>
  );
}

function Cards({ stage, columns, onMove }: BoardProps & { stage: Stage }) {
  const { shown, more } = useFirstOnes(columns[stage]);
  return (
    <section aria-label={stageNames[stage]}>
      {shown.map((application) => (
        <PlainCard key={application.id} application={application} onMove={onMove} />
      ))}
      {shown.length === 0 && (
        <Text c="dimmed" ta="center" py="xl">
          Nothing is under {stageNames[stage]}.
        </Text>
      )}
      {more}
    </section>
  );
}
