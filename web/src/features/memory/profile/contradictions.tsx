import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import type { Fact } from '../../../api/schema.d.ts';
import { DateText } from '../../../ui/dates.tsx';
import { kindOf, shownValue } from './kinds.ts';
import { useFactChange } from './queries.ts';

/** Facts that cannot both be so, side by side; the person says which one is. */
export function Contradictions({ facts }: { facts: readonly Fact[] }) {
  const change = useFactChange();
  return groupsOf(facts).map((group) => (
    <Alert
      key={group[0]!.id}
      color="yellow"
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      icon={<IconArrowsSplit2 aria-hidden />}
      title={`${kindOf(group[0]!.kind).label}: which is right?`}
    >
      <Stack gap="xs">
        <Text size="sm">
          You said different things, and not that it changed. Until you choose, both are kept.
        </Text>
        {group.map((fact) => (
          <Group key={fact.id} gap="sm">
            <Button
              size="compact-sm"
              variant="default"
              loading={change.isPending}
              onClick={async () => {
                for (const other of group) {
                  if (other.id !== fact.id) await change.mutateAsync({ do: 'forget', id: other.id });
                }
              }}
            >
              {shownValue(fact.value)}
            </Button>
            <Text size="sm" c="dimmed">
              said on <DateText value={fact.said_at} />
            </Text>
          </Group>
        ))}
      </Stack>
    </Alert>
  ));
}

/** Each set of facts that contradict each other, once. */
export function groupsOf(facts: readonly Fact[]): Fact[][] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const seen = new Set<string>();
  return facts.flatMap((fact) => {
    const group = [fact, ...fact.contradicts.flatMap((id) => byId.get(id) ?? [])];
    if (group.length < 2 || seen.has(fact.id)) return [];
    for (const { id } of group) seen.add(id);
    return [group];
  });
}
