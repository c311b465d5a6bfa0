import { levelled, type Word, wordsOf } from './words.ts';

/** The words of all sources, ready to be asked whether a phrase occurs in one of them. */
export interface Known {
  /** Whether the words stand next to each other in one source; hyphens and spaces do not matter. */
  phrase(words: readonly Word[]): boolean;
  /** Whether a word of this form stands in one clause with one of the others, or is the heading above it. */
  beside(test: (key: string) => boolean, others: readonly string[]): boolean;
  has(test: (key: string) => boolean): boolean;
  /** Whether the text itself occurs, spaces and case aside: for addresses and numbers of phones. */
  verbatim(text: string): boolean;
}

const bare = (text: string): string => text.toLowerCase().replace(/[\s()/-]+/g, '');

export function knownFrom(texts: readonly string[]): Known {
  const sources = texts.map((text) => {
    const keys = wordsOf(levelled(text)).map(({ key }) => key);
    const clauses = levelled(text)
      .split(/[;\n|]|[.!?](?=\s)/)
      .map((clause) => wordsOf(clause).map(({ key }) => key));
    return {
      keys,
      joined: joined(keys),
      clauses: clauses.filter(({ length }) => length > 0),
      bare: bare(levelled(text)),
    };
  });
  return {
    phrase(words) {
      const wanted = words.map(({ key }) => key).join('');
      return wanted !== '' && sources.some((source) => source.joined.has(wanted));
    },
    beside: (test, others) =>
      sources.some(({ clauses }) =>
        clauses.some((clause, at) => {
          if (!clause.some(test)) return false;
          const reach = clause.length === 1 ? clauses.slice(at, at + UNDER_A_HEADING).flat() : clause;
          return reach.some((key) => others.includes(key));
        }),
      ),
    has: (test) => sources.some(({ keys }) => keys.some(test)),
    verbatim: (text) => sources.some((source) => source.bare.includes(bare(levelled(text)))),
  };
}

/** How many clauses a heading of one word is taken to speak for. */
const UNDER_A_HEADING = 20;

/** A phrase of a claim is at most this many words long. */
const MOST_WORDS = 8;

/** Every run of words, joined: «Git Hub», «Git-Hub» and «GitHub» are the same. */
function joined(keys: readonly string[]): { has(wanted: string): boolean } {
  const starts = new Map<string, number[]>();
  keys.forEach((key, at) => {
    const initial = key[0]!;
    const list = starts.get(initial);
    if (list) list.push(at);
    else starts.set(initial, [at]);
  });
  return {
    has(wanted) {
      return (starts.get(wanted[0]!) ?? []).some((start) => {
        let length = 0;
        for (let at = start; at < keys.length && at < start + 2 * MOST_WORDS; at++) {
          const key = keys[at]!;
          if (!wanted.startsWith(key, length)) return false;
          length += key.length;
          if (length === wanted.length) return true;
        }
        return false;
      });
    },
  };
}
