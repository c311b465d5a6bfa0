export type {
  ChatConfig,
  ChatProvider,
  Config,
  DatabaseConfig,
  EmbeddingConfig,
  EmbeddingProvider,
  PoolConfig,
  PostgresTarget,
  ServerConfig,
  SessionConfig,
  SpeechConfig,
  SqliteTarget,
  TlsMode,
} from './config.ts';
export { isLoopback, parseDatabaseUrl } from './database-url.ts';
export { loadEnvironment } from './dotenv.ts';
export { readConfig } from './env.ts';
export { redactDatabaseUrl } from './url-parts.ts';
export type { Environment } from './variables.ts';
