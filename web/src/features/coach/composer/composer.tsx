import { ActionIcon, Text, Textarea, Tooltip } from '@mantine/core';
import { IconArrowUp, IconPlayerStopFilled } from '@tabler/icons-react';
import { useRef } from 'react';
import { formatNumber } from '../../../ui/dates.tsx';
import classes from './composer.module.css';

export interface ComposerProps {
  text: string;
  onText: (text: string) => void;
  onSay: (text: string) => void;
  /** Somebody is about to write. */
  onFocus: () => void;
  isStreaming: boolean;
  onStop: () => void;
}

const longest = 20_000;
const tellFrom = 19_000;

/** Where one types. Enter sends, Shift and Enter makes a line; while an answer comes the button stops it. */
export function Composer({ text, onText, onSay, onFocus, isStreaming, onStop }: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const isTooLong = text.length > longest;
  const canSend = text.trim() !== '' && !isTooLong && !isStreaming;
  function say() {
    if (canSend) onSay(text.trim());
    field.current?.focus();
  }
  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      <div className={classes.field}>
        <Textarea
          ref={field}
          className={classes.text}
          classNames={{ input: classes.input }}
          aria-label="Your message"
          placeholder="Write to the coach"
          autosize
          minRows={1}
          maxRows={9}
          value={text}
          error={isTooLong}
          aria-describedby="composer-hint"
          onFocus={onFocus}
          onChange={(event) => onText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && isStreaming) onStop();
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            say();
          }}
        />
        {isStreaming ? (
          <Tooltip label="Stop (Esc)">
            <ActionIcon
              size={38}
              radius="xl"
              variant="default"
              aria-label="Stop the answer"
              onClick={() => {
                onStop();
                field.current?.focus();
              }}
            >
              <IconPlayerStopFilled size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ) : (
          <ActionIcon
            type="submit"
            size={38}
            radius="xl"
            variant="filled"
            color="brand"
            aria-label="Send"
            disabled={!canSend}
          >
            <IconArrowUp size={19} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <Text
        id="composer-hint"
        size="xs"
        c={isTooLong ? 'red' : 'dimmed'}
        className={classes.hint}
        data-count={text.length >= tellFrom || undefined}
      >
        {text.length >= tellFrom
          ? `${formatNumber(text.length)} of ${formatNumber(longest)} characters`
          : 'Enter sends, Shift + Enter starts a new line. What you say is remembered.'}
      </Text>
    </form>
  );
}
