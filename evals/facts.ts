/*
 * node evals/facts.ts [--write] [--verbose]: what the patterns read off messages labelled by hand (evals/facts/README.md), as
 * precision and recall of each kind. --write keeps them in evals/FACTS-RESULTS.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PATTERNS } from '../src/career/facts/index.ts';
import { readCases, renderScores, scoreCases } from './facts-score.ts';

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, verbose: { type: 'boolean', default: false } },
});
const sets = [
  ['dev', 'Messages that the patterns were mended on'],
  ['held-out', 'Messages that were written after the patterns, and that nothing was mended on'],
] as const;
const parts: string[] = [];
for (const [name, title] of sets) {
  const cases = readCases(await readFile(path.join(import.meta.dirname, 'facts', `${name}.txt`), 'utf8'));
  const scores = scoreCases(cases);
  parts.push(`## ${title}\n\n${renderScores(scores)}`);
  if (values.verbose) for (const line of scores.wrong) process.stdout.write(`${name}: ${line}\n`);
}
const report = parts.join('\n');
process.stdout.write(report);
if (values.write) {
  const head = `# Facts read off messages: measured\n\n\`node evals/facts.ts --write\` on ${new Date().toISOString().slice(0, 10)}, patterns \`${PATTERNS}\`. A fact counts as right where its kind, its value and whether it is so or over are those of the label.\n\n`;
  const kept = path.join(import.meta.dirname, 'facts', 'foreign.md');
  await writeFile(
    path.join(import.meta.dirname, 'FACTS-RESULTS.md'),
    `${head}${report}\n${await readFile(kept, 'utf8')}`,
  );
}
