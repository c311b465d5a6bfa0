import type { Resume } from '../../../career/resume/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type ThreadFailure, Threads } from '../../../kernel/threads.ts';
import type { Answer, Question } from './export-worker.ts';
import type { PlainPart } from './pdf/plain.ts';

/** A file of some pages takes 0.2 s; one of a hundred pages 5 s. */
const TIMEOUT_MS = 30_000;
/** How many may wait for their turn, while one is being set. */
const QUEUE_LENGTH = 15;
/** Of the thread, in MB. */
const HEAP = 768;

/** Sets files in a thread of its own, one after the other, so that other requests go on meanwhile. */
export class ExportThread {
  readonly #threads = new Threads<Question, Answer>({
    script: new URL('./export-worker.ts', import.meta.url),
    name: 'export',
    queueLength: QUEUE_LENGTH,
    timeoutMs: TIMEOUT_MS,
    heapMegabytes: HEAP,
    refuse,
  });

  /** The file's bytes. Throws an AppError: `export_letters_missing`, `export_too_long` (422), `export_busy` (503). */
  async render(format: 'pdf' | 'docx', resume: Resume): Promise<Uint8Array> {
    return await this.#bytes({ format, resume });
  }

  /** Paragraphs and lists, such as a letter, as PDF; throws as `render`. */
  async renderPlain(parts: readonly PlainPart[]): Promise<Uint8Array> {
    return await this.#bytes({ format: 'plain', parts });
  }

  async #bytes(question: Question): Promise<Uint8Array> {
    const answer = await this.#threads.run(question);
    if ('bytes' in answer) return answer.bytes;
    throw lettersMissing(answer.lettersMissing);
  }

  close(): Promise<void> {
    return this.#threads.close();
  }
}

function refuse(failure: ThreadFailure): Error {
  switch (failure.why) {
    case 'busy':
    case 'closed':
      return busy();
    case 'late':
      return tooLong(`Setting its pages took more than ${TIMEOUT_MS / 1_000} seconds.`);
    case 'memory':
      return tooLong('Setting its pages took more memory than there is for it.');
    case 'crashed':
      return new Error('The thread that sets files ended');
    case 'failed':
      // Not its message: that could hold words of the CV.
      return new Error(`The file could not be set (${failure.error})`);
  }
}

const lettersMissing = (letters: readonly string[]) =>
  new AppError('export_letters_missing', {
    status: 422,
    title: 'The PDF could not show every letter',
    detail: `No font at hand has ${letters.slice(0, 10).join(' ')}${letters.length > 10 ? ' and others' : ''}.`,
    remedy: 'Export as docx or md, which keep every letter, or leave these letters out.',
  });

const tooLong = (detail: string) =>
  new AppError('export_too_long', {
    status: 422,
    title: 'The text is too long to be set',
    detail,
    remedy: 'Export as md.',
  });

const busy = () =>
  new AppError('export_busy', {
    status: 503,
    title: 'Too many files are being made',
    detail: 'Other files are being made.',
    retryAfter: 5,
  });
