import type { MemoryMessage, RememberedMessage } from '../../memory/types.ts';
import type { Fact } from '../facts/index.ts';
import type { Settled } from './settling/index.ts';
import type { Material } from './sources.ts';

/** What an engine is given to answer with. */
export interface Question {
  user: string;
  message: string;
  /** The message as it was kept: it is never recalled for itself. */
  kept: RememberedMessage;
  conversationId: string;
  /** The conversation before the message, oldest first. */
  conversation: MemoryMessage[];
  /** What the message itself told about the person, in relation to what was known. */
  learned: Fact[];
  /** What the message settled of the profile; null where it settled nothing. */
  settled: Settled | null;
  /** How far their clock is ahead of UTC, in minutes, where that is known: when their days begin. */
  utcOffset: number | undefined;
  signal: AbortSignal;
}

/** An answer on its way. */
export interface EngineAnswer {
  /** Which engine made it, as the answer says: `openai/gpt-4o`, `offline`. */
  engine: string;
  /** What it rests on; grows while tools are used. */
  material: Material;
  /** Texts that a model was given and may quote; grows while tools are used. None where no model answers. */
  shown?: readonly string[];
  /** What is stored with the answer besides. */
  metadata: Record<string, unknown>;
  /** The text in pieces. Throws an `AppError` where the engine fails in the middle. */
  text: AsyncIterable<string>;
}

/** Makes an answer. Rejects where it fails before there is anything to show. */
export type Engine = (question: Question) => Promise<EngineAnswer>;
