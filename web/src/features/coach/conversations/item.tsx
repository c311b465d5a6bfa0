import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconDots, IconPencil, IconSearch, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { RelativeDate } from '../../../ui/dates.tsx';
import { plainText } from '../../../ui/plain-text.ts';
import type { CoachPlace } from '../place.ts';
import type { Conversation } from '../types.ts';
import { confirmDeletion } from './delete.tsx';
import classes from './list.module.css';
import { RenameField } from './rename.tsx';
import { NotSent } from './waiting.tsx';

export interface ConversationItemProps {
  conversation: Conversation & { match?: { message_id: string; snippet: string } | null };
  /** Something said in it has not reached the server. */
  isWaiting: boolean;
  place: CoachPlace;
  onChosen?: () => void;
}

/** A conversation in the list: a link, and a menu to rename or delete it. */
export function ConversationItem({ conversation, isWaiting, place, onChosen }: ConversationItemProps) {
  const { id, title, last_message_at, preview, match } = conversation;
  const [isRenaming, setRenaming] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const isOpen = place.conversation === id;
  if (isRenaming) {
    return (
      <li className={classes.item}>
        <RenameField
          conversation={conversation}
          onDone={() => {
            flushSync(() => setRenaming(false));
            link.current?.focus();
          }}
        />
      </li>
    );
  }
  return (
    <li className={classes.item} data-open={isOpen || undefined}>
      <Link
        ref={link}
        to="/"
        search={{ conversation: id, ...(match && { message: match.message_id }) }}
        className={classes.link}
        aria-current={isOpen ? 'true' : undefined}
        onClick={onChosen}
      >
        <span className={classes.line}>
          <Text component="span" size="sm" fw={550} truncate dir="auto">
            {title}
          </Text>
          <Text component="span" size="xs" c="dimmed" className={classes.date}>
            <RelativeDate value={last_message_at} />
          </Text>
        </span>
        {isWaiting && !match ? (
          <NotSent />
        ) : (
          <Text
            component="span"
            size="xs"
            c="dimmed"
            lineClamp={match ? 2 : 1}
            className={classes.preview}
            dir="auto"
          >
            {plainText(match?.snippet ?? preview)}
          </Text>
        )}
      </Link>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon className={classes.menu} aria-label={`More for «${title}»`}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setRenaming(true)}>
            Rename
          </Menu.Item>
          <Menu.Item
            leftSection={<IconSearch size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/memory" search={{ in: id }} {...props} />}
          >
            Search in this conversation
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => confirmDeletion(conversation, isOpen ? place.openNew : undefined)}
          >
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
