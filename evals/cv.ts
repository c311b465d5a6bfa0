import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bareDocument, parseCv } from '../src/career/parse/index.ts';
import type { Resume } from '../src/career/resume/index.ts';
import { createDocuments } from '../src/documents/index.ts';
import { addTallies, precision, recall, scoreResume, type Tallies, type Tally, totalOf } from './cv-score.ts';
import { table } from './report.ts';

/*
 * node evals/cv.ts [DIR] [--verbose] [--write] [--bare]
 *
 * Reads every CV of a folder that has a NAME.expected.json beside it (evals/cv by default), as an upload would be read, and
 * prints how many fields are right, wrong and missing: by file and by kind of field. `--verbose` shows each that differs,
 * `--bare` gives the parser .txt and .md files as they are rather than as the document reader hands them on, and
 * `--write` puts the figures of evals/cv into evals/CV-RESULTS.md.
 */
const own = fileURLToPath(new URL('cv', import.meta.url));
const resultsFile = fileURLToPath(new URL('CV-RESULTS.md', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    verbose: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    bare: { type: 'boolean', default: false },
  },
});
const folder = positionals[0] ?? own;
const labels = (file: string) => path.join(folder, `${path.parse(file).name}.expected.json`);
const files = readdirSync(folder)
  .filter((file) => !file.endsWith('.json') && existsSync(labels(file)))
  .toSorted();
if (files.length === 0) throw new Error(`${folder} holds no CV with a NAME.expected.json beside it`);

const percent = (share: number | null) => (share === null ? '-' : (share * 100).toFixed(1));
const row = (name: string, tally: Tally) => [
  name,
  ...[tally.right, tally.wrong, tally.missing].map(String),
  percent(precision(tally)),
  percent(recall(tally)),
];
const header = ['right', 'wrong', 'missing', 'precision %', 'recall %'];

const documents = createDocuments();
const byKind: Tallies = new Map();
const byFile: string[][] = [];
try {
  for (const file of files) {
    const bytes = readFileSync(path.join(folder, file));
    const isBare = values.bare && /\.(?:txt|md)$/.test(file);
    const document = isBare
      ? bareDocument(bytes.toString('utf8'))
      : await documents.read(bytes, { filename: file });
    const { resume } = parseCv(document);
    const expected = JSON.parse(readFileSync(labels(file), 'utf8')) as Resume;
    const { tallies, differences } = scoreResume(expected, resume);
    addTallies(byKind, tallies);
    byFile.push(row(file, totalOf(tallies)));
    if (!values.verbose) continue;
    for (const { kind, expected: wanted, read } of differences) {
      console.log(`${file}: ${kind}: wanted ${JSON.stringify(wanted)}, read ${JSON.stringify(read)}`);
    }
  }
} finally {
  await documents.close();
}

const total = totalOf(byKind);
const kinds = [...byKind].toSorted(([a], [b]) => a.localeCompare(b)).map(([kind, tally]) => row(kind, tally));
const report = `${table(['file', ...header], [...byFile, row('all', total)])}\n\n${table(['field', ...header], kinds)}\n`;
console.log(report);

if (values.write) {
  const begin = '<!-- evals/cv.ts -->';
  const end = '<!-- /evals/cv.ts -->';
  const date = new Date().toISOString().slice(0, 10);
  const section = `${begin}\n## All of evals/cv\n\n\`node evals/cv.ts --write\` on ${date}: ${files.length} CVs, no language model.\n\n${report}${end}`;
  const before = existsSync(resultsFile) ? readFileSync(resultsFile, 'utf8') : '# Reading CVs\n';
  const from = before.indexOf(begin);
  const to = before.indexOf(end);
  const text =
    from < 0 ? `${before}\n${section}\n` : before.slice(0, from) + section + before.slice(to + end.length);
  writeFileSync(resultsFile, text);
  console.log(`${resultsFile} written`);
}
