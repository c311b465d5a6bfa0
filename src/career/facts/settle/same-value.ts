import type { FactKind } from '../types.ts';

/** What two ways of writing one value share: «Berlin, Germany» is Berlin. */
export function sameValue(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)];
  if (x === y) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short.length > 2 && !/^\d/.test(short) && ` ${long} `.includes(` ${short} `);
}

/** Statements are compared each with each: what a value is folded to is remembered of the last ones. */
const folded = new Map<string, string>();
const mostFolded = 5_000;

function fold(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  if (folded.size >= mostFolded) folded.clear();
  const value = foldAnew(text);
  folded.set(text, value);
  return value;
}

const foldAnew = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();

/** Amounts of one number are one value where one of them leaves currency or period open. */
export function sameFact(kind: FactKind, a: string, b: string): boolean {
  if (!kind.startsWith('salary')) return sameValue(a, b);
  const [x, y] = [a.split(' '), b.split(' ')];
  const rest = (parts: string[]) => parts.slice(1);
  return (
    x[0] === y[0] &&
    (rest(x).every((part) => rest(y).includes(part)) || rest(y).every((part) => rest(x).includes(part)))
  );
}
