import { isQuoted } from '../../memory/index.ts';

/** So many words one after the other are hardly the same by chance. */
const RUN = 4;
/** The share of a line's words in such runs; the rest is the date, or who said it. */
const MOSTLY = 0.6;
/** Of a longer text, which only an import can bring, the beginning is compared. */
const LONGEST = 50_000;

/**
 * The lines of a reply, by their places, that quote what was recalled for it. A draft in a block quote, which a model
 * writes, is no such line, though it may use what was recalled. A line without words belongs to the one before it.
 */
export function recalledLines(reply: string, recalled: readonly string[]): number[] {
  const lines = reply.split('\n');
  const quoted = [...lines.keys()].filter((at) => isQuoted(lines[at]!));
  if (quoted.length === 0) return [];
  const texts = recalled.map((text) => wordsOf(text.slice(0, LONGEST)));
  const runs = new Set(texts.flatMap(runsOf));
  const whole = texts.map((words) => ` ${words.join(' ')} `);
  const found = new Set<number>();
  for (const at of quoted) {
    const words = wordsOf(lines[at]!);
    const isRecalled =
      words.length === 0
        ? found.has(at - 1)
        : words.length < RUN
          ? whole.some((text) => text.includes(` ${words.join(' ')} `))
          : coveredBy(runs, words) >= MOSTLY * words.length;
    if (isRecalled) found.add(at);
  }
  return [...found];
}

/** Case, marks and line ends make no difference to a quote. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const runsOf = (words: readonly string[]): string[] =>
  words.slice(0, 1 - RUN).map((_, at) => words.slice(at, at + RUN).join(' '));

/** How many of the words stand in a run that was recalled. */
function coveredBy(runs: ReadonlySet<string>, words: readonly string[]): number {
  const covered = new Set<number>();
  for (const [at, run] of runsOf(words).entries())
    if (runs.has(run)) for (let word = at; word < at + RUN; word++) covered.add(word);
  return covered.size;
}
