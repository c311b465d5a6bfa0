import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createEmbeddingEngine } from '../src/ai/index.ts';
import {
  findClusters,
  type Item,
  learnSpace,
  placeItems,
  standardWeights,
  type Weights,
} from '../src/clustering/index.ts';
import { loadEnvironment, readConfig } from '../src/config/index.ts';
import { readQuestion, readText } from '../src/features/analytics/index.ts';
import { cachedEmbedding } from './cached-embedding.ts';
import { percentile, seeded } from './measures.ts';
import { table } from './report.ts';
import { type Agreement, agreement } from './topics/agreement.ts';

/*
 * Clusters of questions held against known topics: `node evals/topics.ts [--write]`. The weights were settled by
 * every second topic; the other half shows how far they carry.
 */

interface Question {
  text: string;
  topic: number;
  item: Item;
}

const arms: Record<string, Weights> = {
  'vectors alone': { vector: 1, terms: 0, profile: 0 },
  'terms alone': { vector: 0, terms: 1, profile: 0 },
  'vectors and terms': { vector: 0.5, terms: 0.5, profile: 0 },
  'all three, as built in': standardWeights,
};
const measures = ['ari', 'purity', 'nmi'] as const;
const seeds = [1];
const rounds = 500;

const { values: options } = parseArgs({ options: { write: { type: 'boolean' } } });
const folder = import.meta.dirname;
const { topics } = JSON.parse(readFileSync(path.join(folder, 'topics/questions.json'), 'utf8')) as {
  topics: { topic: string; named: string[]; oblique: string[] }[];
};
const config = readConfig(loadEnvironment({ cwd: process.cwd(), env: process.env }), { cwd: process.cwd() });
const engine = cachedEmbedding(createEmbeddingEngine(config.embedding), path.join(folder, '.cache'));

async function load(): Promise<Question[]> {
  const texts = topics.flatMap(({ named, oblique }, topic) =>
    [...named, ...oblique].map((text) => ({ text, topic })),
  );
  const questions: Question[] = [];
  for (let at = 0; at < texts.length; at += engine.maxBatch) {
    const part = texts.slice(at, at + engine.maxBatch);
    const vectors = await engine.embed(part.map(({ text }) => text));
    part.forEach(({ text, topic }, i) => {
      const { terms, profile } = readText(text);
      questions.push({ text, topic, item: { vector: vectors[i]!, terms, profile } });
    });
  }
  return questions;
}

/** The mean over the seeds, and the interval over questions drawn again from the first one's clusters. */
function evaluate(questions: Question[], weights: Weights): string[] {
  const items = questions.map(({ item }) => item);
  const labels = questions.map(({ topic }) => topic);
  const rows = placeItems(learnSpace(items, weights), items);
  const found = seeds.map((seed) => findClusters(rows, { seed }));
  const agreements = found.map(({ assignment }) => agreement(assignment, labels));
  const mean = (name: keyof Agreement) => agreements.reduce((sum, one) => sum + one[name], 0) / seeds.length;
  const random = seeded(1);
  const drawn = Array.from({ length: rounds }, () => {
    const picks = labels.map(() => Math.floor(random() * labels.length));
    return agreement(
      picks.map((i) => found[0]!.assignment[i]!),
      picks.map((i) => labels[i]!),
    );
  });
  const cells = measures.map((name) => {
    const all = drawn.map((one) => one[name]);
    return `${mean(name).toFixed(3)} (${percentile(all, 0.025).toFixed(2)}-${percentile(all, 0.975).toFixed(2)})`;
  });
  const known = agreement(findClusters(rows, { seed: 1, clusters: new Set(labels).size }).assignment, labels);
  return [
    found.map(({ centroids }) => centroids.rows).join(', '),
    ...cells,
    `${known.ari.toFixed(3)} / ${known.purity.toFixed(3)}`,
  ];
}

const questions = await load();
await engine.close();
const parts: Record<string, Question[]> = {
  'tuned on': questions.filter(({ topic }) => topic % 2 === 0),
  'held out': questions.filter(({ topic }) => topic % 2 === 1),
  'all topics': questions,
};
const sections = Object.entries(parts).map(([name, part]) => {
  const count = new Set(part.map(({ topic }) => topic)).size;
  const rows = Object.entries(arms).map(([arm, weights]) => [arm, ...evaluate(part, weights)]);
  const header = ['arm', 'clusters found', 'ARI', 'purity', 'NMI', `with k = ${count}: ARI / purity`];
  return `### ${name}: ${part.length} questions in ${count} topics\n\n${table(header, rows)}`;
});
const told = questions.filter(({ text }) => readQuestion(text)).length;
const report = [
  '# Topics of questions, measured',
  `Made by \`node evals/topics.ts --write\`. Last on ${new Date().toISOString().slice(0, 10)}, embedded by ${engine.name}.`,
  `Questions written for this by hand (evals/topics/questions.json), a third of them without the words that name their topic.
Clusters are found as the operator's analytics find them, their number chosen without knowing it; with the seed they use, and 95%
bootstrap intervals over the questions. The last column is told the number of topics. The weights and the way the
number is chosen were settled by the first half; the figures of the second were seen meanwhile, so it is not wholly unseen.
The playbook's pieces cover the same field of advice as the topics, which is why likeness to them helps; the questions were
not written from it. ${told} of the ${questions.length} texts count as questions for the analytics; here all of them are clustered.`,
  ...sections,
].join('\n\n');
console.log(report);
if (options.write) writeFileSync(path.join(folder, 'TOPICS-RESULTS.md'), `${report}\n`);
