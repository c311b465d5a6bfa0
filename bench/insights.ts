import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { table } from '../evals/report.ts';
import { agreement } from '../evals/topics/agreement.ts';
import type { Context } from '../src/context.ts';
import { createModels } from '../src/memory/embedding-queue/active-model.ts';
import { indexDocuments } from '../src/memory/index-documents.ts';
import { randomOf } from './corpus/random.ts';
import { dimensions, stubEngine, subjectsPerTopic, vectorOf } from './corpus/vectors.ts';
import { sentence, subjectName, subjectOf } from './corpus/words.ts';
import { createDatabase } from './databases.ts';
import { megabytes } from './measure.ts';
import { countOf, readOptions } from './options.ts';
import { progress } from './progress.ts';
import { writeSection } from './results.ts';

const about = `The operator's analytics from nothing: everybody's questions read, clustered, labelled and assigned, with vectors of
${dimensions} dimensions in SQLite, in a process of its own whose memory is watched. About 4 minutes, half of them to fill the database.`;

/** Of the corpus' topics those that people ask about here: what a career coach is asked has some dozens, not hundreds. */
const topics = 60;
const chunk = 2_000;
const lookMs = 200;

interface Measured {
  seconds: number;
  /** Whether questions of one topic are together, over all that a cluster took: by the topic that each names. */
  ari: number;
  purity: number;
  /** Questions that no cluster took. */
  loose: number;
  clusters: number;
  shown: number;
}

/** The turn itself, in the process that is measured. */
if (process.argv[1] === fileURLToPath(import.meta.url)) await measure(process.argv[2]!);

export async function benchInsights(args: string[]): Promise<void> {
  const options = readOptions('insights', about, args, {
    quick: { type: 'boolean', about: '2,000 messages, to try the bench itself; writes no results' },
    messages: { type: 'string', about: 'how many questions (100000)' },
  });
  if (!options) return;
  const quick = options.quick === true;
  const count = countOf(options.messages, quick ? 2_000 : 100_000);
  const database = await createDatabase('sqlite');
  try {
    const context = await database.open(stubEngine());
    await fill(context, count);
    await context.close();
    progress(`${count} questions are there; clustering`);
    const { measured, peakBytes } = await watched(database.url);
    const text = [
      `${count} questions of ${Math.ceil(count / 25)} people with vectors of ${dimensions} dimensions, on ${topics} topics. Reading, clustering, labelling and assigning, from nothing to the finished report.`,
      table(
        ['measure', 'value'],
        [
          ['time', `${measured.seconds.toFixed(1)} s`],
          ['messages a second', (count / measured.seconds).toFixed(0)],
          ['peak resident memory of the process', megabytes(peakBytes)],
          ['clusters found', String(measured.clusters)],
          ['adjusted Rand index against the topics', measured.ari.toFixed(3)],
          ['purity', measured.purity.toFixed(3)],
          ['questions that belong to no cluster', String(measured.loose)],
          ['of them with enough people to be shown', String(measured.shown)],
        ],
      ),
    ].join('\n\n');
    console.log(`\n${text}\n`);
    if (!quick) writeSection('insights', text, ['npm run bench -- insights', ...args].join(' '));
  } finally {
    await database.remove();
  }
}

/** Questions as the coach takes them for: the bench's texts, asked. */
async function fill({ store, embedding, logger }: Context, count: number): Promise<void> {
  const model = await createModels(store, embedding, logger).active();
  const random = randomOf(11);
  for (let start = 0; start < count; start += chunk) {
    const messages = Array.from({ length: Math.min(chunk, count - start) }, (_, i) => {
      const place = start + i;
      // Some topics come up far more often than others.
      const topic = Math.floor(topics * random() ** 2);
      const subject = topic * subjectsPerTopic + Math.floor(random() * 4);
      const said = `About ${subjectName(subject)}: how should I go on with ${subjectName(topic)} ${sentence(8, random)}?`;
      return {
        id: `00000000-0000-7000-8000-${place.toString(16).padStart(12, '0')}`,
        user_id: `bench-${place % Math.ceil(count / 25)}`,
        message_text: said,
        message_role: 'user',
        metadata_json: null,
        conversation_id: null,
        context_type: 'career_chat',
        created_at: new Date(Date.UTC(2025, 0, 1) + place * 60_000),
        vector: vectorOf(said),
      };
    });
    await store.transaction(async (trx) => {
      for (let at = 0; at < messages.length; at += 500) {
        await trx
          .insertInto('user_message_embeddings')
          .values(
            messages.slice(at, at + 500).map(({ vector: _, ...row }) => ({ ...row, message_id: row.id })),
          )
          .execute();
      }
      const documents = await indexDocuments(trx, store.dialect, messages);
      const vectors = new Map(messages.map(({ id, vector }) => [id, vector]));
      await store.dialect.insertVectors(
        trx,
        documents.map(({ id, seq, owner }) => ({ seq, owner, model, vector: vectors.get(id)! })),
      );
      await sql`delete from ${sql.table('interviewly.embedding_jobs')}`.execute(trx);
    });
    progress(`filling: ${start + messages.length} of ${count}`);
  }
}

/** Runs the turn in a child, and looks at its memory the way the operating system counts it. */
async function watched(url: string): Promise<{ measured: Measured; peakBytes: number }> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let peakBytes = 0;
  const timer = setInterval(() => {
    peakBytes = Math.max(peakBytes, peakOf(child.pid!));
  }, lookMs);
  let output = '';
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
  });
  const [code] = await once(child, 'close');
  clearInterval(timer);
  if (code !== 0) throw new Error(`the measured process ended with ${code}`);
  return { measured: JSON.parse(output) as Measured, peakBytes };
}

/** VmHWM, which the kernel keeps: no peak between two looks is missed but those of the last one. */
function peakOf(pid: number): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1_024;
  } catch {
    return 0;
  }
}

async function measure(url: string): Promise<void> {
  const { readConfig } = await import('../src/config/index.ts');
  const { createContext } = await import('../src/context.ts');
  const config = readConfig(
    { DATABASE_URL: url, EMBEDDING_PROVIDER: 'local', LOG_LEVEL: 'error' },
    { cwd: process.cwd() },
  );
  const context = createContext(config, { embedding: stubEngine() });
  await context.store.prepare();
  const startedAt = performance.now();
  await context.analytics.work();
  const { clusters, suppressed } = await context.analytics.clusters();
  const seconds = (performance.now() - startedAt) / 1_000;
  const quality = await agreementOf(context);
  await context.close();
  console.log(
    JSON.stringify({ ...quality, seconds, clusters: clusters.length + suppressed, shown: clusters.length }),
  );
}

async function agreementOf({ store }: Context): Promise<Pick<Measured, 'ari' | 'purity' | 'loose'>> {
  const rows = await store.read((db) =>
    db
      .selectFrom('interviewly.analytics_messages as a')
      .innerJoin('interviewly.documents as d', 'd.seq', 'a.seq')
      .innerJoin('user_message_embeddings as m', 'm.id', 'd.id')
      .select(['a.cluster', 'm.message_text'])
      .execute(),
  );
  const placed = rows.flatMap(({ cluster, message_text }) =>
    cluster === null ? [] : [{ cluster, topic: Math.floor(subjectOf(message_text)! / subjectsPerTopic) }],
  );
  const { ari, purity } = agreement(
    placed.map(({ cluster }) => cluster),
    placed.map(({ topic }) => topic),
  );
  return { ari, purity, loose: rows.length - placed.length };
}
