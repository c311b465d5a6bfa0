import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { table } from '../evals/report.ts';
import { arrivals, type BenchUser, population, questionAt } from './corpus/corpus.ts';
import { dimensions, stubEngine, vectorOf } from './corpus/vectors.ts';
import { createDatabase, missing } from './databases.ts';
import { Exact } from './exact.ts';
import { fill } from './fill.ts';
import { type Arm, interleave, type Measured, recallAt10, timeCells } from './measure.ts';
import { countOf, readOptions } from './options.ts';
import type { OpenPeer, Peer, Setting } from './peers/peer.ts';
import { progress } from './progress.ts';
import { oursArm } from './recall/arms.ts';
import { median, writeSection } from './results.ts';

const about = `The same messages and questions through other memories, one stub embedder for all. They are a package of
their own, to be installed once, without scripts: npm ci --prefix bench/peers --ignore-scripts`;

const folder = fileURLToPath(new URL('peers/', import.meta.url));

interface PeerEntry {
  name: string;
  packages: string[];
  module: string;
  open: string;
  /** What the reader of its figures has to know. */
  note?: string;
  /** It stores so slowly that it is given the measured users alone, smallest first, for as long as it may take. */
  slow?: boolean;
}

const peers: PeerEntry[] = [
  {
    name: 'Mastra memory, pg',
    packages: ['@mastra/memory', '@mastra/pg'],
    module: 'mastra.ts',
    open: 'openPg',
    note: 'its answer is in the order of time, not of rank, and its vector index is the IVFFlat that it makes by default',
  },
  {
    name: 'Mastra memory, libSQL',
    packages: ['@mastra/memory', '@mastra/libsql'],
    module: 'mastra.ts',
    open: 'openLibsql',
    slow: true,
  },
  {
    name: 'LangChain PGVectorStore',
    packages: ['@langchain/community'],
    module: 'langchain.ts',
    open: 'open',
  },
  {
    name: 'mem0, pgvector',
    packages: ['mem0ai'],
    module: 'mem0.ts',
    open: 'open',
    note: 'it ranks the nearest 60 by a keyword score too, so its ten are meant to differ from the nearest ten',
  },
];

const k = 10;

export async function benchPeers(args: string[]): Promise<void> {
  const options = readOptions('peers', about, args, {
    quick: { type: 'boolean', about: 'a small table, to try the bench itself; writes no results' },
    rows: { type: 'string', about: 'rows of the table (100000)' },
    minutes: { type: 'string', about: 'how long the slowest peer may store (15)' },
    only: { type: 'string', about: 'peers whose name contains this; writes no results' },
  });
  if (!options) return;
  const quick = options.quick === true;
  const why = existsSync(path.join(folder, 'node_modules'))
    ? missing('postgres')
    : 'the peers are not installed: npm ci --prefix bench/peers --ignore-scripts';
  if (why) {
    console.error(`bench: ${why}`);
    process.exitCode = 1;
    return;
  }
  const sizes = quick ? [100, 1_000] : [1_000, 10_000];
  const text = await run({
    sizes,
    rows: countOf(options.rows, quick ? 2_000 : 100_000),
    slowMs: countOf(options.minutes, quick ? 1 : 15) * 60_000,
    chosen: peers.filter(({ name }) => name.toLowerCase().includes(String(options.only ?? '').toLowerCase())),
    effort: quick
      ? { questions: 20, fewest: 5, budgetMs: 5_000 }
      : { questions: 100, fewest: 20, budgetMs: 60_000 },
  });
  console.log(`\n${text}\n`);
  if (!quick && options.only === undefined)
    writeSection('peers', text, ['npm run bench -- peers', ...args].join(' '));
}

interface Run {
  sizes: number[];
  rows: number;
  slowMs: number;
  chosen: PeerEntry[];
  effort: Parameters<typeof interleave>[1];
}

