import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createEmbeddingEngine } from '../src/ai/index.ts';
import {
  findClusters,
  type Item,
  learnSpace,
  learnSubjects,
  placeItems,
  reduceItems,
  standardWeights,
  type Weights,
} from '../src/clustering/index.ts';
import { loadEnvironment, readConfig } from '../src/config/index.ts';
import { playbookExamples, readQuestion, readText } from '../src/features/analytics/index.ts';
import { cachedEmbedding } from './cached-embedding.ts';
import { percentile, seeded } from './measures.ts';
import { table } from './report.ts';
import { writeSection } from './results-file.ts';
import { agreement } from './topics/agreement.ts';

/*
 * Clusters of questions held against known topics: `node evals/topics.ts [--write]`. The method was settled by
 * every second topic; the other half and topics written afterwards show how far it carries.
 */

interface Question {
  text: string;
  topic: number;
  item: Item;
}

const arms: Record<string, Weights> = {
  'vectors alone': { vector: 1, terms: 0, profile: 0, subjects: 0 },
  'without learned subjects': { vector: 0.2, terms: 0.2, profile: 0.6, subjects: 0 },
  'all four, as built in': standardWeights,
};
const measures = ['ari', 'purity', 'nmi'] as const;
/** The analytics' own seed first. */
const seeds = [1, 2];
const rounds = 500;
const drawnShare = 0.8;

const { values: options } = parseArgs({ options: { write: { type: 'boolean' } } });
const folder = import.meta.dirname;
interface Topic {
  topic: string;
  named: string[];
  oblique: string[];
}
const topicsIn = (file: string): Topic[] =>
  JSON.parse(readFileSync(path.join(folder, 'topics', file), 'utf8')).topics;
const config = readConfig(loadEnvironment({ cwd: process.cwd(), env: process.env }), { cwd: process.cwd() });
const engine = cachedEmbedding(createEmbeddingEngine(config.embedding), path.join(folder, '.cache'));

async function load(topics: Topic[]): Promise<Question[]> {
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

/**
 * The figures of the seed the analytics use, with the interval over 500 draws of four fifths of the questions without
 * repetition: a question drawn twice would agree with itself.
 */
function evaluate(questions: Question[], weights: Weights): string[] {
  const items = reduceItems(
    questions.map(({ item }) => item),
    subjects,
  );
  const labels = questions.map(({ topic }) => topic);
  const rows = placeItems(learnSpace(items, { weights, subjects }), items);
  const found = (weights === standardWeights ? seeds : [seeds[0]!]).map((seed) =>
    findClusters(rows, { seed }),
  );
  const { assignment } = found[0]!;
  const whole = agreement(assignment, labels);
  const random = seeded(1);
  const drawn = Array.from({ length: rounds }, () => {
    const picks = drawWithout(labels.length, Math.round(drawnShare * labels.length), random);
    return agreement(
      picks.map((i) => assignment[i]!),
      picks.map((i) => labels[i]!),
    );
  });
  const cells = measures.map((name) => {
    const all = drawn.map((one) => one[name]);
    return `${whole[name].toFixed(3)} (${percentile(all, 0.025).toFixed(2)}-${percentile(all, 0.975).toFixed(2)})`;
  });
  const known = agreement(findClusters(rows, { seed: 1, clusters: new Set(labels).size }).assignment, labels);
  return [
    String(found[0]!.centroids.rows),
    ...cells,
    `${known.ari.toFixed(3)} / ${known.purity.toFixed(3)}`,
    found
      .slice(1)
      .map((one) => agreement(one.assignment, labels).ari.toFixed(3))
      .join(', '),
  ];
}

function drawWithout(count: number, most: number, random: () => number): number[] {
  const all = Array.from({ length: count }, (_, i) => i);
  for (let i = 0; i < most; i++) {
    const other = i + Math.floor(random() * (count - i));
    [all[i], all[other]] = [all[other]!, all[i]!];
  }
  return all.slice(0, most);
}

const subjects = learnSubjects(await playbookExamples(engine, AbortSignal.timeout(600_000)));
const questions = await load(topicsIn('questions.json'));
const unseen = await load(topicsIn('unseen.json'));
await engine.close();
const parts: Record<string, Question[]> = {
  'tuned on': questions.filter(({ topic }) => topic % 2 === 0),
  'other half': questions.filter(({ topic }) => topic % 2 === 1),
  'all topics': questions,
  unseen,
};
const sections = Object.entries(parts).map(([name, part]) => {
  const count = new Set(part.map(({ topic }) => topic)).size;
  const rows = Object.entries(arms).map(([arm, weights]) => [arm, ...evaluate(part, weights)]);
  const header = [
    'arm',
    'clusters found',
    'ARI',
    'purity',
    'NMI',
    `with k = ${count}: ARI / purity`,
    'ARI with another seed',
  ];
  return `### ${name}: ${part.length} questions in ${count} topics\n\n${table(header, rows)}`;
});
const told = questions.filter(({ text }) => readQuestion(text)).length;
const report = [
  '## Topics of questions, measured',
  `Made by \`node evals/topics.ts --write\`. Last on ${new Date().toISOString().slice(0, 10)}, embedded by ${engine.name}.`,
  `Questions written for this by hand (evals/topics/*.json), a third of them without the words that name their topic.
Clusters are found as the operator's analytics find them, their number chosen without knowing it, with the seed they use.
Intervals: 95% over 500 draws of 80% of the questions, without repetition. The last columns: told the number of topics, and
with another seed.

What is learned of subjects comes from the playbook's titles and questions and their topics alone; no question of this set was learned
from. Many of these topics are topics of the playbook too, as the questions people ask a career coach are; that is why it helps.
The method, its weights and the way the number is chosen were settled by the first half. Earlier versions had been looked at on
the other half, so it is not wholly unseen. The questions of «unseen» were written after the method was settled, and nothing was
changed for them; three of their six topics the playbook covers little or not (pensions, office software, commuting).
${told} of the ${questions.length} texts of the first sets count as questions for the analytics; here all of them are clustered.`,
  ...sections,
].join('\n\n');
console.log(report);
if (options.write) await writeSection(path.join(folder, 'RESULTS.md'), 'topics', report);
