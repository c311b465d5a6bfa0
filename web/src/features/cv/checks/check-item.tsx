import { Accordion, Badge, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconPointFilled } from '@tabler/icons-react';
import { useState } from 'react';
import type { CvCheck } from '../../../api/schema.d.ts';
import { useIsActive, useJump } from '../text/linked.tsx';
import { findingKey } from './findings.ts';

const looks = {
  high: { icon: IconAlertCircle, color: 'red', words: 'high' },
  medium: { icon: IconAlertTriangle, color: 'orange', words: 'medium' },
  low: { icon: IconPointFilled, color: 'gray', words: 'low' },
} as const;

/** So many places are listed at first. */
const FEW = 5;

/** A check that failed: what was found and where, why it matters, what to do. */
export function CheckItem({ check, placed }: { check: CvCheck; placed: ReadonlySet<string> }) {
  const { id, severity, title, message, meaning, action, source } = check;
  const { icon: Icon, color, words } = looks[severity];
  return (
    <Accordion.Item value={id}>
      <Accordion.Control icon={<Icon size={19} color={`var(--mantine-color-${color}-6)`} aria-hidden />}>
        <Group gap="xs" wrap="nowrap" justify="space-between">
          <div>
            <Text size="sm" fw={600}>
              {message}
            </Text>
            <Text size="xs" c="dimmed">
              {title}
            </Text>
          </div>
          <Badge variant="default" size="sm" tt="none" flex="none">
            {words}
          </Badge>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="xs">
          {action && (
            <Text size="sm">
              <strong>What to do: </strong>
              {action}
            </Text>
          )}
          <Text size="sm">
            <strong>Why: </strong>
            {meaning}
          </Text>
          <Findings check={check} placed={placed} />
          <Text size="xs" c="dimmed">
            {source === null ? 'Common practice' : `After ${source}`}
          </Text>
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

function Findings({ check: { id, findings }, placed }: { check: CvCheck; placed: ReadonlySet<string> }) {
  const [isAll, setAll] = useState(false);
  if (findings.length === 0) return null;
  const shown = isAll ? findings : findings.slice(0, FEW);
  return (
    <>
      <List size="sm" listStyleType="none" spacing={4} m={0} p={0}>
        {shown.map(({ note }, index) => (
          <FindingRow
            key={findingKey(id, index)}
            id={findingKey(id, index)}
            note={note}
            isPlaced={placed.has(findingKey(id, index))}
          />
        ))}
      </List>
      {shown.length < findings.length && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => setAll(true)}
          style={{ alignSelf: 'flex-start' }}
        >
          {findings.length - shown.length} more
        </Button>
      )}
    </>
  );
}

/** What is at fault at one place; highlighted while that place is pointed at. */
function FindingRow({ id, note, isPlaced }: { id: string; note: string; isPlaced: boolean }) {
  const jump = useJump();
  const isActive = useIsActive([id]);
  return (
    <List.Item
      data-about={id}
      tabIndex={-1}
      bg={isActive ? 'var(--app-highlight)' : undefined}
      px={6}
      bdrs="sm"
    >
      <Group gap="xs" wrap="nowrap" justify="space-between" align="flex-start">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {note}
        </Text>
        {isPlaced && (
          <Button
            size="compact-xs"
            variant="default"
            flex="none"
            aria-label={`Show the place: ${note}`}
            onClick={() => jump(id, 'text')}
          >
            Show
          </Button>
        )}
      </Group>
    </List.Item>
  );
}
