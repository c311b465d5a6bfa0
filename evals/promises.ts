import { writeFileSync } from 'node:fs';
import { followPromises, readPromises } from '../src/career/promises/index.ts';
import { kept, type Labelled, promised, SAID, traps } from './promises/sentences.ts';

/*
 * How well promises are read: `node evals/promises.ts` writes evals/PROMISES-RESULTS.md.
 */

export interface Result {
  sentences: number;
  promises: number;
  found: number;
  /** Read where there is none, or more than there are. */
  wrong: number;
  /** Of those found whose day is labelled, how many have that day (or rightly none). */
  dayRight: number;
  dayOf: number;
  kept: { pairs: number; right: number; wronglyKept: number };
  missed: string[];
  mistaken: string[];
}

export function measure(): Result {
  const said = new Date(SAID);
  const result: Result = {
    sentences: 0,
    promises: 0,
    found: 0,
    wrong: 0,
    dayRight: 0,
    dayOf: 0,
    kept: { pairs: kept.length, right: 0, wronglyKept: 0 },
    missed: [],
    mistaken: [],
  };
  for (const one of [...promised, ...traps] as Labelled[]) {
    const read = readPromises(one.text, said);
    result.sentences++;
    result.promises += one.promised;
    result.found += Math.min(read.length, one.promised);
    result.wrong += Math.max(0, read.length - one.promised);
    if (read.length < one.promised) result.missed.push(one.text);
    if (read.length > one.promised) result.mistaken.push(one.text);
    if (read.length === 0 || one.promised === 0 || one.due === undefined) continue;
    result.dayOf++;
    if ((read[0]!.due?.date ?? null) === one.due) result.dayRight++;
    else result.mistaken.push(`${one.text} (day: ${read[0]!.due?.date ?? 'none'}, not ${one.due ?? 'none'})`);
  }
  for (const { promise, later, kept: isKept } of kept) {
    const [followed] = followPromises([
      { id: 'a', text: promise, created_at: SAID },
      { id: 'b', text: later, created_at: '2026-03-12T10:00:00Z' },
    ]);
    const read = followed?.done != null;
    if (read === isKept) result.kept.right++;
    else {
      if (read) result.kept.wronglyKept++;
      result.mistaken.push(`${promise} / ${later} (${read ? 'kept' : 'not kept'})`);
    }
  }
  return result;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)}%`;
}

function report(result: Result): string {
  const { found, wrong, promises, sentences, dayRight, dayOf } = result;
  const list = (lines: string[]) => (lines.length ? lines.map((line) => `- ${line}`).join('\n') : 'None.');
  return `# Reading promises

Made by \`node evals/promises.ts\` from \`evals/promises/sentences.ts\`: ${sentences} sentences, ${promised.length} with promises, ${traps.length} traps.
The patterns were corrected where they first failed on some of these sentences, so expect less of other people's words. The last six sentences with promises were put in to show what is missed.

| | |
|---|---|
| precision (what is read is one) | ${percent(found, found + wrong)} (${found} of ${found + wrong}) |
| recall (what is one is read) | ${percent(found, promises)} (${found} of ${promises}) |
| the day is right, of those read | ${percent(dayRight, dayOf)} (${dayRight} of ${dayOf}) |
| kept or not, told rightly | ${percent(result.kept.right, result.kept.pairs)} (${result.kept.right} of ${result.kept.pairs}; wrongly called kept: ${result.kept.wronglyKept}) |

## Missed

${list(result.missed)}

## Mistaken

${list(result.mistaken)}
`;
}

if (import.meta.main) {
  const text = report(measure());
  writeFileSync(new URL('./PROMISES-RESULTS.md', import.meta.url), text);
  process.stdout.write(text);
}
