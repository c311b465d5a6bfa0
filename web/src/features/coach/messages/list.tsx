import { ActionIcon, Loader } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { ShownMessage } from '../types.ts';
import classes from './list.module.css';
import { Message } from './message.tsx';
import { type Older, useOlder } from './use-older.ts';
import { useTarget } from './use-target.ts';

export interface MessageListProps {
  messages: readonly ShownMessage[];
  status: 'submitted' | 'streaming' | 'ready' | 'error';
  /** The message_id to go to and to mark. */
  target: string | null;
  older: Older;
  /** Below the last message. */
  footer?: ReactNode;
}

const estimatedHeight = 140;
const nearEnd = 96;

/**
 * The messages, of which those in sight are in the document alone. It begins at the end and stays there as an answer
 * grows, unless one has scrolled away; older ones are loaded on the way up, and nothing jumps.
 */
export function MessageList({ messages, status, target, older, footer }: MessageListProps) {
  const scroller = useRef<HTMLElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const wasAtEnd = useRef(true);
  wasAtEnd.current = isAtEnd;
  const list = useVirtualizer({
    count: messages.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => messages[index]?.message_id ?? index,
    estimateSize: () => estimatedHeight,
    overscan: 6,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: nearEnd,
    paddingStart: 16,
    paddingEnd: 16,
  });
  useStartAtEnd(list, messages.length, target);
  useKeepEnd(scroller);
  // Measuring moves the end without a scroll.
  const isNowAtEnd = list.isAtEnd(nearEnd);
  useEffect(() => setAtEnd(isNowAtEnd), [isNowAtEnd]);
  const marked = useTarget({ target, messages, older, list });
  const onTop = useOlder(older);

  const last = messages.at(-1);
  const isThinking = status === 'submitted' || (status === 'streaming' && last?.role === 'user');
  const hasFooter = Boolean(footer);
  // What comes below the last message is no item of the list, which would keep it in sight.
  useEffect(() => {
    const { current } = scroller;
    if ((hasFooter || isThinking) && current && wasAtEnd.current) current.scrollTop = current.scrollHeight;
  }, [hasFooter, isThinking]);
  return (
    <div className={classes.frame}>
      <section
        ref={scroller}
        className={classes.scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region has to be reached by keyboard.
        tabIndex={0}
        aria-label="Messages"
        onScroll={(event) => {
          onTop(event.currentTarget.scrollTop);
          setAtEnd(list.isAtEnd(nearEnd));
        }}
      >
        {older.isFetchingNextPage && (
          <div className={classes.older}>
            <Loader size="xs" aria-label="Loading older messages" />
          </div>
        )}
        <div
          role="feed"
          aria-label="Messages"
          aria-busy={older.isFetchingNextPage || isThinking}
          style={{ height: list.getTotalSize(), position: 'relative' }}
        >
          {list.getVirtualItems().map((item) => {
            const message = messages[item.index];
            if (!message) return null;
            return (
              <div
                key={item.key}
                ref={list.measureElement}
                data-index={item.index}
                className={classes.row}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <Message
                  message={message}
                  position={item.index + 1}
                  count={older.hasNextPage ? -1 : messages.length}
                  isMarked={marked === message.message_id}
                />
              </div>
            );
          })}
        </div>
        {isThinking && (
          <div className={classes.thinking} aria-hidden>
            <Loader type="dots" size="sm" />
          </div>
        )}
        {footer}
      </section>
      {!isAtEnd && (
        <ActionIcon
          className={classes.toEnd}
          variant="default"
          radius="xl"
          size="lg"
          aria-label="To the newest message"
          onClick={() => list.scrollToEnd()}
        >
          <IconArrowDown size={18} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}

/** The newest stays in sight as the place for it shrinks, by a keyboard on the screen or a longer text in the field. */
function useKeepEnd(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = scroller;
    if (!current) return;
    let before = current.clientHeight;
    const observer = new ResizeObserver(() => {
      const { scrollHeight, scrollTop, clientHeight } = current;
      const wasAtEnd = scrollHeight - scrollTop - before <= nearEnd;
      if (clientHeight < before && wasAtEnd) current.scrollTop = scrollHeight;
      before = clientHeight;
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [scroller]);
}

/** Once there are messages the newest is shown, unless one is gone to. */
function useStartAtEnd(list: { scrollToEnd(): void }, count: number, target: string | null): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || count === 0) return;
    isDone.current = true;
    if (target === null) list.scrollToEnd();
  }, [list, count, target]);
}
