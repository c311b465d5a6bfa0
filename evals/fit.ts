import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createEmbeddingEngine } from '../src/ai/index.ts';
import { readConfig } from '../src/config/index.ts';
import { cachedEmbedding } from './cached-embedding.ts';
import { fit, order, type Prepared, prepare } from './fit/model.ts';
import { type Outcome, table, weightsModule } from './fit/report.ts';
import { readFolders, type Weighed, weigh, weighedParaphrases } from './fit/training.ts';

/*
 * node evals/fit.ts [DIR...] [--check]
 *
 * Fits the weights of src/memory/rank on evals/conversations and the folders given, with the engine of EMBEDDING_* (the
 * local one by default), and writes src/memory/rank/weights.ts. `--check` writes nothing: it leaves each file out of a fit
 * in turn and prints how well the file is then ranked.
 */
const own = fileURLToPath(new URL('conversations', import.meta.url));
const target = fileURLToPath(new URL('../src/memory/rank/weights.ts', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false } },
});

const engine = cachedEmbedding(
  createEmbeddingEngine(readConfig(process.env, { cwd: process.cwd() }).embedding),
  fileURLToPath(new URL('.cache', import.meta.url)),
);
const prepared = ({ asked, weight }: Weighed) => prepare(asked, weight);

try {
  const labelled = await readFolders([own, ...positionals], engine);
  const made = await weighedParaphrases(engine);
  const weighed = [...weigh(labelled), ...made];
  const questions = weighed.map(prepared);
  const outcomes = values.check ? leaveOneOut(questions, weighed) : fitAndWrite(questions);
  console.log(table(await outcomes));
} finally {
  await engine.close();
}

function outcome(question: Prepared, weights: Parameters<typeof order>[1]): Outcome {
  return { source: question.source, evidence: question.evidence, ...order(question, weights) };
}

/** The figures are of what was fitted to: how well it fits, not how well it will do. */
async function fitAndWrite(questions: Prepared[]): Promise<Outcome[]> {
  const weights = fit(questions);
  const sources = positionals.length === 0 ? 'evals/conversations' : 'evals/conversations and other folders';
  await writeFile(target, weightsModule(weights, sources));
  console.log(`${target} written`);
  return questions.map((q) => outcome(q, weights));
}

function leaveOneOut(questions: Prepared[], weighed: Weighed[]): Outcome[] {
  const files = new Set(questions.map((q) => q.file));
  return [...files].flatMap((file) => {
    const weights = fit(questions.filter((q) => q.file !== file));
    console.log(`${file} left out`);
    return questions.filter((q, i) => q.file === file && !weighed[i]!.view).map((q) => outcome(q, weights));
  });
}
