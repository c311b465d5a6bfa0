import { type Kysely, sql } from 'kysely';
import type { PostgresTarget } from '../../config/config.ts';
import { type Finding, queueFinding, tablesFinding, triggersFinding } from '../findings.ts';
import type { Database } from '../tables/database.ts';
import { postgresTriggers } from './postgres-triggers.ts';

const waitMs = 5_000;

/** The same server, asked by somebody who does not wait: one connection, given up on after seconds. */
export function impatient(target: PostgresTarget): PostgresTarget {
  return {
    ...target,
    pool: { ...target.pool, size: 1, maxOverflow: 0, timeoutMs: waitMs },
    statementTimeoutMs: waitMs,
    startupWaitMs: 0,
  };
}

/** What is to be said about a Postgres database. Only reads; the first statement throws where there is no connection. */
export async function diagnosePostgres(db: Kysely<Database>, target: PostgresTarget): Promise<Finding[]> {
  const { rows } = await sql<{
    version: string;
  }>`select current_setting('server_version') as version`.execute(db);
  const message = `Postgres ${rows[0]!.version}, database ${target.database} on ${target.host}:${target.port}`;
  const findings: Finding[] = [{ name: 'database', status: 'ok', message }];
  const looks: [string, () => Promise<Finding[]>][] = [
    ['TLS', () => tls(db, target)],
    ['rights', () => rights(db)],
    ['pgvector', () => pgvector(db)],
    ['tables', () => tables(db)],
    ['queue', () => queue(db)],
    ['pool', () => pool(db, target)],
  ];
  for (const [name, look] of looks) {
    try {
      findings.push(...(await look()));
    } catch (error) {
      // One look that a server or a role does not allow must not hide the others.
      const reason = error instanceof Error ? error.message : String(error);
      findings.push({ name, status: 'warning', message: `could not be looked at: ${reason}` });
    }
  }
  return findings;
}

async function tls(db: Kysely<Database>, target: PostgresTarget): Promise<Finding[]> {
  const { rows } = await sql<{ ssl: boolean; version: string | null }>`
    select ssl, version from pg_stat_ssl where pid = pg_backend_pid()`.execute(db);
  const row = rows[0];
  const name = 'TLS';
  if (row?.ssl) {
    const verified = target.tls.mode === 'verify-full' || target.tls.mode === 'verify-ca';
    const suffix = verified
      ? ', certificate verified'
      : ', certificate not verified (sslmode=verify-full does)';
    return [{ name, status: 'ok', message: `${row.version}${suffix}` }];
  }
  if (target.tls.mode !== 'disable') {
    // The server sees the leg from its pooler; ours is encrypted, or the connection would have failed.
    return [{ name, status: 'ok', message: 'encrypted up to the pooler in front of the server' }];
  }
  if (target.tls.implied)
    return [{ name, status: 'ok', message: 'not encrypted: the server is on this machine' }];
  const remedy = 'Use sslmode=require in DATABASE_URL, unless you trust the network in between.';
  return [{ name, status: 'warning', message: 'the connection is not encrypted (sslmode=disable)', remedy }];
}

async function rights(db: Kysely<Database>): Promise<Finding[]> {
  const { rows } = await sql<{
    role: string;
    readonly: boolean;
    schema: string | null;
    inDatabase: boolean;
    inSchema: boolean | null;
    ours: boolean;
    insert: boolean | null;
  }>`select current_user as role,
      pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as readonly,
      current_schema() as schema,
      has_database_privilege(current_database(), 'create') as "inDatabase",
      has_schema_privilege(current_schema(), 'create') as "inSchema",
      to_regnamespace('interviewly_engine') is not null as ours,
      has_table_privilege(to_regclass('user_message_embeddings'), 'insert') as insert`.execute(db);
  const row = rows[0]!;
  const name = 'rights';
  const problem = (message: string, remedy: string): Finding[] => [
    { name, status: 'problem', message, remedy },
  ];
  if (row.readonly) {
    return problem(
      'the connection is read-only',
      'Point DATABASE_URL at the primary, with a role that may write.',
    );
  }
  if (row.schema === null) {
    return problem(
      'no schema of the search path exists',
      `Run CREATE SCHEMA public, or set search_path of ${row.role}.`,
    );
  }
  if (row.insert === false) {
    const remedy = `Run GRANT ALL ON ALL TABLES IN SCHEMA ${row.schema} TO ${row.role} as their owner.`;
    return problem(`the role ${row.role} may not write to user_message_embeddings`, remedy);
  }
  if (!row.ours && !row.inDatabase) {
    return problem(
      `the role ${row.role} may not create a schema`,
      `Run GRANT CREATE ON DATABASE ... TO ${row.role}.`,
    );
  }
  if (row.insert === null && !row.inSchema) {
    const remedy = `Run GRANT CREATE ON SCHEMA ${row.schema} TO ${row.role}.`;
    return problem(`the role ${row.role} may not create tables in the schema ${row.schema}`, remedy);
  }
  return [
    { name, status: 'ok', message: `the role ${row.role} may do what is needed in the schema ${row.schema}` },
  ];
}

