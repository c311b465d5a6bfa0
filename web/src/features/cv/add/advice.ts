import { ApiProblem } from '../../../api/client.ts';

/** What to do about a file that could not be read, where there is more to say than the server does. */
const advice: Record<string, string> = {
  file_too_large: 'Save it again without pictures or as a smaller PDF, or paste the text of your CV.',
  file_encrypted: 'Open it with its password, save or print it as a PDF without one, and drop that.',
  file_image_only:
    'It was scanned or drawn. Export it anew from the program it was written in, run text recognition (OCR) over it, or paste the text.',
  file_has_no_text: 'Look whether it is the right file; otherwise paste the text of your CV.',
  file_type_unsupported: 'Save it as PDF or Word (.docx), or paste its text.',
  file_unreadable: 'It seems damaged. Save or export it again, or paste the text of your CV.',
  file_too_long: 'Leave out attachments and certificates: the CV alone is enough.',
  file_too_complex: 'Export it anew as a plain PDF or Word file, or paste the text of your CV.',
  file_empty: 'Look whether the file was saved, and drop it again.',
};

/** The problem with the advice of this page in place of a shorter one. */
export function withAdvice(error: unknown): unknown {
  if (!(error instanceof ApiProblem)) return error;
  const remedy = advice[error.code];
  if (remedy === undefined) return error;
  const { code, status, title, detail, retryAfter } = error;
  return new ApiProblem({ code, status, title, detail, remedy }, retryAfter);
}

/** Of the file picker; what a file is, the server finds out by its content. */
export const accept = {
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'text/markdown': ['.md', '.markdown'],
  'text/plain': ['.txt'],
  'text/html': ['.html', '.htm'],
  'application/json': ['.json'],
};

export const mostBytes = 10 * 1024 * 1024;

/** A file that is not worth sending, said as the server would. */
export function rejected(name: string, reason: string | undefined): ApiProblem {
  const known =
    reason === 'file-too-large'
      ? { code: 'file_too_large', title: 'The file is too large', detail: `«${name}» has more than 10 MB.` }
      : reason === 'too-many-files'
        ? {
            code: 'too_many_files',
            title: 'One file at a time',
            detail: 'Several files were dropped.',
            remedy: 'Drop one CV, and the next when it was read.',
          }
        : {
            code: 'file_type_unsupported',
            title: 'Files of this kind are not read',
            detail: `«${name}» is none of PDF, Word (.docx), Markdown, text, HTML and JSON Resume.`,
          };
  return new ApiProblem({ status: 415, ...known });
}
