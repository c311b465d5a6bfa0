import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StartupError } from '../kernel/errors.ts';
import { parseDotenv } from './dotenv.ts';
import { readConfig } from './env.ts';
import type { Environment } from './variables.ts';

const read = (env: Environment) => readConfig(env, { cwd: '/srv/app' });

function failure(env: Environment): StartupError {
  try {
    read(env);
  } catch (error) {
    if (error instanceof StartupError) return error;
    throw error;
  }
  throw new Error('no error');
}

test('nothing set: offline, on SQLite, on loopback', () => {
  expect(read({})).toEqual({
    accounts: { clerk: null, admins: [], localOperator: true },
    appName: 'Interviewly',
    debug: false,
    logLevel: 'info',
    server: {
      host: '127.0.0.1',
      port: 8000,
      corsOrigins: [],
      rateLimitPerMinute: 600,
      sessionsPerHour: 60,
      trustProxy: false,
      webBuild: true,
    },
    database: { kind: 'sqlite', path: '/srv/app/interviewly.db' },
    chat: { provider: 'offline', model: 'offline', timeoutMs: 60_000 },
    embedding: { provider: 'local', model: 'model-embeddings-en', timeoutMs: 30_000, worker: true },
    recall: { cacheBytes: 256 * 2 ** 20 },
    facts: { worker: true },
    analytics: { worker: true, minPeople: 5, intervalMs: 300_000 },
    billing: { plans: expect.arrayContaining([expect.objectContaining({ id: 'free' })]), stripe: null },
    speech: {},
    privacy: { similarProfilesMin: 5, similarProfilesWaitMs: 604_800_000 },
    session: { lifetimeMs: 90 * 86_400_000, cookieName: 'interviewly_session', secureCookie: false },
    notices: [],
  });
});

test('an .env of a deployment in Python, with much that is not ours', () => {
  const config = read(
    parseDotenv(`
# Database
DATABASE_URL=postgresql+psycopg2://ann:p%40ss@ep-x.neon.tech/neondb?sslmode=require
OPENAI_API_KEY="sk-proj-abc_DEF-123"
ANTHROPIC_API_KEY=sk-ant-...
DEEPGRAM_API_KEY=your_deepgram_api_key_here
ELEVENLABS_API_KEY=
LLM_PROVIDER=openai
LLM_MODEL=gpt-4o
LLM_TEMPERATURE=0.7
APP_NAME='Interviewly'
DEBUG=True
CORS_ORIGINS=["http://localhost:3000", "https://app.example.com/"]
CLERK_SECRET_KEY=sk_test_x
NEXT_PUBLIC_API_URL=http://localhost:8000
`),
  );
  expect(config).toMatchObject({
    debug: true,
    logLevel: 'debug',
    server: { corsOrigins: ['http://localhost:3000', 'https://app.example.com'] },
    database: { kind: 'postgres', user: 'ann', password: 'p@ss', tls: { mode: 'encrypt', implied: false } },
    chat: { provider: 'openai', model: 'gpt-4o', temperature: 0.7, apiKey: 'sk-proj-abc_DEF-123' },
    embedding: { provider: 'openai', model: 'text-embedding-3-small', apiKey: 'sk-proj-abc_DEF-123' },
  });
  expect(config.speech.deepgramApiKey).toBeUndefined();
  expect(config.notices).toHaveLength(2);
  expect(config.notices.join()).toMatch(/ANTHROPIC_API_KEY.*DEEPGRAM_API_KEY/);
});

test.each([
  ['True', true],
  ['true', true],
  ['1', true],
  ['yes', true],
  ['ON', true],
  ['"True"', true],
  [' false ', false],
  ['False', false],
  ['0', false],
  ['no', false],
  ['off', false],
  ['', false],
])('DEBUG=%s is %s', (DEBUG, debug) => expect(read({ DEBUG }).debug).toBe(debug));

test.each([
  ['WARNING', 'warn'],
  ['Debug', 'debug'],
  ['CRITICAL', 'fatal'],
  ['silent', 'silent'],
])('LOG_LEVEL=%s is %s', (LOG_LEVEL, level) => expect(read({ LOG_LEVEL, DEBUG: '1' }).logLevel).toBe(level));

