/** What was said in a cluster by whom, as labels need it: terms by their stem, with the word as it was written. */
export interface Said {
  owner: string;
  /** In the order of the text. */
  words: readonly SaidWord[];
}

export interface SaidWord {
  term: string;
  surface: string;
  /** The small words between it and the one before it («of the»), empty for none; null or absent: they do not go together. */
  before?: string | null;
}

/** A word that stands for a cluster, with how many people of the cluster use it. */
export interface LabelTerm {
  term: string;
  /** As it is written most often. */
  surface: string;
  people: number;
}

/** Two terms that people of the cluster say near each other, in that order: an example of what is asked, and nobody's text. */
export interface LabelPhrase {
  terms: [string, string];
  /** «notice … given»; of a run what people say, word by word: «notice period», «end of the interview». */
  surface: string;
  /** Whether enough people say the very same run of words; only they are counted then. */
  isRun?: true;
  people: number;
}

export interface Label {
  terms: LabelTerm[];
  phrases: LabelPhrase[];
}

export interface LabelOptions {
  /** How many different people have to use a term before it is told. */
  minPeople: number;
  mostTerms?: number;
  mostPhrases?: number;
}

/** Words between the two of a phrase, at most. */
const reach = 3;

/**
 * The distinguishing terms of each cluster by c-TF-IDF (Grootendorst): often said in it, seldom in the others. A term is
 * counted once a person, so that nobody's favourite word becomes everybody's label, and told only where enough say it.
 */
export function labelClusters(clusters: readonly (readonly Said[])[], options: LabelOptions): Label[] {
  const { minPeople, mostTerms = 8, mostPhrases = 6 } = options;
  const counted = clusters.map((said) => countPeople(said));
  const overall = new Map<string, number>();
  let total = 0;
  for (const { terms } of counted) {
    for (const [term, { owners }] of terms) {
      overall.set(term, (overall.get(term) ?? 0) + owners.size);
      total += owners.size;
    }
  }
  const average = total / Math.max(1, counted.length);
  return counted.map(({ terms, phrases }) => {
    let size = 0;
    for (const { owners } of terms.values()) size += owners.size;
    const weigh = (term: string, people: number) =>
      (people / Math.max(1, size)) * Math.log(1 + average / overall.get(term)!);
    const told = [...terms]
      .filter(([, { owners }]) => owners.size >= minPeople)
      .map(([term, { owners, surfaces }]) => ({
        term,
        surface: mostOf(surfaces),
        people: owners.size,
        weight: weigh(term, owners.size),
      }))
      .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
      .slice(0, mostTerms);
    const weights = new Map(told.map(({ term, weight }) => [term, weight]));
    const examples = [...phrases.values()]
      .filter(({ owners, terms: pair }) => owners.size >= minPeople && pair.some((term) => weights.has(term)))
      .map(({ owners, surfaces, runs, terms: pair }) => ({
        ...toldPhrase(pair, { owners, surfaces, runs }, minPeople),
        weight: owners.size * pair.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0),
      }))
      .sort((a, b) => b.weight - a.weight || (a.surface < b.surface ? -1 : 1))
      .slice(0, mostPhrases);
    return {
      terms: told.map(({ term, surface, people }) => ({ term, surface, people })),
      phrases: examples.map(({ weight: _, ...phrase }) => phrase),
    };
  });
}

interface Counted {
  owners: Set<string>;
  /** The people of each way to write it. */
  surfaces: Map<string, Set<string>>;
}

interface CountedPhrase extends Counted {
  /** The people of each run of words in which the two stand beside each other. */
  runs: Map<string, Set<string>>;
}

/** What is said from a word to the next one that names something, as it was written; null where they do not go together. */
export function runAt(words: readonly SaidWord[], at: number): string | null {
  const [first, next] = [words[at], words[at + 1]];
  if (!first || next?.before == null) return null;
  return [first.surface, next.before, next.surface].filter((part) => part !== '').join(' ');
}

function toldPhrase(
  terms: [string, string],
  { owners, surfaces, runs }: CountedPhrase,
  minPeople: number,
): LabelPhrase {
  const run = runs.size > 0 ? mostOf(runs) : null;
  const people = run === null ? 0 : runs.get(run)!.size;
  if (run !== null && people >= minPeople) return { terms, surface: run, people, isRun: true };
  return { terms, surface: mostOf(surfaces), people: owners.size };
}

function countPeople(said: readonly Said[]) {
  const terms = new Map<string, Counted>();
  const phrases = new Map<string, CountedPhrase & { terms: [string, string] }>();
  for (const { owner, words } of said) {
    words.forEach(({ term, surface }, at) => {
      const counted = terms.get(term) ?? { owners: new Set(), surfaces: new Map() };
      terms.set(term, counted);
      count(counted, owner, surface);
      for (const next of words.slice(at + 1, at + reach)) {
        if (next.term === term) continue;
        const key = `${term} ${next.term}`;
        const phrase = phrases.get(key) ?? {
          owners: new Set(),
          surfaces: new Map(),
          runs: new Map(),
          terms: [term, next.term] as [string, string],
        };
        phrases.set(key, phrase);
        count(phrase, owner, `${surface} … ${next.surface}`);
        const run = runAt(words, at);
        if (run !== null && next === words[at + 1]) add(phrase.runs, run, owner);
      }
    });
  }
  return { terms, phrases };
}

function count({ owners, surfaces }: Counted, owner: string, surface: string): void {
  owners.add(owner);
  add(surfaces, surface, owner);
}

function add(among: Map<string, Set<string>>, surface: string, owner: string): void {
  among.set(surface, (among.get(surface) ?? new Set()).add(owner));
}

function mostOf(surfaces: Map<string, Set<string>>): string {
  return [...surfaces].sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1))[0]![0];
}
