import { useCallback } from 'react';

/** The part of an infinite query that loads older messages. */
export interface Older {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isError: boolean;
  fetchNextPage(): unknown;
}

const nearTop = 800;

/** Loads the page before when the top comes near. To be called with the scroll position, in px. */
export function useOlder({ hasNextPage, isFetchingNextPage, fetchNextPage }: Older): (top: number) => void {
  return useCallback(
    (top) => {
      if (top < nearTop && hasNextPage && !isFetchingNextPage) fetchNextPage();
    },
    [hasNextPage, isFetchingNextPage, fetchNextPage],
  );
}
