/** A text of a CV as it is shown, with the fields that it shows. */
export interface Piece {
  /** JSON pointers; the first names the piece. */
  pointers: string[];
  text: string;
  /** An address that is safe to follow. */
  href?: string;
}

export interface Entry {
  /** Of the entry, such as `/work/0`. */
  pointer: string;
  title: Piece[];
  subtitle: Piece[];
  dates: Piece | null;
  paragraphs: Piece[];
  bullets: Piece[];
  /** Short words in a row: skills, keywords, courses. */
  tags: Piece[];
}

export type Values = Record<string, unknown>;

export const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Stored data may be of any shape: only texts and numbers are shown. */
export function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

export const records = (value: unknown): [Values, number][] =>
  Array.isArray(value)
    ? value.flatMap((entry, index): [Values, number][] => (isRecord(entry) ? [[entry, index]] : []))
    : [];

const safe = /^(https?:\/\/|mailto:|tel:)/i;

/** The field as a piece, in a list: empty where there is none. */
export function piece(values: Values, at: string, name: string, link?: (text: string) => string): Piece[] {
  const text = textOf(values[name]);
  if (text === '') return [];
  const href = link?.(text);
  return [{ pointers: [`${at}/${name}`], text, ...(href && safe.test(href) && { href }) }];
}

/** The address of a page; empty for what has a scheme of another kind, such as `javascript:`. */
export function webLink(text: string): string {
  if (/^https?:\/\//i.test(text)) return text;
  return /^[a-z][a-z0-9+-]*:/i.test(text) || !/^\S+\.\S+$/.test(text) ? '' : `https://${text}`;
}

/** The texts of a list, each as a piece. */
export function listed(values: Values, at: string, name: string): Piece[] {
  const list = values[name];
  if (!Array.isArray(list)) return [];
  return list.flatMap((value, index) => {
    const text = textOf(value);
    return text === '' ? [] : [{ pointers: [`${at}/${name}/${index}`], text }];
  });
}

/** Several fields as one piece: a period, a place. */
export function joined(pieces: readonly Piece[], separator: string): Piece[] {
  if (pieces.length === 0) return [];
  return [
    {
      pointers: pieces.flatMap(({ pointers }) => pointers),
      text: pieces.map(({ text }) => text).join(separator),
    },
  ];
}
