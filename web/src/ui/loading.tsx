import { Center, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';

export interface LoadingProps {
  /** What is being waited for, said to screen readers. */
  label?: string;
  /** Nothing is shown before, so that quick answers do not flash. */
  afterMs?: number;
}

/** A wait, shown once it is one. */
export function Loading({ label = 'Loading', afterMs = 300 }: LoadingProps) {
  const [isShown, setShown] = useState(afterMs === 0);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), afterMs);
    return () => clearTimeout(timer);
  }, [afterMs]);
  return (
    <Center py="xl" role="status" aria-label={label} mih={96}>
      {isShown && <Loader type="dots" />}
    </Center>
  );
}