async function run({ sizes, rows, slowMs, chosen, effort }: Run): Promise<string> {
  const postgres = await createDatabase('postgres');
  const sqlite = await createDatabase('sqlite');
  const open: { close(): Promise<void> }[] = [];
  const notes: string[] = [];
  const stored: string[][] = [];
  const arms: ((user: BenchUser) => Arm | null)[] = [];
  try {
    const { measured, others } = population(sizes, rows);
    const users = [...measured, ...others];
    const exact = new Exact(measured, effort.questions);
    for (const database of [sqlite, postgres]) {
      const context = await database.open(stubEngine());
      open.unshift(context);
      const first = database === sqlite;
      const { rowsMs, keywordsMs, vectorsMs } = await fill(context, users, {
        record: true,
        onMessage: (message, vector) => first && exact.see(message, vector),
        onProgress: (done) => progress(`ours, ${database.kind}: ${done} of ${rows}`),
      });
      stored.push([`ours, ${database.kind} (in bulk)`, rate(rows, rowsMs + keywordsMs + vectorsMs)]);
      for (const mode of ['semantic', 'hybrid'] as const) {
        const name = `ours, ${database.kind}, ${mode}`;
        arms.push((user) => ({ ...oursArm(context.memory, user, mode), name }));
      }
    }
    for (const entry of chosen) {
      try {
        const peer = await openPeer(entry, postgres.url, postgres.folder);
        open.unshift(peer);
        const loaded = await loadPeer(entry, peer, { measured, others }, slowMs);
        stored.push([nameOf(entry), rate(loaded.rows, loaded.tookMs)]);
        if (entry.note) notes.push(`${entry.name}: ${entry.note}.`);
        if (loaded.rows < rows) {
          notes.push(
            `${entry.name} holds ${loaded.rows} rows only: at its speed all of them would take ${hours(rows, loaded)} hours.`,
          );
        }
        arms.push((user) => (loaded.users.has(user.id) ? armOf(entry, peer, user) : null));
      } catch (error) {
        notes.push(`${entry.name} did not run here: ${reasonOf(error)}`);
      }
    }
    const cells: string[][] = [];
    for (const user of measured) {
      progress(`the user of ${user.messages}`);
      const able: Arm[] = [];
      for (const arm of arms.flatMap((make) => make(user) ?? [])) {
        try {
          await arm.ask(0);
          able.push(arm);
        } catch (error) {
          notes.push(`${arm.name} failed to search for the user of ${user.messages}: ${reasonOf(error)}`);
        }
      }
      cells.push(...rowsOf(user, await interleave(able, effort), exact));
    }
    progress('');
    return [
      `${rows} messages of ${users.length} users in one table for each; ten results; all were asked in turns. Recall is against the exact ten nearest; hybrid looks for more than the nearest, so has none.`,
      table(
        [
          'messages of the user',
          'memory',
          'median ms',
          'p99 ms',
          'n',
          'ours, semantic, is faster',
          'recall@10',
        ],
        cells,
      ),
      ...(notes.length > 0 ? [[...new Set(notes)].map((note) => `- ${note}`).join('\n')] : []),
      table(['stored through', 'messages/s'], stored),
    ].join('\n\n');
  } finally {
    progress('');
    for (const one of open) await one.close().catch((error: unknown) => console.error(reasonOf(error)));
    await postgres.remove();
    await sqlite.remove();
  }
}

/** Each in a database of its own: two of them would call their tables the same. */
async function openPeer(entry: PeerEntry, serverUrl: string, under: string): Promise<Peer> {
  const name = `peer_${entry.name.toLowerCase().replace(/\W+/g, '_')}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  // mem0 connects to a database of this name before it uses its own.
  await client.query('create database postgres').catch(() => {});
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const setting: Setting = {
    postgresUrl: url.href,
    folder: mkdtempSync(path.join(under, 'peer-')),
    dimensions,
    embed: (text) => Array.from(vectorOf(text)),
  };
  const module = (await import(new URL(entry.module, `file://${folder}`).href)) as Record<string, OpenPeer>;
  return module[entry.open]!(setting);
}

interface Loaded {
  rows: number;
  tookMs: number;
  /** Who is in it with all of their messages. */
  users: Set<string>;
}

async function loadPeer(
  entry: PeerEntry,
  peer: Peer,
  { measured, others }: { measured: BenchUser[]; others: BenchUser[] },
  slowMs: number,
): Promise<Loaded> {
  const loaded: Loaded = { rows: 0, tookMs: 0, users: new Set() };
  const parts = entry.slow ? measured.map((user) => [user]) : [[...measured, ...others]];
  for (const users of parts) {
    for (const messages of arrivals(users, entry.slow ? 100 : 500)) {
      if (entry.slow && loaded.tookMs > slowMs) return loaded;
      const startedAt = performance.now();
      await peer.load(messages);
      loaded.tookMs += performance.now() - startedAt;
      loaded.rows += messages.length;
      progress(`${entry.name}: ${loaded.rows} rows`);
    }
    for (const { id } of users) loaded.users.add(id);
  }
  return loaded;
}

const hours = (rows: number, loaded: Loaded): string =>
  (((rows / loaded.rows) * loaded.tookMs) / 3_600_000).toFixed(1);

function armOf(entry: PeerEntry, peer: Peer, user: BenchUser): Arm {
  return {
    name: nameOf(entry),
    mayBeSlow: true,
    ask: (question) => peer.search(user.id, questionAt(user, question), k),
  };
}

function rowsOf(user: BenchUser, arms: Measured[], exact: Exact): string[][] {
  const ours = (name: string) => arms.find((arm) => arm.name === name)!;
  const oursMs = {
    sqlite: median(ours('ours, sqlite, semantic').times),
    postgres: median(ours('ours, postgres, semantic').times),
  };
  return arms.map((arm) => {
    const isOurs = arm.name.startsWith('ours');
    const against = arm.name.includes('libSQL') ? oursMs.sqlite : oursMs.postgres;
    return [
      String(user.messages),
      arm.name,
      ...timeCells(arm),
      isOurs ? '' : `${(median(arm.times) / against).toFixed(1)}×`,
      arm.name.includes('hybrid')
        ? ''
        : recallAt10(arm, (question) => exact.nearest(user, question)).toFixed(3),
    ];
  });
}

const rate = (rows: number, tookMs: number): string => (rows / (tookMs / 1_000)).toFixed(0);

const versions = (): Record<string, string> =>
  (
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    }
  ).dependencies;

const nameOf = ({ name, packages }: PeerEntry): string =>
  `${name} (${packages.map((one) => versions()[one]).join(', ')})`;

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0]! : String(error);
}
