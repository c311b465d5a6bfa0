import { Button, Group, Text } from '@mantine/core';
import { IconPlugConnectedX, IconWifiOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { tryNow, useConnection } from './connection.ts';
import classes from './connection-banner.module.css';

/** Says that the server cannot be reached, when it is tried again, and that nothing is lost. */
export function ConnectionBanner() {
  const { state, nextAttemptAt } = useConnection();
  const seconds = useSecondsUntil(nextAttemptAt);
  if (state === 'good') return null;
  const Icon = state === 'offline' ? IconWifiOff : IconPlugConnectedX;
  return (
    <Group className={classes.banner} gap="sm" wrap="nowrap">
      <Icon size={20} aria-hidden />
      <Text size="sm" role="status" style={{ flex: 1 }}>
        {state === 'offline' ? 'You are offline.' : 'The server does not answer; it may be restarting.'} What
        you typed stays.
      </Text>
      <Text size="sm" aria-hidden visibleFrom="xs">
        {nextAttemptAt === null ? 'Trying …' : `Next try in ${seconds} s`}
      </Text>
      <Button
        size="compact-sm"
        variant="white"
        onClick={() => void tryNow()}
        loading={nextAttemptAt === null}
      >
        Try now
      </Button>
    </Group>
  );
}

function useSecondsUntil(at: number | null): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (at === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [at]);
  return at === null ? 0 : Math.max(0, Math.ceil((at - now) / 1_000));
}
