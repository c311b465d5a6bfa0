import type { ComponentType } from 'react';
import type { LiveMessage } from '../types.ts';
import { arrived, dropAll } from './outbox.ts';

/** What is on its way in a conversation. */
export interface Live {
  messages: LiveMessage[];
  status: 'submitted' | 'streaming' | 'ready' | 'error';
  error: Error | undefined;
  stop(): void;
}

export const quiet: Live = { messages: [], status: 'ready', error: undefined, stop() {} };

export interface Engine {
  /** Resolves once the answer is there, or will not come. */
  send(conversationId: string, message: { id: string; text: string }): Promise<void>;
  takeBack(conversationId: string, messageId: string): void;
  drop(conversationId: string): void;
  /** Tells what is on its way in a conversation; renders nothing. */
  LiveBridge: ComponentType<{ id: string; onChange: (live: Live) => void }>;
}

let engine: Engine | null = null;
let loading: Promise<Engine> | null = null;
const listeners = new Set<() => void>();

/** The AI SDK, a fifth of the page's script, is loaded when somebody begins to type; reading does without. */
export function loadEngine(): Promise<Engine> {
  loading ??= import('./engine.tsx').then(
    (loaded) => {
      engine = loaded;
      for (const listener of listeners) listener();
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

/** Calls back when the engine is there. */
export function onEngine(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Gives up a message that was not sent. */
export function takeBack(conversationId: string, messageId: string): void {
  arrived(messageId);
  engine?.takeBack(conversationId, messageId);
}

/** Lets go of a conversation that was deleted. */
export function drop(conversationId: string): void {
  engine?.drop(conversationId);
  dropAll(conversationId);
}
