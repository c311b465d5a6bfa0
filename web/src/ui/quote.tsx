import { Box, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DateText } from './dates.tsx';
import classes from './quote.module.css';

export interface QuoteProps {
  text: ReactNode;
  /** ISO 8601; when it was said. */
  said?: string;
  /** `You`, `The coach`, a source. */
  by?: string;
  /** Buttons: to the moment, forget. */
  actions?: ReactNode;
  /** Lines shown before the rest is cut off; all by default. */
  lines?: number;
}

/** What was said, word by word, with its date. */
export function Quote({ text, said, by, actions, lines }: QuoteProps) {
  return (
    <Box component="blockquote" className={classes.quote} m={0}>
      <Text size="sm" lineClamp={lines} className={classes.text} dir="auto">
        {text}
      </Text>
      <Group justify="space-between" gap="xs" mt={4} wrap="nowrap">
        <Text size="xs" c="dimmed">
          {by}
          {by && said && ', '}
          {said && <DateText value={said} />}
        </Text>
        {actions && (
          <Group gap={2} wrap="nowrap">
            {actions}
          </Group>
        )}
      </Group>
    </Box>
  );
}
