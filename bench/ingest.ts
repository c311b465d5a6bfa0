import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { table } from '../evals/report.ts';
import type { Context } from '../src/context.ts';
import { messageAt } from './corpus/corpus.ts';
import { stubEngine } from './corpus/vectors.ts';
import { type BenchDatabase, createDatabase, missing } from './databases.ts';
import { startServer, together, Visitor } from './http.ts';
import { ms, percentile } from './measure.ts';
import { type DatabaseKind, databaseOption, databasesOf, readOptions } from './options.ts';
import { progress } from './progress.ts';
import { median, writeSection } from './results.ts';

const about = `Messages a second through POST /api/memory/messages, over real HTTP to a server in a process of its own, and how
long until they are found. The callers run on the same machine and take their share of it. About 5 minutes.`;

const writers = [1, 8, 64];
const batches = [1, 100];

interface Effort {
  /** How long each combination is measured, in ms. */
  forMs: number;
  /** Messages that are waited for until they are found. */
  waves: { stub: number; local: number };
}

export async function benchIngest(args: string[]): Promise<void> {
  const options = readOptions('ingest', about, args, {
    quick: { type: 'boolean', about: 'shorter, to try the bench itself; writes no results' },
    database: databaseOption,
  });
  if (!options) return;
  const quick = options.quick === true;
  const effort: Effort = quick
    ? { forMs: 1_000, waves: { stub: 500, local: 200 } }
    : { forMs: 8_000, waves: { stub: 10_000, local: 2_000 } };
  const speeds: string[][] = [];
  const waits: string[][] = [];
  const notes: string[] = [];
  for (const kind of databasesOf(options.database)) {
    const why = missing(kind);
    if (why) {
      notes.push(`${kind} was not measured here: ${why}.`);
      continue;
    }
    speeds.push(...(await throughput(kind, effort)));
    for (const engine of ['stub', 'local'] as const) waits.push(await wait(kind, engine, effort));
  }
  progress('');
  const text = [
    ...notes,
    'Each writer is a visitor with a connection and a memory of its own. The queue is worked off by nobody meanwhile.',
    table(
      ['database', 'writers', 'messages a call', 'messages/s', 'median ms a call', 'p99 ms', 'calls'],
      speeds,
    ),
    'From an answered call until the message can be found, and until a backlog has its vectors. The stub takes 1 ms a call of up to 64 texts.',
    table(
      [
        'database',
        'engine',
        'by keyword, ms',
        'by meaning, ms',
        'by the first search',
        'backlog',
        'its vectors after',
        'messages/s',
      ],
      waits,
    ),
  ].join('\n\n');
  console.log(`\n${text}\n`);
  if (!quick) writeSection('ingest', text, ['npm run bench -- ingest', ...args].join(' '));
}

function messagesFor(user: string, from: number, count: number) {
  return Array.from({ length: count }, (_, i) => {
    const { text, role, conversation } = messageAt({ id: user, messages: 0 }, from + i);
    return { text, role, conversation_id: conversation };
  });
}

async function throughput(kind: DatabaseKind, { forMs }: Effort): Promise<string[][]> {
  const database = await createDatabase(kind);
  const cells: string[][] = [];
  try {
    const server = await startServer(database, { engineMs: 1, worker: false });
    try {
      for (const count of writers) {
        for (const batch of batches) {
          progress(`${kind}: ${count} writers, ${batch} messages a call`);
          const visitors = await Promise.all(
            Array.from({ length: count }, () => new Visitor(server.url).arrive()),
          );
          const write = async (visitor: Visitor, round: number) => {
            await visitor.post('/api/memory/messages', {
              messages: messagesFor(visitor.user, round * batch, batch),
            });
          };
          await together(visitors, forMs / 10, (visitor, round) => write(visitor, -1 - round));
          const { times, seconds } = await together(visitors, forMs, write);
          for (const visitor of visitors) visitor.leave();
          cells.push([
            kind,
            String(count),
            String(batch),
            ((times.length * batch) / seconds).toFixed(0),
            ms(median(times)),
            ms(percentile(times, 0.99)),
            String(times.length),
          ]);
        }
      }
    } finally {
      await server.stop();
    }
  } finally {
    await database.remove();
  }
  return cells;
}

async function wait(kind: DatabaseKind, engine: 'stub' | 'local', { waves }: Effort): Promise<string[]> {
  const database = await createDatabase(kind);
  try {
    const server = await startServer(database, { engineMs: engine === 'stub' ? 1 : null, worker: true });
    const visitor = await new Visitor(server.url).arrive();
    const onlooker = await lookAt(database);
    try {
      const single: { keyword: Found; semantic: Found }[] = [];
      for (let i = 0; i < 11; i++) {
        progress(`${kind}, ${engine} engine: message ${i} alone`);
        const [message] = messagesFor(visitor.user, i, 1);
        await visitor.post('/api/memory/messages', { messages: [message] });
        const answeredAt = performance.now();
        const keyword = await untilFound(visitor, message!.text, 'keyword', answeredAt);
        const semantic = await untilFound(visitor, message!.text, 'semantic', answeredAt);
        // The first one also pays for loading the model.
        if (i > 0) single.push({ keyword, semantic });
      }
      const backlog = waves[engine];
      progress(`${kind}, ${engine} engine: a backlog of ${backlog}`);
      const startedAt = performance.now();
      for (let from = 0; from < backlog; from += 500) {
        const count = Math.min(500, backlog - from);
        await visitor.post('/api/memory/messages', {
          messages: messagesFor(visitor.user, 100 + from, count),
        });
      }
      await untilDrained(onlooker);
      const seconds = (performance.now() - startedAt) / 1_000;
      return [
        kind,
        engine,
        ms(median(single.map(({ keyword }) => keyword.afterMs))),
        ms(median(single.map(({ semantic }) => semantic.afterMs))),
        `${single.filter(({ keyword }) => keyword.searches === 1).length} of ${single.length}`,
        String(backlog),
        `${seconds.toFixed(1)} s`,
        (backlog / seconds).toFixed(0),
      ];
    } finally {
      visitor.leave();
      await onlooker.close();
      await server.stop();
    }
  } finally {
    await database.remove();
  }
}

/** The database, seen from beside the server. Its engine is never asked. */
function lookAt(database: BenchDatabase): Promise<Context> {
  return database.open(stubEngine());
}

interface Found {
  afterMs: number;
  searches: number;
}

async function untilFound(
  visitor: Visitor,
  text: string,
  mode: 'keyword' | 'semantic',
  since: number,
): Promise<Found> {
  for (let searches = 1; searches < 20_000; searches++) {
    const answer = (await visitor.post('/api/memory/search', { query: text, mode, k: 1 })) as {
      results: { text: string }[];
      degraded?: string;
    };
    if (answer.degraded) throw new Error(answer.degraded);
    if (answer.results[0]?.text === text) return { afterMs: performance.now() - since, searches };
    await sleep(2);
  }
  throw new Error(`a message is never found (${mode})`);
}

async function untilDrained({ memory }: Context): Promise<void> {
  for (;;) {
    const { pending, set_aside_count } = await memory.queue.status();
    if (set_aside_count > 0) throw new Error('messages were set aside');
    if (pending === 0) return;
    await sleep(10);
  }
}
