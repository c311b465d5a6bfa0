export type { BillingConfig, StripeConfig } from './billing.ts';
export type {
  AccountsConfig,
  ChatConfig,
  ChatProvider,
  ClerkConfig,
  Config,
  DatabaseConfig,
  EmbeddingConfig,
  EmbeddingProvider,
  PoolConfig,
  PostgresTarget,
  PrivacyConfig,
  ServerConfig,
  SessionConfig,
  SpeechConfig,
  SqliteTarget,
  TlsMode,
} from './config.ts';
export { isLoopback, parseDatabaseUrl } from './database-url.ts';
export { loadEnvironment } from './dotenv.ts';
export { readConfig } from './env.ts';
export { type LimitKind, limitKinds, type Plan, type PlanTier } from './plans.ts';
export { redactDatabaseUrl } from './url-parts.ts';
export type { Environment } from './variables.ts';
