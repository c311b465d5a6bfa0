import { useEffect } from 'react';
import { useConnection } from '../../../app/connection.ts';
import { deliverAll } from './deliver.ts';

/** What could not be sent goes out as soon as the server can be reached, whichever page is looked at. */
export function useDeliver(): void {
  const isGood = useConnection().state === 'good';
  useEffect(() => {
    if (isGood) void deliverAll();
  }, [isGood]);
}
