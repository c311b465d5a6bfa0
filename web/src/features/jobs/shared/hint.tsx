import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface HintProps {
  title?: string;
  /** `look`: something is odd. */
  tone?: 'note' | 'look';
  /** It has just come, and answers something. */
  isAnswer?: boolean;
  children: ReactNode;
}

/** Something worth knowing, without alarm. */
export function Hint({ title, tone = 'note', isAnswer = false, children }: HintProps) {
  const Icon = tone === 'look' ? IconAlertTriangle : IconInfoCircle;
  const color = tone === 'look' ? 'orange' : 'brand';
  return (
    <Alert
      variant="default"
      p="sm"
      {...(title && { title })}
      icon={<Icon color={`var(--mantine-color-${color}-6)`} aria-hidden />}
      role={isAnswer ? 'alert' : 'note'}
    >
      {children}
    </Alert>
  );
}
