import { ActionIcon, Button, Text, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconEraser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { confirmDelete } from '../../../ui/confirm-delete.tsx';
import { Quote } from '../../../ui/quote.tsx';
import { forget } from '../actions.ts';
import type { Memory } from '../types.ts';
import classes from './remembered.module.css';

const shownAtFirst = 2;

/** What an answer remembered: the words, when they were said, a way to that moment, and one to forget it. */
export function Remembered({ memories }: { memories: Memory[] }) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? memories : memories.slice(0, shownAtFirst);
  const rest = memories.length - shownAtFirst;
  return (
    <aside className={classes.remembered} aria-label="What was remembered">
      <Text size="xs" c="dimmed" fw={600}>
        Remembered
      </Text>
      {shown.map((memory) => (
        <RememberedQuote key={memory.id} memory={memory} isOpen={isOpen} />
      ))}
      {rest > 0 && (
        <Button
          variant="subtle"
          size="compact-xs"
          className={classes.more}
          onClick={() => setOpen(!isOpen)}
          aria-expanded={isOpen}
        >
          {isOpen ? 'Show fewer' : `${rest} more`}
        </Button>
      )}
    </aside>
  );
}

function RememberedQuote({ memory, isOpen }: { memory: Memory; isOpen: boolean }) {
  const { id, message_id, text, role, conversation_id, created_at } = memory;
  return (
    <Quote
      text={text}
      said={created_at}
      by={role === 'user' ? 'You' : 'Coach'}
      lines={isOpen ? undefined : 4}
      actions={
        <>
          {conversation_id && (
            <Tooltip label="Go to the moment it was said">
              <ActionIcon
                size="sm"
                aria-label="Go to the moment it was said"
                renderRoot={(props) => (
                  <Link to="/" search={{ conversation: conversation_id, message: message_id }} {...props} />
                )}
              >
                <IconArrowBackUp size={15} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip label="Forget this">
            <ActionIcon size="sm" aria-label="Forget this" onClick={() => askToForget(id, text)}>
              <IconEraser size={15} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </>
      }
    />
  );
}

const longestShown = 160;

function askToForget(id: string, text: string): void {
  const short = text.length > longestShown ? `${text.slice(0, longestShown)} …` : text;
  confirmDelete({
    title: 'Forget this for good?',
    children: `«${short}» goes from your memory and from the conversation it was said in.`,
    confirm: 'Forget',
    onConfirm: () => void forget(id),
  });
}
