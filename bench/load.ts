import { table } from '../evals/report.ts';
import { type BenchUser, population, questionAt } from './corpus/corpus.ts';
import { stubEngine } from './corpus/vectors.ts';
import { createDatabase, missing } from './databases.ts';
import { fill } from './fill.ts';
import { startServer, together, Visitor } from './http.ts';
import { ms, percentile } from './measure.ts';
import { countOf, type DatabaseKind, databaseOption, databasesOf, readOptions } from './options.ts';
import { progress } from './progress.ts';
import { median, writeSection } from './results.ts';

const about = `Searches a second through POST /api/memory/search, by 1, 8 and 32 callers at a time, each with a memory of their own. The
callers run on the same machine and take their share of it. About 8 minutes.`;

const callers = [1, 8, 32];

interface Run {
  rows: number;
  /** Messages of each caller. */
  size: number;
  forMs: number;
}

export async function benchLoad(args: string[]): Promise<void> {
  const options = readOptions('load', about, args, {
    quick: { type: 'boolean', about: 'a small table, to try the bench itself; writes no results' },
    database: databaseOption,
    rows: { type: 'string', about: 'rows of the table (100000)' },
  });
  if (!options) return;
  const quick = options.quick === true;
  const run: Run = quick
    ? { rows: countOf(options.rows, 4_000), size: 100, forMs: 1_000 }
    : { rows: countOf(options.rows, 100_000), size: 1_000, forMs: 10_000 };
  const cells: string[][] = [];
  const notes: string[] = [];
  for (const kind of databasesOf(options.database)) {
    const why = missing(kind);
    if (why) notes.push(`${kind} was not measured here: ${why}.`);
    else cells.push(...(await onDatabase(kind, run)));
  }
  progress('');
  const text = [
    ...notes,
    `${run.rows} messages, ${run.size} of each caller; ten results; one server process, a stub engine that takes no time.`,
    table(['database', 'mode', 'callers', 'searches/s', 'median ms', 'p99 ms', 'n'], cells),
  ].join('\n\n');
  console.log(`\n${text}\n`);
  if (!quick) writeSection('load', text, ['npm run bench -- load', ...args].join(' '));
}

async function onDatabase(kind: DatabaseKind, { rows, size, forMs }: Run): Promise<string[][]> {
  const database = await createDatabase(kind);
  const cells: string[][] = [];
  const visitors: Visitor[] = [];
  try {
    const server = await startServer(database, { engineMs: 0, worker: false });
    try {
      for (let i = 0; i < Math.max(...callers); i++) visitors.push(await new Visitor(server.url).arrive());
      const users: BenchUser[] = visitors.map(({ user }) => ({ id: user, messages: size }));
      const context = await database.open(stubEngine());
      try {
        await fill(context, [...users, ...population([], Math.max(0, rows - users.length * size)).others], {
          record: false,
          onProgress: (done) => progress(`${kind}: ${done} of ${rows} rows`),
        });
      } finally {
        await context.close();
      }
      for (const mode of ['semantic', 'hybrid'] as const) {
        for (const count of callers) {
          progress(`${kind}, ${mode}: ${count} callers`);
          const search = async (visitor: Visitor, round: number) => {
            const query = questionAt({ id: visitor.user, messages: size }, round);
            const { results } = (await visitor.post('/api/memory/search', { query, mode })) as {
              results: unknown[];
            };
            if (results.length !== 10) throw new Error(`${results.length} results`);
          };
          const some = visitors.slice(0, count);
          await together(some, forMs / 10, (visitor, round) => search(visitor, 1_000_000 + round));
          const { times, seconds } = await together(some, forMs, search);
          cells.push([
            kind,
            mode,
            String(count),
            (times.length / seconds).toFixed(0),
            ms(median(times)),
            ms(percentile(times, 0.99)),
            String(times.length),
          ]);
        }
      }
    } finally {
      for (const visitor of visitors) visitor.leave();
      await server.stop();
    }
  } finally {
    await database.remove();
  }
  return cells;
}
