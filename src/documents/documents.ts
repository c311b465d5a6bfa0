import type { AppError } from '../kernel/errors.ts';
import { type ThreadFailure, Threads } from '../kernel/threads.ts';
import { documentsBusy, documentsClosed, unreadable } from './failures.ts';
import { limits } from './limits.ts';
import type { Outcome, Task } from './thread.ts';
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
  const { timeoutMs = 20_000, queueLength = 8, idleMs = 60_000 } = options;
  const threads = new Threads<Task, Outcome>({
    script: new URL('./thread.ts', import.meta.url),
    name: 'documents',
    queueLength,
    timeoutMs,
    idleMs,
    // pdf.js needs some 60 for a CV.
    heapMegabytes: 256,
    // A stream of a PDF may unpack to gigabytes.
    growthMegabytes: 600,
    refuse,
  });
  return {
    async read(bytes, { filename, signal } = {}) {
      signal?.throwIfAborted();
      if (bytes.length === 0) throw unreadable('empty');
      if (bytes.length > limits.fileBytes) throw unreadable('too_large');
      const outcome = await threads.run({ bytes, filename }, { signal });
      if ('document' in outcome) return outcome.document;
      throw unreadable(outcome.reason);
    },
    close: () => threads.close(),
  };
}

function refuse({ why }: ThreadFailure): AppError {
  if (why === 'busy') return documentsBusy(retryAfter);
  if (why === 'closed') return documentsClosed(retryAfter);
  if (why === 'late') return unreadable('too_slow');
  return unreadable(why === 'memory' ? 'too_much_memory' : 'damaged');
}
