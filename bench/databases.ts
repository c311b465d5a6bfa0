import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EmbeddingEngine } from '../src/ai/index.ts';
import { readConfig } from '../src/config/index.ts';
import { type Context, createContext } from '../src/context.ts';
import { type PostgresServer, postgresAvailable, startPostgres } from '../test/servers/postgres.ts';
import type { DatabaseKind } from './options.ts';

/** An empty database of a bench's own, in a folder that goes with it. */
export interface BenchDatabase {
  kind: DatabaseKind;
  url: string;
  folder: string;
  /** The product on this database, with an engine for the bench. Close it before the database. */
  open(embedding: EmbeddingEngine): Promise<Context>;
  remove(): Promise<void>;
}

/** All in memory, as the research had it: what is compared are designs, not disks. */
const settings = {
  shared_buffers: '2GB',
  effective_cache_size: '8GB',
  maintenance_work_mem: '2GB',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  // Workers of one query would take the other arms' cores from them; the naive arm gains nothing that it would have
  // on a busy server.
  max_parallel_workers_per_gather: '0',
};

/** Why a database cannot be had here, or null. */
export function missing(kind: DatabaseKind): string | null {
  if (kind === 'sqlite') return null;
  const { available, pgvector, reason } = postgresAvailable();
  if (!available) return reason ?? 'no PostgreSQL server found';
  return pgvector ? null : 'this PostgreSQL has no pgvector';
}

/** What is left to delete where a run is interrupted or fails half way; servers end with the process by themselves. */
const folders = new Set<string>();
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

export async function createDatabase(kind: DatabaseKind): Promise<BenchDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), 'interviewly-bench-'));
  folders.add(folder);
  let server: PostgresServer | undefined;
  let url = `sqlite:///${path.join(folder, 'bench.db')}`;
  if (kind === 'postgres') {
    // On the disk and not in memory, where the servers of tests live: this one grows to gigabytes.
    process.env.TMPDIR ??= tmpdir();
    server = await startPostgres({ pgvector: true, settings });
    url = server.url;
  }
  return {
    kind,
    url,
    folder,
    async open(embedding) {
      const env = {
        DATABASE_URL: url,
        EMBEDDING_PROVIDER: 'local',
        LOG_LEVEL: 'error',
        // Vacuuming a million rows takes longer than a request may.
        DATABASE_STATEMENT_TIMEOUT: '3600',
      };
      const context = createContext(readConfig(env, { cwd: folder }), { embedding });
      await context.store.prepare();
      return context;
    },
    async remove() {
      await server?.remove();
      rmSync(folder, { recursive: true, force: true });
      folders.delete(folder);
    },
  };
}