async function pgvector(db: Kysely<Database>): Promise<Finding[]> {
  const { rows } = await sql<{ enabled: string | null; available: string | null }>`
    select (select extversion from pg_extension where extname = 'vector') as enabled,
      (select default_version from pg_available_extensions where name = 'vector') as available`.execute(db);
  const { enabled, available } = rows[0]!;
  const name = 'pgvector';
  const [major = 0, minor = 0] = (enabled ?? available ?? '0.7').split('.').map(Number);
  const warning = (message: string, remedy: string): Finding[] => [
    { name, status: 'warning', message: `${message}; search is by keywords only`, remedy },
  ];
  if (!enabled && !available) {
    return warning(
      'pgvector extension not found on the server',
      'Install pgvector there (package postgresql-NN-pgvector), then restart Interviewly.',
    );
  }
  if (major === 0 && minor < 7) {
    const remedy = 'Upgrade it on the server, then run ALTER EXTENSION vector UPDATE.';
    return warning(`pgvector ${enabled ?? available} is too old, 0.7 is needed`, remedy);
  }
  if (enabled) return [{ name, status: 'ok', message: `pgvector ${enabled} is enabled` }];
  return [
    {
      name,
      status: 'warning',
      message: `pgvector ${available} is available and not enabled yet`,
      remedy: 'A start enables it where the role may; else run CREATE EXTENSION vector as an administrator.',
    },
  ];
}

async function tables(db: Kysely<Database>): Promise<Finding[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace`.execute(db);
  const there = new Set(rows.map(({ name }) => name));
  const findings = [tablesFinding(there)];
  if (there.has('user_message_embeddings')) {
    const triggers = await sql<{ name: string }>`
      select tgname as name from pg_trigger
      where tgrelid = 'user_message_embeddings'::regclass and not tgisinternal and tgenabled <> 'D'`.execute(
      db,
    );
    const names = new Set(triggers.rows.map(({ name }) => name));
    findings.push(triggersFinding(Object.keys(postgresTriggers), names));
  }
  return findings;
}

async function queue(db: Kysely<Database>): Promise<Finding[]> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('interviewly_engine.embedding_jobs') is not null as there`.execute(db);
  if (!rows[0]!.there) return [];
  const counts = await sql<{ pending: number; setAside: number }>`
    select count(*) filter (where not set_aside)::int as pending, count(*) filter (where set_aside)::int as "setAside"
    from interviewly_engine.embedding_jobs`.execute(db);
  const errors = await sql<{ error: string }>`
    select distinct error from interviewly_engine.embedding_jobs where set_aside and error is not null limit 3`.execute(
    db,
  );
  return [queueFinding({ ...counts.rows[0]!, errors: errors.rows.map(({ error }) => error) })];
}

async function pool(db: Kysely<Database>, { pool: settings }: PostgresTarget): Promise<Finding[]> {
  const { rows } = await sql<{ most: number; used: number }>`
    select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as most,
      (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as used`.execute(db);
  const { most, used } = rows[0]!;
  const wanted = settings.size + settings.maxOverflow;
  const name = 'pool';
  const message =
    `${settings.size} connections and ${settings.maxOverflow} on demand, waiting ${settings.timeoutMs / 1000} s for one; ` +
    `the server allows ${most}, ${used} are in use`;
  if (wanted <= most) return [{ name, status: 'ok', message }];
  return [
    {
      name,
      status: 'warning',
      message,
      remedy: 'Lower DATABASE_POOL_SIZE or DATABASE_MAX_OVERFLOW, or use a pooler.',
    },
  ];
}
