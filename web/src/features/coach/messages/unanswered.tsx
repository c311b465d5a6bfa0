import { Button, Group, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { ApiProblem } from '../../../api/problem.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import classes from './unanswered.module.css';

export interface UnansweredProps {
  error: Error | undefined;
  onRetry: () => void;
}

/** Below a message whose answer did not come, or broke off: why, and another attempt. */
export function Unanswered({ error, onRetry }: UnansweredProps) {
  if (error instanceof ApiProblem) {
    return (
      <div className={classes.unanswered}>
        <ErrorNotice error={error} onRetry={onRetry} />
      </div>
    );
  }
  return (
    <Group className={classes.unanswered} gap="sm">
      <Text size="sm" c="dimmed" role="status">
        {error ? error.message : 'This has no whole answer.'}
      </Text>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={15} aria-hidden />}
        onClick={onRetry}
      >
        Answer again
      </Button>
    </Group>
  );
}
