import { ActionIcon, Collapse, Group, Paper, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconPencil, IconPin, IconPinFilled, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Fact } from '../../../api/schema.d.ts';
import { confirmDelete } from '../../../ui/confirm-delete.tsx';
import { DateText } from '../../../ui/dates.tsx';
import { CorrectFact } from './correct-fact.tsx';
import { FactStory } from './fact-story.tsx';
import { shownValue } from './kinds.ts';
import { useFactChange } from './queries.ts';

/** One thing that is so: since when, where it comes from, and the ways to set it right. */
export function FactRow({ fact }: { fact: Fact }) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const [isCorrecting, setCorrecting] = useState(false);
  const change = useFactChange();
  const value = shownValue(fact.value);
  const story = `story-${fact.id}`;
  return (
    <Paper withBorder px="sm" py="xs">
      <Group justify="space-between" wrap="nowrap" gap="xs">
        {isCorrecting ? (
          <CorrectFact fact={fact} onDone={() => setCorrecting(false)} />
        ) : (
          <UnstyledButton onClick={toggle} aria-expanded={isOpen} aria-controls={story} style={{ flex: 1 }}>
            <Group gap="xs" wrap="nowrap">
              <IconChevronDown
                size={16}
                aria-hidden
                style={{ transform: isOpen ? undefined : 'rotate(-90deg)', flexShrink: 0 }}
              />
              <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                <Text fw={500}>{value}</Text>
                <Text size="xs" c="dimmed">
                  {fact.engine === 'person' ? 'You stated it' : 'You said it'} on{' '}
                  <DateText value={fact.said_at} />
                </Text>
              </div>
            </Group>
          </UnstyledButton>
        )}
        <Group gap={2} wrap="nowrap">
          <ActionIcon
            aria-label={fact.pinned ? `Unpin ${value}` : `Pin ${value}`}
            aria-pressed={fact.pinned}
            onClick={() => change.mutate({ do: 'pin', id: fact.id, pinned: !fact.pinned })}
          >
            {fact.pinned ? <IconPinFilled size={16} aria-hidden /> : <IconPin size={16} aria-hidden />}
          </ActionIcon>
          <ActionIcon aria-label={`Correct ${value}`} onClick={() => setCorrecting(!isCorrecting)}>
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label={`Forget ${value}`}
            loading={change.isPending && change.variables.do === 'forget'}
            onClick={() =>
              confirmDelete({
                title: `Forget «${value}»?`,
                children:
                  'It is taken out of your profile and not read off the same message again. The message itself stays.',
                confirm: 'Forget',
                onConfirm: () => change.mutate({ do: 'forget', id: fact.id }),
              })
            }
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <Collapse expanded={isOpen} id={story}>
        {isOpen && <FactStory fact={fact} />}
      </Collapse>
    </Paper>
  );
}