test('PORT=0 takes any', () => expect(read({ PORT: '0' }).server.port).toBe(0));

describe('the session cookie', () => {
  test.each<[Environment, boolean]>([
    [{ HOST: 'localhost' }, false],
    [{ HOST: '::1' }, false],
    [{ HOST: '0.0.0.0' }, true],
    [{ HOST: '0.0.0.0', DEBUG: 'True' }, false],
    [{ HOST: '0.0.0.0', COOKIE_SECURE: 'False' }, false],
    [{ COOKIE_SECURE: 'True' }, true],
  ])('%j: secure %s', (env, secure) => expect(read(env).session.secureCookie).toBe(secure));

  test('says so where that was not asked for', () => {
    expect(read({ HOST: '0.0.0.0' }).notices.join()).toContain('COOKIE_SECURE=False');
    expect(read({ HOST: '0.0.0.0', COOKIE_SECURE: 'True' }).notices).toEqual([]);
  });
});

describe('engines', () => {
  const openai = { OPENAI_API_KEY: 'sk-o' };
  const anthropic = { ANTHROPIC_API_KEY: 'sk-ant-a' };
  const ollama = { LLM_BASE_URL: 'http://localhost:11434/v1/', LLM_MODEL: 'llama3.1' };

  test.each<[Environment, object]>([
    [openai, { provider: 'openai', model: 'gpt-4o', apiKey: 'sk-o', baseUrl: 'https://api.openai.com/v1' }],
    [
      anthropic,
      { provider: 'anthropic', model: 'claude-sonnet-4-5', baseUrl: 'https://api.anthropic.com/v1' },
    ],
    [{ ...openai, ...anthropic }, { provider: 'openai' }],
    [
      { ...openai, ...anthropic, LLM_MODEL: 'claude-opus-4-5' },
      { provider: 'anthropic', model: 'claude-opus-4-5' },
    ],
    [
      { ...openai, ...anthropic, LLM_PROVIDER: 'Anthropic' },
      { provider: 'anthropic', apiKey: 'sk-ant-a' },
    ],
    [
      { ...openai, LLM_PROVIDER: 'offline' },
      { provider: 'offline', model: 'offline' },
    ],
    [{ ...openai, OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }, { baseUrl: 'http://127.0.0.1:9/v1' }],
    [{ ...anthropic, ANTHROPIC_BASE_URL: 'http://127.0.0.1:9' }, { baseUrl: 'http://127.0.0.1:9/v1' }],
    [{ ...anthropic, ANTHROPIC_BASE_URL: 'http://127.0.0.1:9/v1/' }, { baseUrl: 'http://127.0.0.1:9/v1' }],
    [ollama, { provider: 'compatible', model: 'llama3.1', baseUrl: 'http://localhost:11434/v1' }],
    [
      { ...openai, ...ollama },
      { provider: 'compatible', apiKey: undefined },
    ],
    [
      { ...ollama, LLM_API_KEY: 'k', LLM_TIMEOUT: '1.5' },
      { apiKey: 'k', timeoutMs: 1500 },
    ],
    [{ ...openai, LLM_TEMPERATURE: '0' }, { temperature: 0 }],
    [openai, { temperature: undefined }],
  ])('chat: %j', (env, chat) => expect(read(env).chat).toMatchObject(chat));

  test.each<[Environment, object]>([
    [openai, { provider: 'openai', model: 'text-embedding-3-small', apiKey: 'sk-o' }],
    [
      { ...openai, EMBEDDING_API_KEY: 'e' },
      { provider: 'openai', apiKey: 'e' },
    ],
    [
      { EMBEDDING_PROVIDER: 'openai', EMBEDDING_API_KEY: 'e' },
      { provider: 'openai', apiKey: 'e' },
    ],
    [{ ...openai, OPENAI_BASE_URL: 'http://x/v1' }, { baseUrl: 'http://x/v1' }],
    [
      { ...openai, EMBEDDING_PROVIDER: 'local' },
      { provider: 'local', model: 'model-embeddings-en' },
    ],
    [anthropic, { provider: 'local' }],
    [
      { ...ollama, LLM_API_KEY: 'k', EMBEDDING_BASE_URL: 'http://e/v1', EMBEDDING_MODEL: 'nomic-embed-text' },
      { provider: 'compatible', model: 'nomic-embed-text', baseUrl: 'http://e/v1', apiKey: 'k' },
    ],
    [
      { EMBEDDING_WORKER: 'False', EMBEDDING_TIMEOUT: '5' },
      { worker: false, timeoutMs: 5000 },
    ],
  ])('embedding: %j', (env, embedding) => expect(read(env).embedding).toMatchObject(embedding));

  test('what is set in vain is said', () => {
    const { notices } = read({
      LLM_MODEL: 'gpt-4o',
      EMBEDDING_MODEL: 'text-embedding-3-small',
      LLM_API_KEY: 'k',
    });
    expect(notices.join()).toMatch(/LLM_API_KEY.*LLM_MODEL.*EMBEDDING_MODEL/);
    expect(read({ DATABASE_URL: 'postgresql://u@h/d?options=x' }).notices.join()).toContain('options');
  });

  test.each([
    'sk-...',
    'sk-proj-xxxxxxxx',
    'sk-ant-…',
    'your-openai-key',
    'your_openai_api_key_here',
    'sk-your-key',
    '<your key>',
    'put-it-here',
    `\${OPENAI_API_KEY}`,
    'changeme',
    'None',
    '***',
  ])('the placeholder %s counts as not set', (key) => {
    const config = read({ OPENAI_API_KEY: key });
    expect(config.chat.provider).toBe('offline');
    expect(config.notices.join()).toContain('OPENAI_API_KEY');
  });

  test('a real key is never taken for a placeholder', () => {
    const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
    const key = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 32, maxLength: 160 });
    fc.assert(
      fc.property(key, (key) => read({ OPENAI_API_KEY: `sk-${key}` }).chat.provider === 'openai'),
      {
        examples: [['test'], ['dummy-key'], ['fake']],
        numRuns: 500,
      },
    );
  });
});

