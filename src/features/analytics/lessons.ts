import type { Example, Subjects } from '../../clustering/index.ts';
import { analyzeQuery } from '../../memory/index.ts';
import { loadPlaybook } from '../../playbook/index.ts';
import type { WorkParts } from './parts.ts';

/**
 * What tells subjects apart, learned from the playbook: its titles and questions, sorted by topic, are the only questions
 * whose subject somebody wrote down. Some 650 short texts, embedded by the engine that embeds the messages; a failing
 * engine fails the turn, which is taken up again.
 */
export async function learnFromPlaybook(
  { embedding, run }: Pick<WorkParts, 'embedding' | 'run'>,
  signal: AbortSignal,
): Promise<Subjects> {
  return run({ name: 'learn', examples: await playbookExamples(embedding, signal) }, { signal });
}

/** The playbook's titles and questions, embedded, with the number of their topic. */
export async function playbookExamples(
  embedding: WorkParts['embedding'],
  signal: AbortSignal,
): Promise<Example[]> {
  const { pieces } = loadPlaybook();
  const topics = [...new Set(pieces.map(({ topic }) => topic))].sort();
  const texts = pieces.flatMap(({ title, questions, topic }) =>
    [title, ...questions].map((text) => ({ text, subject: topics.indexOf(topic) })),
  );
  const examples: Example[] = [];
  for (let start = 0; start < texts.length; start += embedding.maxBatch) {
    const batch = texts.slice(start, start + embedding.maxBatch);
    const vectors = await embedding.embed(
      batch.map(({ text }) => text),
      signal,
    );
    batch.forEach(({ text, subject }, i) => {
      const terms = analyzeQuery(text).terms.map(({ hash, weight }) => [hash, weight] as const);
      examples.push({ vector: vectors[i]!, terms, subject });
    });
  }
  return examples;
}
