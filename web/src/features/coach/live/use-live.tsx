import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { type Live, loadEngine, loadedEngine, quiet, waitingIn } from './index.ts';

export interface UsedLive {
  live: Live;
  /** To be rendered somewhere. */
  bridge: ReactNode;
  /** Somebody is about to write. */
  prepare(): void;
}

/** What is on its way in a conversation; the engine behind it is loaded once it is needed. */
export function useLive(id: string): UsedLive {
  const [live, setLive] = useState<Live>(quiet);
  const [engine, setEngine] = useState(loadedEngine);
  // A failure to load shows where the message is sent.
  const prepare = useCallback(
    () =>
      void loadEngine().then(
        (loaded) => setEngine(loaded),
        () => {},
      ),
    [],
  );
  useEffect(() => {
    if (waitingIn(id)) prepare();
  }, [id, prepare]);
  return { live, prepare, bridge: engine && <engine.LiveBridge id={id} onChange={setLive} /> };
}
