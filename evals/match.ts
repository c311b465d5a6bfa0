/*
 * node evals/match.ts [DIR] [--write]: how well a posting's demands and a CV's answers to them are found, against pairs
 * labelled by hand (evals/match/README.md). Prints precision and recall; --write keeps them in evals/MATCH-RESULTS.md.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readPair, scorePairs } from './match-pairs.ts';
import { renderMatchReport } from './match-report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, verbose: { type: 'boolean', default: false } },
});
const folder = positionals[0] ?? path.join(import.meta.dirname, 'match');
const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
if (files.length === 0) throw new Error(`${folder} holds no .json file`);
const pairs = await Promise.all(
  files.map(async (file) => readPair(JSON.parse(await readFile(path.join(folder, file), 'utf8')), file)),
);
const scores = scorePairs(pairs);
const report = renderMatchReport(scores);
process.stdout.write(report);
if (values.verbose) {
  for (const { id, wrong } of scores.pairs) {
    if (wrong.length > 0) process.stdout.write(`\n${id}\n${wrong.map((line) => `  ${line}\n`).join('')}`);
  }
}
if (values.write) {
  const shown = path.relative(process.cwd(), folder) || '.';
  const head = `# Matching a CV with a posting: measured\n\n\`node evals/match.ts ${shown} --write\` on ${new Date().toISOString().slice(0, 10)}.\n\n`;
  await writeFile(path.join(import.meta.dirname, 'MATCH-RESULTS.md'), head + report);
}
