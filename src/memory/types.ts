import type { Transaction } from 'kysely';
import type { DateISO } from '../kernel/clock.ts';
import type { Database } from '../store/index.ts';

export type Role = 'user' | 'assistant';

/** One remembered message, as every verb of memory returns it. */
export interface MemoryMessage {
  id: string;
  message_id: string;
  text: string;
  role: Role;
  conversation_id: string | null;
  context_type: string | null;
  metadata: Record<string, unknown> | null;
  created_at: DateISO;
}

export interface NewMessage {
  text: string;
  role: Role;
  message_id?: string;
  conversation_id?: string;
  context_type?: string;
  metadata?: Record<string, unknown>;
  created_at?: Date;
}

export interface Filters {
  conversation_id?: string;
  context_type?: string;
  role?: Role;
  since?: Date;
  until?: Date;
}

export type RecallMode = 'hybrid' | 'semantic' | 'keyword';

export interface RecallRequest {
  query: string;
  /** 1 to 100; 10 by default. */
  k?: number;
  mode?: RecallMode;
  filters?: Filters;
  explain?: boolean;
  /** Row ids never returned (e.g. the question itself, just stored). */
  exclude?: string[];
  /** A whole conversation never returned (what is already before the reader). */
  excludeConversation?: string;
  /** When it is asked, which «last week» counts from; the memory's clock tells where it is left out. */
  now?: Date;
  /** How far the asker's clock is ahead of UTC, in minutes: «yesterday» begins at their midnight. 0 by default. */
  utc_offset?: number;
  signal?: AbortSignal;
}

export interface Recalled extends MemoryMessage {
  /** Comparable within one answer; higher is better. */
  score: number;
  /**
   * 0 to 1: how likely the message is evidence for the query, so that of different answers too the same figure means the
   * same. Said where hybrid was asked for; semantic and keyword order messages and know no more.
   */
  confidence?: number;
  /** Each part's share of the score, where asked for. */
  explain?: Record<string, number>;
}

export interface RecallResult {
  results: Recalled[];
  /** The mode that was really used: without vectors, hybrid and semantic fall back to keyword and say so here. */
  mode: RecallMode;
  /** Why the mode differs from the one asked for. */
  degraded?: string;
}

export interface ListRequest extends Filters {
  /** The id of the last message of the page before. */
  cursor?: string;
  /** 1 to 500; 50 by default. */
  limit?: number;
  /** Oldest first unless told. */
  order?: 'oldest' | 'newest';
}

export interface RememberedMessage {
  id: string;
  message_id: string;
  conversation_id: string | null;
  created_at: DateISO;
  /** False where the same message_id was there already and nothing changed. */
  created: boolean;
}

export interface RememberOptions {
  /**
   * Runs in the transaction that stores the messages, where any of them is new: what belongs to the storing (the counting
   * of it) is then there with it or not at all. Throwing undoes the storing. Like the transaction it may run again.
   */
  within?(trx: Transaction<Database>): Promise<void>;
}

export interface ContextRequest {
  query: string;
  /** In tokens (estimated), 1,500 by default. */
  token_budget?: number;
  /** The current conversation: what is in it is left out. */
  conversation_id?: string;
  exclude?: string[];
  /** As in `RecallRequest`. */
  utc_offset?: number;
  signal?: AbortSignal;
}

export interface MemoryContext {
  /** Text for a prompt: quoted, dated data. Empty where nothing relevant was found. */
  context: string;
  tokens: number;
  /** message_ids of the quoted messages, in the order of the text. */
  sources: string[];
  /** The quoted messages themselves, best first. */
  recalled: Recalled[];
}

export interface QueueStatus {
  /** Messages waiting for their embedding. */
  pending: number;
  /** Messages set aside after repeated failure, with the last error. */
  set_aside: { id: string; error: string; attempts: number }[];
  set_aside_count: number;
}

export interface VectorsRequest {
  /** 1 to 10,000; 2,000 by default. Of more messages, as many are taken at even distances in time. */
  limit?: number;
  role?: Role;
  since?: Date;
  until?: Date;
}

export interface MessageVector {
  message: MemoryMessage;
  /** Unit length but for the rounding to half precision. */
  vector: Float32Array;
}

/** An owner's vectors of the engine in use. */
export interface MessageVectors {
  engine: string;
  /** How many messages of those asked for have a vector. */
  total: number;
  /** Oldest first; fewer than `total` where that is over the limit. */
  vectors: MessageVector[];
  /** Why there are none, where the database has no vectors. */
  degraded?: string;
}

