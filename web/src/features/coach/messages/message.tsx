import { Text } from '@mantine/core';
import { memo } from 'react';
import { RelativeDate } from '../../../ui/dates.tsx';
import { Markdown } from '../../../ui/markdown.tsx';
import type { ShownMessage } from '../types.ts';
import { AnswerBar } from './answer-bar.tsx';
import classes from './message.module.css';
import { Remembered } from './remembered.tsx';
import { Sources } from './sources.tsx';

export interface MessageProps {
  message: ShownMessage;
  /** From 1, among those loaded. */
  position: number;
  /** -1 while it is not known. */
  count: number;
  isMarked: boolean;
}

/** What one of both said; an answer with what it rests on beside it. */
export const Message = memo(function Message({ message, position, count, isMarked }: MessageProps) {
  const isPerson = message.role === 'user';
  const name = isPerson ? 'You' : 'Coach';
  return (
    <article
      className={classes.message}
      tabIndex={-1}
      aria-posinset={position}
      aria-setsize={count}
      aria-label={name}
      data-role={isPerson ? 'person' : 'coach'}
      data-marked={isMarked || undefined}
      data-message={message.message_id}
    >
      <div className={classes.body}>
        <Text className={classes.by} size="xs" c="dimmed">
          {name}
          {message.created_at && (
            <>
              {' · '}
              <RelativeDate value={message.created_at} />
            </>
          )}
          {message.sample && ' · sample person'}
        </Text>
        <div className={classes.text}>
          {isPerson ? (
            <p className={classes.said} dir="auto">
              {message.text}
            </p>
          ) : (
            <Markdown text={message.text} />
          )}
        </div>
        {!isPerson && !message.isStreaming && (
          <>
            <Sources sources={message.sources} />
            <AnswerBar message={message} />
          </>
        )}
      </div>
      {!isPerson && message.memories.length > 0 && <Remembered memories={message.memories} />}
    </article>
  );
});
