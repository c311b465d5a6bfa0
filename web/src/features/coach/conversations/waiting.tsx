import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Waiting } from '../live/outbox.ts';
import type { CoachPlace } from '../place.ts';
import classes from './list.module.css';

interface WaitingItemProps {
  message: Waiting;
  place: CoachPlace;
  onChosen?: () => void;
}

/** A conversation of which nothing has reached the server: its first words, and that they wait. */
export function WaitingItem({ message: { conversation, text }, place, onChosen }: WaitingItemProps) {
  const isOpen = place.conversation === conversation;
  return (
    <li className={classes.item} data-open={isOpen || undefined}>
      <Link
        to="/"
        search={{ conversation }}
        className={classes.link}
        aria-current={isOpen ? 'true' : undefined}
        onClick={onChosen}
      >
        <Text component="span" display="block" size="sm" fw={550} truncate dir="auto">
          {text}
        </Text>
        <NotSent />
      </Link>
    </li>
  );
}

export function NotSent() {
  return (
    <Text component="span" size="xs" fw={600} c="var(--mantine-color-anchor)">
      Not sent yet
    </Text>
  );
}