describe('what is wrong is one line that names the variable and the remedy, never the value', () => {
  test.each<[Environment, ...string[]]>([
    [{ PORT: 'S3CRET' }, 'PORT', '65535'],
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ DEBUG: 'S3CRET' }, 'DEBUG', 'True or False'],
    [{ LOG_LEVEL: 'S3CRET' }, 'LOG_LEVEL', 'warn'],
    [{ HOST: 'http://S3CRET' }, 'HOST'],
    [{ CORS_ORIGINS: '*' }, 'CORS_ORIGINS'],
    [{ CORS_ORIGINS: 'https://a.example/S3CRET' }, 'CORS_ORIGINS'],
    [{ RATE_LIMIT_PER_MINUTE: '0' }, 'RATE_LIMIT_PER_MINUTE'],
    [{ SESSIONS_PER_HOUR: '0' }, 'SESSIONS_PER_HOUR'],
    [{ SESSION_LIFETIME_DAYS: '0' }, 'SESSION_LIFETIME_DAYS'],
    [{ SIMILAR_PROFILES_MIN: '2' }, 'SIMILAR_PROFILES_MIN'],
    [{ SIMILAR_PROFILES_WAIT_DAYS: '-1' }, 'SIMILAR_PROFILES_WAIT_DAYS'],
    [{ DATABASE_URL: 'mysql://u:S3CRET@h/d' }, 'DATABASE_URL', 'postgresql://', 'sqlite:///'],
    [{ DATABASE_POOL_SIZE: '0' }, 'DATABASE_POOL_SIZE'],
    [{ DATABASE_URL: 'postgresql://u:S3CRET@h/d', DATABASE_POOL_TIMEOUT: '30s' }, 'DATABASE_POOL_TIMEOUT'],
    [{ LLM_PROVIDER: 'S3CRET' }, 'LLM_PROVIDER', 'anthropic'],
    [{ LLM_PROVIDER: 'openai' }, 'OPENAI_API_KEY is not set', 'LLM_PROVIDER=offline'],
    [{ LLM_PROVIDER: 'openai', OPENAI_API_KEY: 'sk-...' }, 'OPENAI_API_KEY holds a placeholder'],
    [{ LLM_PROVIDER: 'anthropic', OPENAI_API_KEY: 'S3CRET' }, 'ANTHROPIC_API_KEY is not set'],
    [{ LLM_PROVIDER: 'compatible' }, 'LLM_BASE_URL', 'LLM_MODEL'],
    [{ LLM_BASE_URL: 'http://h/v1' }, 'LLM_MODEL'],
    [{ LLM_BASE_URL: 'http://u:S3CRET@h/v1', LLM_MODEL: 'm' }, 'LLM_BASE_URL'],
    [{ LLM_TEMPERATURE: '2.1' }, 'LLM_TEMPERATURE', 'from 0 to 2'],
    [{ LLM_TEMPERATURE: 'hot' }, 'LLM_TEMPERATURE'],
    [{ LLM_TIMEOUT: '0' }, 'LLM_TIMEOUT'],
    [{ ANTHROPIC_API_KEY: 'sk-S3CRET', LLM_MODEL: 'gpt-4o' }, 'LLM_MODEL', 'OPENAI_API_KEY'],
    [{ OPENAI_API_KEY: 'sk-S3CRET', LLM_MODEL: 'claude-sonnet-4-5' }, 'LLM_MODEL', 'ANTHROPIC_API_KEY'],
    [{ OPENAI_API_KEY: 'sk-S3CRET and more' }, 'OPENAI_API_KEY'],
    [{ OPENAI_API_KEY: 'sk-S3CRET', OPENAI_BASE_URL: 'S3CRET' }, 'OPENAI_BASE_URL'],
    [{ EMBEDDING_PROVIDER: 'openai' }, 'OPENAI_API_KEY', 'EMBEDDING_PROVIDER=local'],
    [{ EMBEDDING_PROVIDER: 'compatible' }, 'EMBEDDING_BASE_URL', 'EMBEDDING_MODEL'],
    [{ EMBEDDING_TIMEOUT: 'S3CRET' }, 'EMBEDDING_TIMEOUT'],
    [
      { EMBEDDING_BASE_URL: 'http://h/v1', EMBEDDING_MODEL: `S3CRET${'m'.repeat(77)}` },
      'EMBEDDING_MODEL has 83 characters',
      'at most 82',
    ],
  ])('%j', (env, ...mentions) => {
    const { message, remedy } = failure(env);
    const line = `${message} ${remedy}`;
    for (const mention of mentions) expect(line).toContain(mention);
    expect(line).not.toMatch(/S3CRET|\n/);
    expect(remedy).not.toBe('');
  });

  test('all of it at once, each thing once', () => {
    const env = { PORT: 'x', DEBUG: 'x', DATABASE_URL: 'x', DATABASE_POOL_SIZE: 'x', OPENAI_API_KEY: 'a b' };
    const { message } = failure({ ...env, LLM_PROVIDER: 'openai' });
    for (const name of ['PORT', 'DEBUG', 'DATABASE_URL', 'OPENAI_API_KEY']) {
      expect(message.split(name)).toHaveLength(2);
    }
  });
});

test('.env.example is true: each default in it changes nothing', () => {
  const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  expect(parseDotenv(text)).toEqual({});
  const all = parseDotenv(text.replace(/^#(?=[A-Z_]+=)/gm, ''));
  // Examples rather than defaults: they need a key or a server.
  const examples = /^(CORS_|LLM_(PROVIDER|MODEL|TEMPERATURE|BASE_URL)|EMBEDDING_(PROVIDER|MODEL|BASE_URL))/;
  const defaults = Object.fromEntries(Object.entries(all).filter(([name]) => !examples.test(name)));
  expect(read(defaults)).toEqual(read({}));
  const withKeys = { OPENAI_API_KEY: 'o', ANTHROPIC_API_KEY: 'a' };
  expect(read({ ...defaults, ...withKeys })).toEqual(read(withKeys));
});
