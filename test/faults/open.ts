import { type DatabaseConfig, type PostgresTarget, parseDatabaseUrl } from '../../src/config/index.ts';
import { createLogger, type Logger } from '../../src/kernel/logger.ts';
import { openStore, type Store } from '../../src/store/index.ts';

export const silent: Logger = createLogger({ level: 'silent' });

/** A logger whose lines a test can read. */
export function recordingLogger(): { logger: Logger; text(): string } {
  const lines: string[] = [];
  const logger = createLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } });
  return { logger, text: () => lines.join('') };
}

export interface Settings {
  logger?: Logger;
  pool?: Partial<PostgresTarget['pool']>;
  startupWaitMs?: number;
  statementTimeoutMs?: number;
}

/** A store as the program opens it, from a URL alone; `settings` are those of the environment. */
export function storeOf(url: string, { logger = silent, pool, ...settings }: Settings = {}): Store {
  const config = parseDatabaseUrl(url, { cwd: '/', env: {} });
  return openStore(withSettings(config, { ...settings, pool }), { logger });
}

function withSettings(
  config: DatabaseConfig,
  { pool, ...settings }: Omit<Settings, 'logger'>,
): DatabaseConfig {
  return config.kind === 'sqlite' ? config : { ...config, ...settings, pool: { ...config.pool, ...pool } };
}
