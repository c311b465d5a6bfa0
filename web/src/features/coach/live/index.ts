import type { ComponentType } from 'react';
import type { LiveMessage } from '../types.ts';
import { arrived, keepWaiting } from './outbox.ts';

export { waitingIn } from './outbox.ts';

/** What is on its way in a conversation. */
export interface Live {
  messages: LiveMessage[];
  status: 'submitted' | 'streaming' | 'ready' | 'error';
  error: Error | undefined;
  stop(): void;
}

export const quiet: Live = { messages: [], status: 'ready', error: undefined, stop() {} };

export interface Engine {
  send(conversationId: string, message: { id: string; text: string }): void;
  drop(conversationId: string): void;
  /** Tells what is on its way in a conversation; renders nothing. */
  LiveBridge: ComponentType<{ id: string; onChange: (live: Live) => void }>;
}

let engine: Engine | null = null;
let loading: Promise<Engine> | null = null;

/** The AI SDK, a fifth of the page's script, is loaded when somebody begins to type; reading does without. */
export function loadEngine(): Promise<Engine> {
  loading ??= import('./engine.tsx').then(
    (loaded) => {
      engine = loaded;
      return loaded;
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

export const loadedEngine = (): Engine | null => engine;

/** Sends a message, or the same one again; rejects where not even the engine could be loaded. */
export async function send(conversationId: string, message: { id: string; text: string }): Promise<void> {
  keepWaiting(conversationId, message);
  (await loadEngine()).send(conversationId, message);
}

/** Lets go of a conversation that was deleted. */
export function drop(conversationId: string): void {
  engine?.drop(conversationId);
  arrived(conversationId);
}
