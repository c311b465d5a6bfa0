import { Badge, Button, Group, Paper, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { Cv, CvChange } from '../../../api/schema.d.ts';
import classes from './changes.module.css';
import { placeName } from './place-name.ts';
import { WordDiff } from './word-diff.tsx';

interface ChangeCardProps {
  change: CvChange;
  resume: Cv['json_resume'];
  isBusy: boolean;
  onDecide(verb: 'accept' | 'reject'): void;
}

const outcomes = {
  accepted: ['Accepted', 'teal'],
  rejected: ['Rejected', 'gray'],
  stale: ['Outdated: this place was changed since', 'yellow'],
} as const;

/** One change: what was, what could be, why, and the decision. */
export function ChangeCard({ change, resume, isBusy, onDecide }: ChangeCardProps) {
  const { id, pointer, before, after, why, status } = change;
  const place = placeName(resume, pointer);
  const outcome =
    status === 'accepted' || status === 'rejected' || status === 'stale' ? outcomes[status] : null;
  return (
    <Paper
      withBorder
      p="md"
      component="article"
      aria-label={`Change of ${place}`}
      tabIndex={-1}
      data-change={id}
      data-status={status}
      className={classes.card}
    >
      <Group justify="space-between" gap="xs" mb={6}>
        <Text size="sm" fw={600}>
          {place}
        </Text>
        {outcome && (
          <Badge variant="light" color={outcome[1]} c="var(--mantine-color-text)" tt="none">
            {outcome[0]}
          </Badge>
        )}
      </Group>
      <WordDiff before={before} after={after} />
      <Text size="sm" c="dimmed" mt={6}>
        {why}
      </Text>
      {(status === 'proposed' || status === 'rejected') && (
        <Group gap="xs" mt="sm">
          <Button
            size="xs"
            variant={status === 'proposed' ? 'filled' : 'default'}
            leftSection={<IconCheck size={15} aria-hidden />}
            disabled={isBusy}
            onClick={() => onDecide('accept')}
            aria-label={`Accept the change of ${place}`}
          >
            {status === 'proposed' ? 'Accept' : 'Accept after all'}
          </Button>
          {status === 'proposed' && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconX size={15} aria-hidden />}
              disabled={isBusy}
              onClick={() => onDecide('reject')}
              aria-label={`Reject the change of ${place}`}
            >
              Reject
            </Button>
          )}
        </Group>
      )}
    </Paper>
  );
}