/** A page of everybody's vectors. */
export interface AllVectors {
  engine: string;
  vectors: (MessageVector & { seq: number; user_id: string })[];
  /** To go on from; null at the end. A later message or vector has a higher number, unless it was embedded late. */
  next: number | null;
  degraded?: string;
}

/** A page of everybody's messages, up to the first that still waits for its vector. */
export interface AllMessages {
  engine: string;
  /** In the order of their numbers. No vector: set aside, or a database without vectors. */
  messages: { seq: number; user_id: string; message: MemoryMessage; vector: Float32Array | null }[];
  /** To go on from; null where there is nothing more now. */
  next: number | null;
  /** Whether messages after these still wait for their vectors. */
  waiting: boolean;
}

/** How far the embedding is, for one owner or for all. */
export interface EmbeddingProgress {
  /** The engine in use, whose vectors are compared: `local/use-lite-512`, `openai/text-embedding-3-small`. */
  engine: string;
  /** Null: not known before the engine's first answer. */
  dimensions: number | null;
  /** False where the database has no vectors: everything is then found by keyword. */
  vector_search: boolean;
  /** Messages that can be found by keyword. */
  messages: number;
  /** Those of them that can be found by meaning too. */
  embedded: number;
  /** Waiting for their vector. */
  pending: number;
  /** Given up after repeated failure, until somebody asks for another attempt. */
  set_aside: number;
}

/** What a claim did with the messages of a visitor. */
export interface ClaimedMessages {
  /** Now the account's. */
  moved: number;
  /** Of those, how many got a new message_id, because another message of the account has theirs. */
  renamed: number;
  /** The account had the very same message already, so the visitor's was let go. */
  duplicates: number;
}

/** The verbs of memory. `user` is the owner's id: nothing of another owner is ever read or written. */
export interface Memory {
  remember(user: string, messages: NewMessage[], options?: RememberOptions): Promise<RememberedMessage[]>;
  list(
    user: string,
    options: ListRequest,
  ): Promise<{ messages: MemoryMessage[]; next_cursor: string | null }>;
  get(user: string, id: string): Promise<MemoryMessage | null>;
  recall(user: string, request: RecallRequest): Promise<RecallResult>;
  context(user: string, request: ContextRequest): Promise<MemoryContext>;
  /** By row id or message_id. False where there is no such message of this user. */
  forgetMessage(user: string, id: string): Promise<boolean>;
  /**
   * Hands everything of a visitor to an account, with the index as it is: all of it or nothing, and again nothing where
   * it was done before. What is still remembered for the visitor afterwards goes to the account. `alongside` is part of
   * the same transaction. Throws 409 `session_claimed` where another account has claimed the visitor.
   */
  claim(
    visitor: string,
    account: string,
    alongside?: (trx: Transaction<Database>) => Promise<void>,
  ): Promise<ClaimedMessages>;
  /** The number of messages forgotten. */
  forgetConversation(user: string, conversationId: string): Promise<number>;
  forgetEverything(user: string): Promise<number>;
  /** The vectors of the owner's messages, for what looks at all of them at once. */
  vectors(user: string, request?: VectorsRequest): Promise<MessageVectors>;
  /**
   * Everybody's vectors in the order of their numbers, a page at a time, for the operator's figures over all people.
   * Nothing of a person may be shown from it to another.
   */
  allVectors(request: { after?: number; limit?: number; role?: Role }): Promise<AllVectors>;
  /**
   * Everybody's messages in the order of their numbers, with the vectors of those that have one: as `allVectors`, for
   * what must not miss a message, nor come to one before its vector does.
   */
  allMessages(request: { after?: number; limit?: number }): Promise<AllMessages>;
  /** How far the embedding of the owner's messages is; of everybody's for null. */
  progress(user: string | null): Promise<EmbeddingProgress>;
  /** Every message in time order, for export. */
  exportMessages(user: string): AsyncIterable<MemoryMessage>;
  queue: {
    status(): Promise<QueueStatus>;
    /** Works off one batch of pending rows; returns how many were done. 0: nothing to do now. */
    workOnce(signal?: AbortSignal): Promise<number>;
    /** Works in the background until stopped. */
    start(): void;
    stop(): Promise<void>;
    /**
     * Waits until nothing is pending (for imports and tests); progress is told after each batch. Throws
     * EmbeddingUnavailable where the engine is away for long, or its model is the active one no more.
     */
    drain(options?: {
      signal?: AbortSignal;
      onProgress?(remaining: number): void;
      /** False: what is pending is left alone where another model is the active one, instead of making this one it. */
      changeOver?: boolean;
    }): Promise<void>;
    /** Gives set-aside messages another chance. */
    retrySetAside(): Promise<number>;
  };
}
