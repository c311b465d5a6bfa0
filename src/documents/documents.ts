import { documentsBusy, unreadable } from './failures.ts';
import { limits } from './limits.ts';
import { ReadingThread } from './reading-thread.ts';
import type { ReadDocument } from './types.ts';

export interface ReadOptions {
  /** Tells Markdown from plain text; else only compared with what the file is. */
  filename?: string;
  /** What the sender calls it. Not believed: the content decides. */
  mediaType?: string;
  signal?: AbortSignal;
}

export interface DocumentsOptions {
  /** How long one document may take, in ms (20,000). */
  timeoutMs?: number;
  /** How many may wait for their turn (8); the next is refused with 503. */
  queueLength?: number;
  /** After how long without work the thread is ended, in ms (60,000). */
  idleMs?: number;
}

/** Reads files of people we do not know, in a thread of its own that can be ended at any time. */
export interface Documents {
  /**
   * The file's text in reading order, with what is known of its layout. Throws an AppError: `file_empty` (400),
   * `file_too_large` (413), `file_type_unsupported` (415), `file_encrypted`, `file_image_only`, `file_has_no_text`,
   * `file_too_long`, `file_too_complex`, `file_unreadable` (422), `documents_busy` (503).
   */
  read(bytes: Uint8Array, options?: ReadOptions): Promise<ReadDocument>;
  close(): Promise<void>;
}

/** In seconds; most documents take less than one. */
const retryAfter = 5;

export function createDocuments(options: DocumentsOptions = {}): Documents {
  const { queueLength = 8 } = options;
  const thread = new ReadingThread(options);
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  return {
    async read(bytes, { filename, signal } = {}) {
      signal?.throwIfAborted();
      if (bytes.length === 0) throw unreadable('empty');
      if (bytes.length > limits.fileBytes) throw unreadable('too_large');
      // One is being read, the rest wait.
      if (waiting > queueLength) throw documentsBusy(retryAfter);
      waiting++;
      const turn = last.then(() => thread.read(bytes, filename, signal));
      last = turn.catch(() => {}).finally(() => waiting--);
      return turn;
    },
    close: () => thread.close(),
  };
}
