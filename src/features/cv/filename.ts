import type { DocumentKind } from '../../documents/index.ts';

const endings: Record<DocumentKind, string> = {
  pdf: 'pdf',
  docx: 'docx',
  markdown: 'md',
  text: 'txt',
  html: 'html',
  json: 'json',
};

/** A name to show and store: without folders and control characters, of at most 255 characters, ending kept. */
export function cleanFilename(given: string | undefined, kind: DocumentKind): string {
  const name = (given ?? '')
    .replace(/^.*[\\/]/s, '')
    .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim();
  if (name === '') return `cv.${endings[kind]}`;
  if (name.length <= 255) return name;
  const ending = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? '';
  return name.slice(0, 255 - ending.length).toWellFormed() + ending;
}
