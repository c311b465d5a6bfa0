import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { Composer } from './composer/composer.tsx';
import classes from './conversation-view.module.css';
import { deliver } from './live/deliver.ts';
import { takeBack } from './live/index.ts';
import { keepWaiting, useOutbox } from './live/outbox.ts';
import { prepare, useLive } from './live/use-live.tsx';
import { Announcer } from './messages/announcer.tsx';
import { MessageList } from './messages/list.tsx';
import { Unanswered } from './messages/unanswered.tsx';
import type { CoachPlace } from './place.ts';
import { messagesQuery } from './queries.ts';
import { shownMessages, unanswered } from './shown.ts';
import { uuid } from './uuid.ts';
import { Welcome } from './welcome/welcome.tsx';

const nothingYet = { pages: [{ messages: [], next_cursor: null }], pageParams: [undefined] };

/** One conversation: what was said, and the field to go on. */
export function ConversationView({ id, place }: { id: string; place: CoachPlace }) {
  const { live, bridge } = useLive(id);
  const outbox = useOutbox();
  const isNew = place.conversation === null;
  const kept = useInfiniteQuery({
    ...messagesQuery(id),
    enabled: !isNew,
    ...(isNew && { initialData: nothingYet }),
  });
  const isStreaming = live.status === 'streaming' || live.status === 'submitted';
  const messages = useMemo(() => {
    const newestFirst = kept.data?.pages.flatMap((page) => page.messages) ?? [];
    const waiting = outbox.filter(({ conversation }) => conversation === id);
    return shownMessages(newestFirst.toReversed(), live.messages, isStreaming, waiting);
  }, [kept.data, live.messages, isStreaming, outbox, id]);

  const draft = useDraft(`coach:${place.conversation ?? 'new'}`);
  useEffect(() => {
    if (place.say === null) return;
    draft.setText(place.say);
    place.openNew();
  }, [place, draft]);

  function send(message: { id: string; text: string }): void {
    keepWaiting({ conversation: id, ...message });
    deliver(id, message.id).catch(() =>
      notifications.show({
        color: 'red',
        title: 'It was not sent yet',
        message: 'A part of this page could not be loaded. What you wrote is kept, and sent once it can be.',
      }),
    );
  }

  function say(text: string): void {
    draft.clear();
    send({ id: uuid(), text });
    if (isNew || place.message !== null) place.begin(id);
  }

  function unsay(messageId: string, text: string): void {
    takeBack(id, messageId);
    draft.setText([text, draft.text].filter(Boolean).join('\n\n'));
  }

  const open = isStreaming ? null : unanswered(messages);
  const isEmpty = messages.length === 0 && !isStreaming;
  const isThere = !kept.isLoading && !kept.isError;
  return (
    <>
      {bridge}
      {isEmpty && kept.isLoading && <Loading label="Loading the conversation" />}
      {isEmpty && kept.isError && (
        <div className={classes.notice}>
          <ErrorNotice error={kept.error} onRetry={() => void kept.refetch()} isRetrying={kept.isFetching} />
        </div>
      )}
      {isEmpty && isThere && <Welcome isNew={isNew} onSay={draft.setText} />}
      {!isEmpty && (
        <MessageList
          messages={messages}
          status={live.status}
          target={place.message}
          older={kept}
          footer={
            open && (
              <Unanswered
                error={live.error}
                isSent={!outbox.some((waiting) => waiting.id === open.message_id)}
                onRetry={() => send({ id: open.message_id, text: open.text })}
                onTakeBack={() => unsay(open.message_id, open.text)}
              />
            )
          }
        />
      )}
      {isEmpty && !isThere && <div className={classes.space} />}
      <Composer
        text={draft.text}
        onText={draft.setText}
        onSay={say}
        onFocus={prepare}
        isStreaming={isStreaming}
        onStop={live.stop}
      />
      <Announcer messages={messages} status={live.status} />
    </>
  );
}
