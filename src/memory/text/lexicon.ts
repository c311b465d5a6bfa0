import lexicon from './lexicon.json' with { type: 'json' };

/**
 * What is known of common English words whoever uses them: which are akin (pet, dog, puppy), so that a question finds a
 * message that says it otherwise, and how common they are, so that «give» tells little even where a user rarely says it.
 *
 * `lexicon.json` is generated (see its `about`): each entry is a stem, the digit of its commonness (log10 of its count in
 * film subtitles), and its nearest stems by the bundled sentence encoder, each with a digit for how near.
 * Words of other languages are not in it: they have no kin and count as rare.
 */
export interface Lexicon {
  /** Words akin to a term, each with how near it is, 0 to 1. */
  related(term: string): ReadonlyMap<string, number>;
  /** How much a term tells by itself: less for common words, 1 for rare ones. */
  rarity(term: string): number;
}

const NONE: ReadonlyMap<string, number> = new Map();
const kin = new Map<string, Map<string, number>>();
const common = new Map<string, number>();

function link(a: string, b: string, nearness: number): void {
  const known = kin.get(a);
  if (known) known.set(b, Math.max(nearness, known.get(b) ?? 0));
  else kin.set(a, new Map([[b, nearness]]));
}

for (const entry of lexicon.words) {
  const [head, ...near] = entry.split(' ');
  const stem = head!.slice(0, -1);
  common.set(stem, Number(head!.at(-1)));
  for (const one of near) {
    // Both ways: nearest is not mutual, kinship is.
    link(stem, one.slice(0, -1), Number(one.at(-1)) / 10);
    link(one.slice(0, -1), stem, Number(one.at(-1)) / 10);
  }
}

export const LEXICON: Lexicon = {
  related: (term) => kin.get(term) ?? NONE,
  rarity: (term) => {
    const digit = common.get(term);
    return digit === undefined ? 1 : Math.min(1, Math.max(0.3, 1 - (digit - 4) * 0.1));
  },
};
