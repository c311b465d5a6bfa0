import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { type Live, loadEngine, loadedEngine, onEngine, quiet } from './index.ts';

export interface UsedLive {
  live: Live;
  /** To be rendered somewhere. */
  bridge: ReactNode;
}

/** What is on its way in a conversation; the engine behind it is loaded once it is needed. */
export function useLive(id: string): UsedLive {
  const [live, setLive] = useState<Live>(quiet);
  const engine = useSyncExternalStore(onEngine, loadedEngine, loadedEngine);
  return { live, bridge: engine && <engine.LiveBridge id={id} onChange={setLive} /> };
}

/** Somebody is about to write. A failure to load shows where the message is sent. */
export function prepare(): void {
  loadEngine().catch(() => undefined);
}
