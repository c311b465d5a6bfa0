import type { z } from 'zod';
import { type Clock, toISO } from '../../kernel/clock.ts';
import { AppError, databaseUnavailable } from '../../kernel/errors.ts';
import type { Memory } from '../../memory/types.ts';
import { describeError } from '../../routing/logging.ts';
import type { HttpApp } from '../../routing/types.ts';
import type { Store } from '../../store/index.ts';
import { DatabaseError, DatabaseHealth, DatabaseTables, Health } from './schemas.ts';
import { within } from './within.ts';

export interface HealthDeps {
  store: Pick<Store, 'kind' | 'state' | 'ping' | 'productTables' | 'dialect'>;
  memory: { queue: Pick<Memory['queue'], 'status'> };
  clock: Clock;
  appName: string;
  version: string;
}

/** Load balancers give up after a second, so the database gets less. */
const databaseMs = 800;

/** Of the product's data model (spec, S13). */
const tableCount = 11;

/** What others watch. It answers within a second whatever the database does, and is never refused or counted. */
export function registerHealth(app: HttpApp, { store, memory, clock, appName, version }: HealthDeps): void {
  const timestamp = () => toISO(clock.now());

  /** Throws where the database cannot be asked: still being prepared, given up on, or closed. */
  function assertReady(): void {
    const { state } = store;
    if (state.phase === 'failed') throw databaseUnavailable(state.reason, { remedy: state.remedy });
    if (state.phase === 'closed') throw databaseUnavailable('the server is shutting down');
    if (state.phase === 'opening')
      throw databaseUnavailable(state.reason ?? 'the database is being prepared');
  }

  function failed(error: unknown): z.infer<typeof DatabaseError> {
    const known = error instanceof AppError ? error : null;
    return {
      status: 'error',
      database: store.kind,
      reason: known?.detail ?? 'the database does not work as it should; see the log',
      remedy: known?.remedy,
      timestamp: timestamp(),
    };
  }

  app.get(
    '/health',
    { schema: { tags: ['service'], summary: 'Whether the server runs', response: { 200: Health } } },
    () => ({ status: 'ok' as const, service: `${appName} API`, timestamp: timestamp(), version }),
  );

  app.get(
    '/health/db',
    {
      schema: {
        tags: ['service'],
        summary: 'Whether the database answers, and with vector search',
        response: { 200: DatabaseHealth, 503: DatabaseError },
      },
    },
    async (request, reply) => {
      try {
        assertReady();
        const [queue] = await Promise.all([
          within(databaseMs, () => memory.queue.status()),
          store.ping(databaseMs),
        ]);
        const { vectors } = store.dialect;
        return {
          status: 'ok' as const,
          database: store.kind,
          pgvector_enabled: vectors.available && vectors.extension === 'pgvector',
          vector_search: vectors.available,
          ...(!vectors.available && { reason: vectors.reason, remedy: vectors.remedy }),
          ...(queue && {
            embedding_queue: { pending: queue.pending, set_aside_count: queue.set_aside_count },
          }),
          timestamp: timestamp(),
        };
      } catch (error) {
        if (!(error instanceof AppError))
          request.log.error({ err: describeError(error) }, 'the health check failed');
        return reply.code(503).send(failed(error));
      }
    },
  );

  app.get(
    '/health/db/tables',
    {
      schema: {
        tags: ['service'],
        summary: 'Which of the tables of the product are there',
        response: { 200: DatabaseTables, 503: DatabaseError },
      },
    },
    async (request, reply) => {
      try {
        assertReady();
        const tables = await store.productTables(databaseMs);
        if (tables.length < tableCount)
          throw databaseUnavailable(`only ${tables.length} of ${tableCount} tables are there`);
        return { status: 'ok' as const, tables, table_count: tables.length, timestamp: timestamp() };
      } catch (error) {
        if (!(error instanceof AppError))
          request.log.error({ err: describeError(error) }, 'the health check failed');
        return reply.code(503).send(failed(error));
      }
    },
  );
}
