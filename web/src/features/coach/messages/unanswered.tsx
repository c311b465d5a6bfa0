import { Button, Group, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { ApiProblem } from '../../../api/problem.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import classes from './unanswered.module.css';

export interface UnansweredProps {
  error: Error | undefined;
  /** False: the server does not have the message yet. */
  isSent: boolean;
  onRetry: () => void;
  /** Puts a message that was not sent back into the field. */
  onTakeBack: () => void;
}

/** Below a message whose answer did not come, or broke off: why, and another attempt. */
export function Unanswered({ error, isSent, onRetry, onTakeBack }: UnansweredProps) {
  if (error instanceof ApiProblem) {
    return (
      <div className={classes.unanswered}>
        <ErrorNotice error={error} onRetry={onRetry} />
        {!isSent && <TakeBack onTakeBack={onTakeBack} />}
      </div>
    );
  }
  return (
    <Group className={classes.unanswered} gap="sm">
      <Text size="sm" c="dimmed" role="status">
        {error ? error.message : isSent ? 'This has no whole answer.' : 'This is not sent yet.'}
      </Text>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={15} aria-hidden />}
        onClick={onRetry}
      >
        {isSent ? 'Answer again' : 'Send it now'}
      </Button>
      {!isSent && <TakeBack onTakeBack={onTakeBack} />}
    </Group>
  );
}

function TakeBack({ onTakeBack }: Pick<UnansweredProps, 'onTakeBack'>) {
  return (
    <Button size="xs" variant="subtle" color="gray" onClick={onTakeBack}>
      Take it back
    </Button>
  );
}
