import { breathe } from '../../kernel/breathe.ts';
import { analyzeQuery } from '../../memory/index.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’+#.-]*/gu;
/** Of each text, in UTF-16 units: what a long one is about stands early. */
const READ = 1_000;
const TERMS = 3;

/**
 * Names for groups of texts: the terms that stand in many texts of the group and in few others, each in the form in which
 * it is written most. Terms by what they tell apart: their share of the group times the logarithm of how rare they are
 * elsewhere. A group that nothing tells apart has no label (an empty list).
 */
export async function distinguishingTerms(
  texts: readonly string[],
  groups: readonly number[],
  count: number,
): Promise<string[][]> {
  const everywhere = new Map<string, number>();
  const within = Array.from({ length: count }, () => new Map<string, number>());
  const sizes = new Array<number>(count).fill(0);
  const written = new Map<string, Map<string, number>>();
  for (const [i, text] of texts.entries()) {
    if (i % 200 === 199) await breathe();
    const group = groups[i]!;
    if (group >= 0) sizes[group]!++;
    for (const [stem, form] of stemsOf(text)) {
      add(everywhere, stem);
      if (group >= 0) add(within[group]!, stem);
      const forms = written.get(stem) ?? new Map<string, number>();
      written.set(stem, add(forms, form));
    }
  }
  return within.map((stems, group) => {
    const least = Math.max(2, sizes[group]! * 0.1);
    return [...stems]
      .filter(([, inside]) => inside >= least)
      .map(([stem, inside]) => {
        const outside = everywhere.get(stem)! - inside;
        const others = texts.length - sizes[group]!;
        const rarity = Math.log((others + 1) / (outside + 0.5));
        return { stem, score: (inside / sizes[group]!) * rarity };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.stem.localeCompare(b.stem))
      .slice(0, TERMS)
      .map(({ stem }) => mostWritten(written.get(stem)!));
  });
}

/** Each stem of a text once, with a form in which it is written there. */
function stemsOf(text: string): Map<string, string> {
  const stems = new Map<string, string>();
  for (const [found] of text.slice(0, READ).matchAll(WORD)) {
    const form = found
      .replace(/[.'’-]+$/, '')
      .replace(/['’]s$/i, '')
      .toLowerCase();
    const stem = stemOf(form);
    if (stem && !stems.has(stem)) stems.set(stem, form);
  }
  return stems;
}

const known = new Map<string, string | null>();
const KEPT = 20_000;

/** Null for words that carry no subject. */
function stemOf(form: string): string | null {
  let stem = known.get(form);
  if (stem === undefined) {
    const [term, ...more] = analyzeQuery(form).terms;
    stem =
      term && more.length === 0 && term.weight === 1 && !/^\d/.test(form) && form.length > 1
        ? term.term
        : null;
    if (known.size >= KEPT) known.clear();
    known.set(form, stem);
  }
  return stem;
}

function add(counts: Map<string, number>, key: string): Map<string, number> {
  return counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostWritten(forms: Map<string, number>): string {
  return [...forms].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]![0];
}
