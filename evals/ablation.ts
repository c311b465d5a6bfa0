import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createEmbeddingEngine } from '../src/ai/index.ts';
import { readConfig } from '../src/config/index.ts';
import { groupOf } from '../src/memory/rank/groups.ts';
import { cachedEmbedding } from './cached-embedding.ts';
import { ask } from './fit/data.ts';
import { fit, order, type Prepared, prepare } from './fit/model.ts';
import { crossMapped } from './fit/query-map.ts';
import { measure, type Outcome } from './fit/report.ts';
import { asAsked, readFolders, weigh, weighedParaphrases } from './fit/training.ts';
import { writeSection } from './results-file.ts';

/*
 * node evals/ablation.ts DIR [--write]
 *
 * What each part of the ranking is worth: the weights are fitted on evals/conversations once with every feature and once
 * without each group of them, and measured on the conversations of DIR, which no fit has seen. The ranker alone is
 * measured, over the pools that recall makes, before messages lose by what better ones say. `--write` puts the table into evals/RESULTS.md.
 */
const own = fileURLToPath(new URL('conversations', import.meta.url));
const results = fileURLToPath(new URL('RESULTS.md', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
if (positionals.length === 0)
  throw new Error('node evals/ablation.ts DIR: which conversations to measure on?');

const engine = cachedEmbedding(
  createEmbeddingEngine(readConfig(process.env, { cwd: process.cwd() }).embedding),
  fileURLToPath(new URL('.cache', import.meta.url)),
);

try {
  const labelled = await readFolders([own], engine);
  const seen = engine.asQuery ? crossMapped(labelled) : labelled;
  const training = [...weigh(seen), ...(await weighedParaphrases(engine))].map(({ asked, weight }) =>
    prepare(asked, weight),
  );
  const unseen = (await readFolders(positionals, engine))
    .map((one) => asAsked(one, engine))
    .flatMap(ask)
    .map((asked) => prepare(asked, 1));
  const features = namesOf(training);
  const groups = [...new Set(features.map(groupOf))];
  const rows = [row('everything', training, unseen, new Set())];
  for (const group of groups) {
    rows.push(
      row(`without ${group}`, training, unseen, new Set(features.filter((f) => groupOf(f) === group))),
    );
    console.log(rows.at(-1));
  }
  const text = page(rows, [...new Set(unseen.map(({ source }) => source))].sort());
  console.log(text);
  if (values.write) await writeSection(results, 'parts of the ranking', text);
} finally {
  await engine.close();
}

/** Of both layers; only a fit knows the second one's. */
function namesOf(questions: readonly Prepared[]): string[] {
  const { local, final } = fit(questions.slice(0, 50), { iterations: 1 });
  return [...new Set([...Object.keys(local), ...Object.keys(final)])];
}

function row(name: string, training: Prepared[], unseen: Prepared[], skip: ReadonlySet<string>): string {
  const weights = fit(training, { skip });
  const outcomes: Outcome[] = unseen.map((q) => ({
    source: q.source,
    evidence: q.evidence,
    ...order(q, weights),
  }));
  const figures = [...bySource(outcomes)].map(([, of]) => {
    const { any5, any10, mrr, recall10, surprise } = measure(of);
    return `${[any5, any10, mrr, recall10].map((v) => v.toFixed(1)).join(' | ')} | ${surprise.toFixed(3)}`;
  });
  return `| ${name} | ${figures.join(' | ')} |`;
}

function bySource(outcomes: readonly Outcome[]): Map<string, Outcome[]> {
  return new Map(
    Object.entries(Object.groupBy(outcomes, ({ source }) => source))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([source, of]) => [source, of!]),
  );
}

function page(rows: readonly string[], sources: readonly string[]): string {
  const head = sources.flatMap((s) =>
    ['any@5', 'any@10', 'MRR', 'recall@10', 'loss'].map((m) => `${s} ${m}`),
  );
  return `## What each part of the ranking is worth

Made by \`node evals/ablation.ts DIR --write\`. Last on ${new Date().toISOString().slice(0, 10)}. Weights fitted on evals/conversations without the part, measured on
conversations no fit has seen; in per cent, the loss (how surprising the evidence is, of questions with
evidence in their pool; lower is better) as it is. The ranker alone, before messages lose by what better ones say, so the first line differs from the table of hybrid (what that is worth: docs/decisions/0027).

| part | ${head.join(' | ')} |
|---|${head.map(() => '---:').join('|')}|
${rows.join('\n')}
`;
}
