import { Button, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { useOutbox } from '../live/outbox.ts';
import type { CoachPlace } from '../place.ts';
import { conversationsQuery } from '../queries.ts';
import { ConversationItem } from './item.tsx';
import classes from './list.module.css';
import { WaitingItem } from './waiting.tsx';

export interface ConversationListProps {
  place: CoachPlace;
  /** Called when one was chosen, so that a drawer can close. */
  onChosen?: () => void;
}

const searchAfterMs = 250;

/** All conversations, the last used first, and a search over their titles and messages. */
export function ConversationList({ place, onChosen }: ConversationListProps) {
  const [words, setWords] = useState('');
  const [query] = useDebouncedValue(words.trim(), searchAfterMs);
  const list = useInfiniteQuery(conversationsQuery(query));
  const conversations = list.data?.pages.flatMap((page) => page.conversations) ?? [];
  const late = useOutbox().filter(({ isLate }) => isLate);
  const known = new Set(conversations.map(({ id }) => id));
  const firsts = new Map(late.toReversed().map((message) => [message.conversation, message]));
  const unknown = query ? [] : [...firsts.values()].filter(({ conversation }) => !known.has(conversation));
  const isEmpty = list.isSuccess && conversations.length + unknown.length === 0;
  return (
    <Stack gap="xs" h="100%" className={classes.list}>
      <Button
        leftSection={<IconPlus size={16} aria-hidden />}
        variant="light"
        onClick={() => {
          place.openNew();
          onChosen?.();
        }}
      >
        New conversation
      </Button>
      <TextInput
        type="search"
        aria-label="Search conversations"
        placeholder="Search"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={words}
        maxLength={500}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {list.isPending && <Loading label="Loading conversations" />}
      {list.isError && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {isEmpty && (
        <Text size="sm" c="dimmed" px="xs" role="status">
          {query ? 'Nothing was found. Try other words.' : 'Your conversations will be listed here.'}
        </Text>
      )}
      {conversations.length + unknown.length > 0 && (
        <ul className={classes.items} aria-label={query ? 'Conversations found' : 'Conversations'}>
          {unknown.map((message) => (
            <WaitingItem key={message.conversation} message={message} place={place} onChosen={onChosen} />
          ))}
          {conversations.map((conversation) => (
            <ConversationItem
              key={conversation.id}
              conversation={conversation}
              isWaiting={firsts.has(conversation.id)}
              place={place}
              onChosen={onChosen}
            />
          ))}
          {list.hasNextPage && (
            <li>
              <UnstyledButton
                className={classes.more}
                onClick={() => void list.fetchNextPage()}
                disabled={list.isFetchingNextPage}
              >
                {list.isFetchingNextPage ? 'Loading …' : 'Show older ones'}
              </UnstyledButton>
            </li>
          )}
        </ul>
      )}
    </Stack>
  );
}
