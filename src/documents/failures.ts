import { AppError } from '../kernel/errors.ts';
import { limits } from './limits.ts';

/** Why a file is not read. The names cross from the reading thread; what they mean to a person is here. */
export type Unreadable =
  | 'empty'
  | 'too_large'
  | 'unknown'
  | 'legacy_word'
  | 'other_office'
  | 'rtf'
  | 'not_word'
  | 'picture'
  | 'encrypted'
  | 'image_only'
  | 'no_text'
  | 'damaged'
  | 'unpacks_too_large'
  | 'too_many_pages'
  | 'too_many_characters'
  | 'too_slow'
  | 'too_much_memory';

/** Thrown by the readers. */
export class UnreadableFile extends Error {
  readonly reason: Unreadable;
  constructor(reason: Unreadable, cause?: unknown) {
    super(reason, { cause });
    this.name = 'UnreadableFile';
    this.reason = reason;
  }
}

interface Words {
  code: string;
  status: number;
  detail: string;
  remedy: string;
}

const megabytes = limits.fileBytes / 1024 / 1024;
const asOtherFile = 'Send it as PDF, DOCX, Markdown, plain text, HTML or JSON Resume.';
const asNewFile = 'Open it in the program that made it, export it again as PDF or DOCX, and send that.';

const words: Record<Unreadable, Words> = {
  empty: { code: 'file_empty', status: 400, detail: 'The file is empty.', remedy: asOtherFile },
  too_large: {
    code: 'file_too_large',
    status: 413,
    detail: `The file is larger than ${megabytes} MB.`,
    remedy: `Send at most ${megabytes} MB; without pictures a CV is far smaller.`,
  },
  unknown: {
    code: 'file_type_unsupported',
    status: 415,
    detail: 'The file is none of the kinds that are read here.',
    remedy: asOtherFile,
  },
  legacy_word: {
    code: 'file_type_unsupported',
    status: 415,
    detail: 'The file is in the old binary format of Word (.doc).',
    remedy: 'Open it in a word processor and save it as DOCX or PDF.',
  },
  other_office: {
    code: 'file_type_unsupported',
    status: 415,
    detail: 'The file is an office document of another kind than DOCX.',
    remedy: 'Save it as DOCX or PDF.',
  },
  rtf: {
    code: 'file_type_unsupported',
    status: 415,
    detail: 'The file is in Rich Text Format (RTF).',
    remedy: 'Open it in a word processor and save it as DOCX or PDF.',
  },
  not_word: {
    code: 'file_type_unsupported',
    status: 415,
    detail: 'The file is a zip archive and not a Word document, whatever its name says.',
    remedy: 'Unpack it and send the CV that is in it.',
  },
  picture: {
    code: 'file_image_only',
    status: 422,
    detail: 'The file is a picture: it holds no text that a program can read.',
    remedy: 'Run text recognition (OCR) on it first, or send the document it was made from.',
  },
  encrypted: {
    code: 'file_encrypted',
    status: 422,
    detail: 'The file is protected with a password.',
    remedy: 'Remove the password (save or print it as a new file) and send that.',
  },
  image_only: {
    code: 'file_image_only',
    status: 422,
    detail: 'The pages are pictures, as a scanner makes them: there is no text that a program can read.',
    remedy: 'Run text recognition (OCR) on it first, or send the document it was made from.',
  },
  no_text: {
    code: 'file_has_no_text',
    status: 422,
    detail: 'There is no text in the file.',
    remedy: 'If it shows text, export it again as text rather than as shapes, or run OCR on it.',
  },
  damaged: {
    code: 'file_unreadable',
    status: 422,
    detail: 'The file is damaged, or not what it begins like.',
    remedy: asNewFile,
  },
  unpacks_too_large: {
    code: 'file_unreadable',
    status: 422,
    detail: 'The file would unpack to far more than a document holds, and was not unpacked.',
    remedy: asNewFile,
  },
  too_many_pages: {
    code: 'file_too_long',
    status: 422,
    detail: `The document has more than ${limits.pages} pages.`,
    remedy: `Send the CV alone, with at most ${limits.pages} pages.`,
  },
  too_many_characters: {
    code: 'file_too_long',
    status: 422,
    detail: `The document holds more than ${limits.characters.toLocaleString('en-US')} characters.`,
    remedy: 'Send the CV alone.',
  },
  too_slow: {
    code: 'file_too_complex',
    status: 422,
    detail: 'Reading the file took too long and was given up.',
    remedy: asNewFile,
  },
  too_much_memory: {
    code: 'file_too_complex',
    status: 422,
    detail: 'Reading the file took too much memory and was given up.',
    remedy: asNewFile,
  },
};

/** What the caller is told. */
export function unreadable(reason: Unreadable): AppError {
  const { code, status, detail, remedy } = words[reason];
  return new AppError(code, { status, title: 'The file cannot be read', detail, remedy });
}

/** More files are waiting than are read in reasonable time. */
export function documentsBusy(retryAfter: number): AppError {
  return new AppError('documents_busy', {
    status: 503,
    title: 'Too many files at once',
    detail: 'Other files are being read, and the queue is full. Nothing was stored.',
    retryAfter,
    remedy: 'Send it again in a moment.',
  });
}

/** Nothing is read any more. */
export function documentsClosed(retryAfter: number): AppError {
  return new AppError('shutting_down', {
    status: 503,
    title: 'The server is shutting down',
    detail: 'The file was not read.',
    retryAfter,
  });
}
