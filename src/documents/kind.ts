import { UnreadableFile } from './failures.ts';
import { decodeText } from './text/encoding.ts';
import type { DocumentKind } from './types.ts';

/** What a file is by its first bytes; text that is nothing else comes decoded. */
export type Sniffed =
  | { kind: 'pdf' | 'zip' }
  | { kind: 'markdown' | 'text' | 'html'; text: string }
  | { kind: 'json'; text: string };

/** Kinds by the ending of a name. */
const endings: Record<string, DocumentKind> = {
  pdf: 'pdf',
  docx: 'docx',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  json: 'json',
};

export function kindOfName(filename: string | undefined): DocumentKind | 'other' | null {
  const ending = /\.([a-z0-9]{1,10})$/i.exec(filename ?? '')?.[1]?.toLowerCase();
  if (ending === undefined) return null;
  return Object.hasOwn(endings, ending) ? endings[ending]! : 'other';
}

/** Throws where the file is nothing that is read here. The name only decides between Markdown and plain text. */
export function sniff(bytes: Uint8Array, filename: string | undefined): Sniffed {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024)).toString('latin1');
  if (head.includes('%PDF-')) return { kind: 'pdf' };
  if (/^PK(\x03\x04|\x05\x06)/.test(head)) return { kind: 'zip' };
  if (head.startsWith('\xD0\xCF\x11\xE0')) throw new UnreadableFile(oleKind(bytes));
  if (head.startsWith('{\\rtf')) throw new UnreadableFile('rtf');
  if (isPicture(head)) throw new UnreadableFile('picture');
  const text = decodeText(bytes);
  if (text === null) throw new UnreadableFile('unknown');
  if (text.trim() === '') throw new UnreadableFile('empty');
  const kind = textKind(text, filename);
  return kind === 'json' ? { kind, text } : { kind, text };
}

/** An OLE container holds an old Word file, or a new one under a password. */
function oleKind(bytes: Uint8Array): 'encrypted' | 'legacy_word' {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name)
    ? 'encrypted'
    : 'legacy_word';
}

function isPicture(head: string): boolean {
  return (
    /^(\x89PNG|\xFF\xD8\xFF|GIF8|II\*\0|MM\0\*|RIFF[\s\S]{4}WEBP)/.test(head) ||
    /^[\s\S]{4}ftyp(hei[cx]|avif|mif1)/.test(head)
  );
}

function textKind(text: string, filename: string | undefined): 'markdown' | 'text' | 'html' | 'json' {
  const start = text.trimStart();
  if (start.startsWith('{') && isJson(start)) return 'json';
  if (
    /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body)\b/i.test(start.slice(0, 4_000))
  )
    return 'html';
  const tags = text.match(/<\/(p|div|li|ul|h[1-6]|td|section|span|a)>/gi)?.length ?? 0;
  if (start.startsWith('<') && tags >= 3) return 'html';
  return isMarkdown(text, filename) ? 'markdown' : 'text';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A plain text may have a line with a star; headings and links in brackets are meant. */
function isMarkdown(text: string, filename: string | undefined): boolean {
  if (kindOfName(filename) === 'markdown') return true;
  const headings = text.match(/^#{1,6} \S/gm)?.length ?? 0;
  const others = text.match(/\*\*[^*\n]+\*\*|\[[^\]\n]+\]\([^)\n]+\)/g)?.length ?? 0;
  return headings >= 2 || (headings >= 1 && others >= 1) || others >= 3;
}
