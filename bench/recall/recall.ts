import { setTimeout as sleep } from 'node:timers/promises';
import { table } from '../../evals/report.ts';
import { breathe } from '../../src/kernel/breathe.ts';
import type { Memory } from '../../src/memory/index.ts';
import { type BenchUser, population } from '../corpus/corpus.ts';
import { stubEngine } from '../corpus/vectors.ts';
import { createDatabase, missing } from '../databases.ts';
import { Exact } from '../exact.ts';
import { type Filled, fill, tableSizes } from '../fill.ts';
import { type Effort, interleave, type Measured, megabytes, recallAt10, timeCells } from '../measure.ts';
import { countOf, type DatabaseKind, databaseOption, databasesOf, readOptions } from '../options.ts';
import { progress } from '../progress.ts';
import { median, writeSection } from '../results.ts';
import { type Baseline, naivePostgres, naiveSqlite, oursArm } from './arms.ts';
import { buildHnsw, type Hnsw } from './hnsw.ts';
import { benchSmallUser } from './small-user.ts';

const about = `Recall beside the naive design of the original and, on Postgres, beside a global HNSW index: median, p99, recall@10,
sizes and ingestion, for users of 100 to 100,000 messages in one table. About 20 minutes and 15 GB in TMPDIR.`;

const fullRows = 200_000;
const fullSizes = [100, 1_000, 10_000, 50_000, 100_000];
const quickRows = 8_000;
const quickSizes = [100, 1_000, 3_000];
const warmUpQuestions = 200;
const afterFirstMs = 5_000;

export async function benchRecall(args: string[]): Promise<void> {
  const options = readOptions('recall', about, args, {
    quick: { type: 'boolean', about: 'a small table, to try the bench itself; writes no results' },
    database: databaseOption,
    rows: { type: 'string', about: `rows of the table (${fullRows})` },
    'no-hnsw': { type: 'boolean', about: 'without the HNSW index, which takes minutes to build' },
    'small-user': {
      type: 'boolean',
      about: 'instead: a user of 500 messages while the table around them grows',
    },
  });
  if (!options) return;
  const quick = options.quick === true;
  const kinds = databasesOf(options.database);
  if (options['small-user']) return benchSmallUser({ quick, kinds });
  const rows = countOf(options.rows, quick ? quickRows : fullRows);
  const sizes = quick ? quickSizes : fullSizes;
  const effort: Effort = quick
    ? { questions: 20, fewest: 5, budgetMs: 3_000 }
    : { questions: 100, fewest: 5, budgetMs: 30_000 };
  for (const kind of kinds) {
    const why = missing(kind);
    const text = why
      ? `Not measured here: ${why}.`
      : await onDatabase(kind, { rows, sizes, effort, hnsw: !options['no-hnsw'] });
    console.log(`\n${text}\n`);
    const command = ['npm run bench -- recall', ...(args.length > 0 ? [args.join(' ')] : [])].join(' ');
    if (!quick) writeSection(`recall, ${kind}`, text, command);
  }
}

interface Run {
  rows: number;
  sizes: number[];
  effort: Effort;
  hnsw: boolean;
}

async function onDatabase(kind: DatabaseKind, { rows, sizes, effort, hnsw }: Run): Promise<string> {
  const database = await createDatabase(kind);
  const engine = stubEngine();
  const open: { close(): Promise<void> }[] = [];
  try {
    const context = await database.open(engine);
    open.push(context);
    const { measured, others } = population(sizes, rows);
    const exact = new Exact(measured, effort.questions);
    const filled = await fill(context, [...measured, ...others], {
      record: true,
      onMessage: (message, vector) => exact.see(message, vector),
      onProgress: (done) => progress(`${kind}: ${done} of ${rows} rows`),
    });
    const naive = kind === 'postgres' ? await naivePostgres(database) : await naiveSqlite(database);
    open.unshift(naive);
    if (kind === 'postgres' && hnsw) progress('postgres: building the HNSW index');
    const index = kind === 'postgres' && hnsw ? await buildHnsw(database) : null;
    if (index) open.unshift(index);

    progress(`${kind}: warming up`);
    await warmUp(context.memory, measured[1]!, effort.questions);
    const cells: string[][] = [];
    for (const user of measured) {
      progress(`${kind}: the user of ${user.messages}`);
      const baselines: Baseline[] = index ? [naive, index] : [naive];
      const arms = await Promise.all(baselines.map((baseline) => baseline.arm(user)));
      arms.push(oursArm(context.memory, user, 'semantic'), oursArm(context.memory, user, 'hybrid'));
      // They have asked before, a moment ago: by now what is held of active users is held.
      await arms.at(-1)!.ask(0);
      await sleep(afterFirstMs);
      cells.push(...rowsOf(user, await interleave(arms, effort), exact));
    }
    progress('');
    const sizesOf = await tableSizes(context.store);
    return [
      `${rows} messages of ${measured.length + others.length} users; ten results; embedding the question costs nothing here. The server has answered before, and each user has asked one question five seconds earlier. Recall is against the exact ten nearest; hybrid looks for more than the nearest, so has none.`,
      table(
        ['messages of the user', 'design', 'median ms', 'p99 ms', 'n', 'faster than naive', 'recall@10'],
        cells,
      ),
      ingestion(filled),
      sizesTable(sizesOf, index),
    ].join('\n\n');
  } finally {
    progress('');
    for (const one of open) await one.close();
    await database.remove();
  }
}

/** What is measured is a server that has answered for a while: its code is compiled, its connections know the tables. */
async function warmUp(memory: Memory, user: BenchUser, after: number): Promise<void> {
  for (const mode of ['semantic', 'hybrid'] as const) {
    const arm = oursArm(memory, user, mode);
    for (let question = after; question < after + warmUpQuestions; question++) {
      await breathe();
      await arm.ask(question);
    }
  }
}

function rowsOf(user: BenchUser, arms: Measured[], exact: Exact): string[][] {
  const naiveMs = median(arms[0]!.times);
  return arms.map((arm) => [
    String(user.messages),
    arm.name,
    ...timeCells(arm),
    `${(naiveMs / median(arm.times)).toFixed(1)}×`,
    arm.name.includes('hybrid')
      ? ''
      : recallAt10(arm, (question) => exact.nearest(user, question)).toFixed(3),
  ]);
}

function ingestion({ rows, rowsMs, keywordsMs, vectorsMs }: Filled): string {
  const each = (name: string, took: number) => [
    name,
    (took / 1_000).toFixed(1),
    (rows / (took / 1_000)).toFixed(0),
  ];
  return table(
    ['written in bulk, one writer', 's', 'messages/s'],
    [
      each('rows with their embedding of record', rowsMs),
      each('keyword index', keywordsMs),
      each('vectors and bits', vectorsMs),
      each('all of it', rowsMs + keywordsMs + vectorsMs),
    ],
  );
}

function sizesTable(sizes: Map<string, number>, index: Hnsw | null): string {
  const rows = [...sizes].map(([name, bytes]) => [name, megabytes(bytes)]);
  if (index)
    rows.push([
      `the HNSW index alone (built in ${(index.buildMs / 1_000).toFixed(0)} s)`,
      megabytes(index.bytes),
    ]);
  return table(['table with its indexes', 'size'], rows);
}
