import { allNames, type Name } from './taxonomy.ts';
import { singular, spelled, type Token } from './tokens.ts';

interface Node {
  next: Map<string, Node> | undefined;
  names: Name[];
}

const none: Name[] = [];
const node = (): Node => ({ next: undefined, names: none });

function insert(root: Node, words: readonly string[], name: Name): void {
  let at = root;
  for (const word of words) {
    at.next ??= new Map();
    let child = at.next.get(word);
    if (!child) {
      child = node();
      at.next.set(word, child);
    }
    at = child;
  }
  if (at.names === none) at.names = [name];
  else if (!at.names.includes(name)) at.names.push(name);
}

function build(): Node {
  const root = node();
  const joined: [string, Name][] = [];
  for (const name of allNames()) {
    const { words } = name;
    if (words.length === 0) continue;
    for (const spelling of spelled(words)) {
      insert(root, spelling, name);
      if (words.length > 1 && words.length <= 3 && name.strictness === 'any case') {
        joined.push([spelling.join(''), name]);
      }
    }
  }
  // «nodejs» for «Node.js», «powerbi» for «Power BI»; not where that is another's name, and short ones are other words.
  for (const [word, name] of joined) {
    if (word.length >= 5 && !root.next?.get(word)?.names.length) insert(root, [word], name);
  }
  return root;
}

let built: Node | undefined;

function step(at: Node, word: string): Node | undefined {
  const child = at.next?.get(word);
  if (child || !at.next) return child;
  const bare = /.[+#]+$/.test(word) ? word.replace(/[+#]+$/, '') : singular(word);
  return bare === null ? undefined : at.next.get(bare);
}

/** What may stand between the words of one name: nothing but a space, a hyphen, a dot, a slash, or the end of a line. */
const separator = /^(?:[ \t\u00a0]{1,3}|[-‐‑–_.'’]|[ \t]*\/[ \t]*|[ \t]*\r?\n[ \t]*|)$/;
/** A line this long was wrapped; the end of a shorter one separates, as in lists of one a line. */
const WRAPPED = 40;

function joins(text: string, from: number, to: number): boolean {
  if (to - from === 1 && text[from] === ' ') return true;
  const between = text.slice(from, to);
  if (!separator.test(between)) return false;
  return !between.includes('\n') || from - text.lastIndexOf('\n', from - 1) > WRAPPED;
}

/** All names that start at a token, the longest first, with the number of tokens each takes. */
export function namesAt(text: string, tokens: Token[], index: number): { name: Name; length: number }[] {
  const found: { name: Name; length: number }[] = [];
  built ??= build();
  let at: Node | undefined = built;
  for (let i = index; i < tokens.length; i++) {
    if (i > index && !joins(text, tokens[i - 1]!.end, tokens[i]!.start)) break;
    at = step(at, tokens[i]!.text);
    if (!at) break;
    for (const name of at.names) found.push({ name, length: i - index + 1 });
  }
  return found.sort((a, b) => b.length - a.length);
}
