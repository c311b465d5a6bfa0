import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ask } from './ask.ts';

export interface ConfirmDeleteOptions {
  /** A question: «Delete this letter?» */
  title: string;
  /** What is lost with it. */
  children: ReactNode;
  /** `Delete` by default. */
  confirm?: string;
  onConfirm: () => void;
}

/** Asks before something is gone for good. */
export function confirmDelete({
  title,
  children,
  confirm = 'Delete',
  onConfirm,
}: ConfirmDeleteOptions): void {
  void ask({
    title,
    children: <Text size="sm">{children}</Text>,
    labels: { confirm, cancel: 'Keep' },
    confirmProps: { color: 'red' },
    onConfirm,
  });
}
