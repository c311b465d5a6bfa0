import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { rate } from '../actions.ts';
import type { ShownMessage } from '../types.ts';

const longest = 1_000;

export interface ReasonPopoverProps {
  message: ShownMessage;
  /** The button it hangs on; calls what it is given to ask. */
  children: (ask: () => void) => ReactNode;
}

/** Asks what was wrong with an answer; one may leave it. */
export function ReasonPopover({ message, children }: ReasonPopoverProps) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  function save() {
    if (reason.trim()) void rate(message, 'not_helpful', reason.trim());
    setOpen(false);
  }
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={300}
      trapFocus
      returnFocus
      withRoles={false}
      withArrow
      position="top-start"
    >
      <Popover.Target>
        <span>{children(() => setOpen(true))}</span>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <TextInput
            label="What was wrong? (optional)"
            value={reason}
            maxLength={longest}
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && save()}
          />
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={() => setOpen(false)}>
              Skip
            </Button>
            <Button size="xs" onClick={save} disabled={!reason.trim()}>
              Send
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
