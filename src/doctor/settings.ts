import { statSync } from 'node:fs';
import path from 'node:path';
import {
  type Config,
  type Environment,
  loadEnvironment,
  readConfig,
  redactDatabaseUrl,
} from '../config/index.ts';
import { StartupError } from '../kernel/errors.ts';
import { type Check, ok, problem, warning } from './check.ts';

export interface Settings {
  checks: Check[];
  /** Null where the settings cannot be used at all. */
  config: Config | null;
  /** False where something is wrong outside the database's settings, so that engines cannot be looked at. */
  isWhole: boolean;
}

const neededNode = 24;

export function nodeCheck(version: string): Check {
  const isNew = Number.parseInt(version, 10) >= neededNode;
  if (isNew) return ok('node', `Node ${version}`);
  return problem(
    'node',
    `Node ${version} is too old`,
    `Use Node ${neededNode}, or run «npm ci», which brings it.`,
  );
}

/** Reads the settings the way a start does. Where a part is wrong, the database's own are still tried. */
export function readSettings(given: { env: Environment; cwd: string }): Settings {
  const { cwd } = given;
  let env: Environment;
  try {
    env = loadEnvironment(given);
  } catch (error) {
    return { checks: [refused('.env', error)], config: null, isWhole: false };
  }
  const checks = [dotenvCheck(cwd)];
  try {
    const config = readConfig(env, { cwd });
    return { checks: [...checks, ...settingChecks(config, env)], config, isWhole: true };
  } catch (error) {
    checks.push(refused('settings', error));
    return { checks, config: databaseOnly(env, cwd), isWhole: false };
  }
}

function refused(name: string, error: unknown): Check {
  if (!(error instanceof StartupError)) throw error;
  return problem(name, error.message, error.remedy);
}

function databaseOnly(env: Environment, cwd: string): Config | null {
  const related = Object.entries(env).filter(([name]) => /^(DATABASE_|PG[A-Z]+$)/.test(name));
  try {
    return readConfig(Object.fromEntries(related), { cwd });
  } catch {
    return null;
  }
}

/** Others of this machine may read what is in it; a file without keys would be no reason to worry. */
const groupAndOthers = 0o077;

function dotenvCheck(cwd: string): Check {
  const file = path.join(cwd, '.env');
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return ok('.env', `none in ${cwd}: the environment and the defaults count`);
  const isOpen = process.platform !== 'win32' && (stats.mode & groupAndOthers) !== 0;
  if (!isOpen) return ok('.env', `read from ${file}`);
  return warning(
    '.env',
    `read from ${file}, which others on this machine may read`,
    `Run chmod 600 ${file}.`,
  );
}

function settingChecks(config: Config, env: Environment): Check[] {
  const isSet = (name: string) => (env[name] ?? '').trim() !== '';
  const url = env.DATABASE_URL?.trim();
  return [
    ok(
      'DATABASE_URL',
      url ? redactDatabaseUrl(url) : 'not set: the SQLite file interviewly.db in the current folder',
    ),
    chatCheck(config, isSet),
    ok('embeddings', embeddingMeaning(config)),
    voiceCheck('DEEPGRAM_API_KEY', config.speech.deepgramApiKey, 'spoken answers in mock interviews are off'),
    voiceCheck(
      'ELEVENLABS_API_KEY',
      config.speech.elevenlabsApiKey,
      'questions are not read out in mock interviews',
    ),
    accountsCheck(config),
    billingCheck(config),
    ...config.notices.map((notice) => warning('settings', notice)),
  ];
}

function chatCheck({ chat }: Config, isSet: (name: string) => boolean): Check {
  if (chat.provider !== 'offline') return ok('chat', `${chat.provider}, model ${chat.model}`);
  const hasKey = isSet('OPENAI_API_KEY') || isSet('ANTHROPIC_API_KEY');
  const why = hasKey
    ? 'LLM_PROVIDER or a placeholder for a key says so'
    : 'neither OPENAI_API_KEY nor ANTHROPIC_API_KEY is set';
  return ok('chat', `offline engine (${why}): it answers from the playbook and from what was said before`);
}

function embeddingMeaning({ embedding }: Config): string {
  return embedding.provider === 'local'
    ? 'local model, no key needed'
    : `${embedding.provider}, model ${embedding.model}`;
}

function accountsCheck({ accounts }: Config): Check {
  const { clerk, admins, localOperator } = accounts;
  if (!clerk) {
    const operator = localOperator
      ? 'whoever sits at this machine runs the installation'
      : 'nobody may see the operator’s pages';
    return ok('accounts', `no Clerk: everybody is an anonymous visitor, and ${operator}`);
  }
  const parts = [
    clerk.jwtKey ? 'tokens verified with CLERK_JWT_KEY' : `tokens verified with the keys of ${clerk.issuer}`,
    clerk.webhookSecret ? 'webhook set up' : 'no webhook (CLERK_WEBHOOK_SIGNING_SECRET is not set)',
    clerk.publishableKey
      ? 'the web app can sign people in'
      : 'CLERK_PUBLISHABLE_KEY is not set: the web app cannot',
    `${admins.length} in ADMIN_USERS`,
  ];
  return ok('accounts', `Clerk: ${parts.join('; ')}`);
}

function billingCheck({ billing }: Config): Check {
  const { plans, stripe } = billing;
  if (!stripe) return ok('billing', 'STRIPE_SECRET_KEY is not set: nothing is sold, and nothing is limited');
  const sold = plans.filter((plan) => plan.price_id !== null).map((plan) => plan.id);
  const mode = /^(sk|rk)_test_/.test(stripe.secretKey) ? 'test mode: nobody pays real money' : 'live mode';
  return ok('billing', `sold: ${sold.join(', ')} (${mode}); people come back to ${stripe.appUrl}`);
}

function voiceCheck(name: string, key: string | undefined, meaning: string): Check {
  return ok(name, key === undefined ? `not set: ${meaning}` : 'set');
}
