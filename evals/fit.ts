import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { localQueryMap } from '../src/ai/embeddings/local.ts';
import { encodeQueryMap } from '../src/ai/embeddings/query-map/query-map.ts';
import { createEmbeddingEngine } from '../src/ai/index.ts';
import { readConfig } from '../src/config/index.ts';
import { cachedEmbedding } from './cached-embedding.ts';
import { pose } from './fit/answerable.ts';
import { chooseRelevance, fitConfidence, judge, outcomeOf } from './fit/confidence.ts';
import type { Labelled } from './fit/data.ts';
import { fit, order, type Prepared, prepare } from './fit/model.ts';
import { crossMapped, fitQueryMap } from './fit/query-map.ts';
import {
  type ConfidenceOutcome,
  confidenceModule,
  confidenceTable,
  type Outcome,
  table,
  weightsModule,
} from './fit/report.ts';
import { readFolders, type Weighed, weigh, weighedParaphrases } from './fit/training.ts';

/*
 * node evals/fit.ts [DIR...] [--check]
 *
 * With the engine of EMBEDDING_*, the local one by default: fits where questions are moved to before their vectors are
 * compared (local.bin, of the local engine only); the weights of src/memory/rank, on evals/conversations and the folders
 * given, and writes src/memory/rank/weights.ts; then the model of confidence on the rankings these give,
 * and writes src/memory/rank/confidence-weights.ts. `--check` writes nothing: it leaves each file out of a fit in turn and
 * prints how well the file is then ranked, and how well the confidence fitted without it does.
 */
const own = fileURLToPath(new URL('conversations', import.meta.url));
const target = fileURLToPath(new URL('../src/memory/rank/weights.ts', import.meta.url));
const confidenceTarget = fileURLToPath(new URL('../src/memory/rank/confidence-weights.ts', import.meta.url));
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
  const read = await readFolders([own, ...positionals], engine);
  const labelled = engine.asQuery ? crossMapped(read) : read;
  if (engine.asQuery && !values.check) {
    await writeFile(localQueryMap, encodeQueryMap(fitQueryMap(read)));
    console.log(`${fileURLToPath(localQueryMap)} written`);
  }
  const made = await weighedParaphrases(engine);
  const weighed = [...weigh(labelled), ...made];
  const questions = weighed.map(prepared);
  const outcomes = values.check ? leaveOneOut(questions, weighed) : await fitAndWrite(questions, labelled);
  console.log(table(outcomes));
  if (values.check) await checkConfidence(labelled);
} finally {
  await engine.close();
}

function outcome(question: Prepared, weights: Parameters<typeof order>[1]): Outcome {
  return { source: question.source, evidence: question.evidence, ...order(question, weights) };
}

/** The figures are of what was fitted to: how well it fits, not how well it will do. */
async function fitAndWrite(questions: Prepared[], labelled: Labelled[]): Promise<Outcome[]> {
  const weights = fit(questions);
  const sources = positionals.length === 0 ? 'evals/conversations' : 'evals/conversations and other folders';
  await writeFile(target, weightsModule(weights, sources));
  console.log(`${target} written`);
  const judged = pose(labelled).map((posed) => judge(posed, weights));
  const confidence = fitConfidence(judged);
  const limits = await chooseRelevance(judged, confidence);
  await writeFile(confidenceTarget, confidenceModule(confidence, limits, sources));
  console.log(`${confidenceTarget} written`);
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

/** With the shipped ranking: it is the confidence that is fitted without the file, and the limits chosen without it. */
async function checkConfidence(labelled: Labelled[]): Promise<void> {
  const judged = pose(labelled).map((posed) => judge(posed));
  const outcomes: ConfidenceOutcome[] = [];
  for (const file of new Set(judged.map((one) => one.file))) {
    const others = judged.filter((one) => one.file !== file);
    const confidence = fitConfidence(others);
    const limits = await chooseRelevance(others, confidence);
    for (const one of judged.filter((each) => each.file === file)) {
      outcomes.push({ source: one.source, ...(await outcomeOf(one, confidence, limits)) });
    }
  }
  console.log(confidenceTable(outcomes));
}
