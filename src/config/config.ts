import type { AnalyticsConfig } from './analytics.ts';
import type { BillingConfig } from './billing.ts';

/** What the environment says, validated; nothing else in the program reads `process.env`. */
export interface Config {
  appName: string;
  debug: boolean;
  logLevel: string;
  server: ServerConfig;
  database: DatabaseConfig;
  chat: ChatConfig;
  embedding: EmbeddingConfig;
  recall: RecallConfig;
  facts: FactsConfig;
  speech: SpeechConfig;
  privacy: PrivacyConfig;
  session: SessionConfig;
  accounts: AccountsConfig;
  billing: BillingConfig;
  analytics: AnalyticsConfig;
  /** What a person should know about their settings though it stops nothing; logged once at start, no secrets. */
  notices: string[];
}

export interface ServerConfig {
  host: string;
  port: number;
  /** Origins that a browser may call from (CORS); none by default. */
  corsOrigins: string[];
  /** Requests a minute from one caller. */
  rateLimitPerMinute: number;
  /** Visitors that may be made from one address in an hour: each has the free plan's allowance. */
  sessionsPerHour: number;
  /** Whether X-Forwarded-For is believed (behind a proxy). */
  trustProxy: boolean;
  /** Whether a start builds the web app where web/dist is missing or older than its sources. */
  webBuild: boolean;
}

export type DatabaseConfig = SqliteTarget | PostgresTarget;

export interface SqliteTarget {
  kind: 'sqlite';
  /** An absolute path, or `:memory:`. */
  path: string;
}

/** What a connection demands of TLS, made explicit (libpq's words mean different things to different drivers). */
export type TlsMode =
  | 'disable'
  /** Encrypted, the server's certificate not verified: what libpq means by `require`. */
  | 'encrypt'
  /** Encrypted, the certificate's chain verified, the host name not. */
  | 'verify-ca'
  /** Encrypted, chain and host name verified. */
  | 'verify-full';

export interface PostgresTarget {
  kind: 'postgres';
  /** A host name, an address, or the folder of a socket. */
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  tls: {
    mode: TlsMode;
    /** PEM files, from sslrootcert, sslcert, sslkey: absolute paths, not opened yet. */
    rootCertPath?: string;
    certPath?: string;
    keyPath?: string;
    /** `sslrootcert=system`: the operating system's authorities; else, without a file, those that Node brings. */
    systemRoots?: boolean;
    /**
     * True where the mode was not in the URL but added by us (row S7), or the URL left the choice to us
     * (allow, prefer). An implied `disable` may be raised to `encrypt` where the server asks for it; nothing else
     * may be changed, and nothing ever lowered.
     */
    implied: boolean;
  };
  /** SCRAM bound to the TLS channel: `prefer` uses it where the server offers it, `require` insists. */
  channelBinding: 'disable' | 'prefer' | 'require';
  applicationName: string;
  /** How long one attempt to connect may take (connect_timeout), in ms; undefined where the URL does not say. */
  connectTimeoutMs?: number;
  /** Names of URL parameters that we do not use. */
  ignored: string[];
  pool: PoolConfig;
  /** How long a start waits for a server that is not there yet, in ms. */
  startupWaitMs: number;
  /** How long one statement may take, in ms. */
  statementTimeoutMs: number;
}

export interface PoolConfig {
  /** Connections kept open (DATABASE_POOL_SIZE, 5). */
  size: number;
  /** More on demand, closed when idle (DATABASE_MAX_OVERFLOW, 10). */
  maxOverflow: number;
  /** How long a request waits for a connection, in ms (DATABASE_POOL_TIMEOUT in s, 30). */
  timeoutMs: number;
  /** After how long unused a surplus connection is closed, in ms. */
  idleMs: number;
  /** Whether a connection that sat idle is tried before use (DATABASE_POOL_PRE_PING, true). */
  prePing: boolean;
}

export type ChatProvider = 'openai' | 'anthropic' | 'compatible' | 'offline';

export interface ChatConfig {
  provider: ChatProvider;
  model: string;
  /** Undefined where the person did not set one: some models refuse any. */
  temperature?: number;
  apiKey?: string;
  baseUrl?: string;
  /** The longest silence of a provider before the call is given up, in ms. */
  timeoutMs: number;
}

export type EmbeddingProvider = 'openai' | 'compatible' | 'local';

export interface EmbeddingConfig {
  provider: EmbeddingProvider;
  model: string;
  apiKey?: string;
  baseUrl?: string;
  timeoutMs: number;
  /** Whether this process works off pending embeddings (EMBEDDING_WORKER, true). */
  worker: boolean;
}

export interface RecallConfig {
  /** How much memory the vectors and documents of those who are talking may take in this process, in bytes (RECALL_CACHE_MB, 256). */
  cacheBytes: number;
}

export interface FactsConfig {
  /** Whether this process reads facts off messages in the background (FACTS_WORKER, true). */
  worker: boolean;
}

export interface PrivacyConfig {
  /** The least number of people that anything is told of to others (SIMILAR_PROFILES_MIN, 5). */
  similarProfilesMin: number;
  /** How long a profile has to be shared before it counts for others, in ms (SIMILAR_PROFILES_WAIT_DAYS, 7). */
  similarProfilesWaitMs: number;
}

export interface SpeechConfig {
  deepgramApiKey?: string;
  elevenlabsApiKey?: string;
}

/** Who may sign in, and who runs this installation. */
export interface AccountsConfig {
  /** Null where no Clerk is set up: everybody is an anonymous visitor. */
  clerk: ClerkConfig | null;
  /** Clerk ids and e-mail addresses of the people who run this installation. */
  admins: string[];
  /** Whether the person at this machine runs it: no Clerk, and nobody else can reach the server. */
  localOperator: boolean;
}

/** At least one of `jwtKey` and `issuer` is there. */
export interface ClerkConfig {
  /** PEM. Tokens are verified with it, and no network is asked. */
  jwtKey?: string;
  /** Where there is no key: its `/.well-known/jwks.json` has them. Checked against `iss` wherever it is set. */
  issuer?: string;
  /** Origins whose tokens are taken, by their `azp`; none: all. */
  authorizedParties: string[];
  /** How far the clocks may differ, in ms. */
  clockSkewMs: number;
  webhookSecret?: string;
  /** For the web app, which signs people in with it. */
  publishableKey?: string;
  /** The origin of Clerk's frontend API, which the publishable key names: the web app's sign-in comes from there. */
  frontend?: string;
}

export interface SessionConfig {
  /** Lifetime of an anonymous session, in ms. */
  lifetimeMs: number;
  cookieName: string;
  /** Whether the cookie is sent over HTTPS only. */
  secureCookie: boolean;
}
