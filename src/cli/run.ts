import type { Config } from '../config/index.ts';
import { loadEnvironment, readConfig } from '../config/index.ts';
import type { Context } from '../context.ts';
import type { Terminal } from './terminal.ts';

/** The settings as `.env` and the environment have them. */
export function configOf({ env, cwd }: Terminal): Config {
  return readConfig(loadEnvironment({ cwd, env }), { cwd });
}

/** A person at a command line wants the answer, not the log; whoever sets LOG_LEVEL or DEBUG gets it. */
function quieted(config: Config, terminal: Terminal): Config {
  const wantsLog = config.debug || loadEnvironment(terminal).LOG_LEVEL;
  return wantsLog ? config : { ...config, logLevel: 'fatal' };
}

/** After this long a person wonders whether anything happens. */
const silenceMs = 1_500;

/**
 * Runs a command's work on the prepared database and closes everything after it, whatever happened. The libraries
 * behind it are loaded here and not at start, so that `--help` answers at once.
 */
export async function withContext<T>(
  terminal: Terminal,
  work: (context: Context) => Promise<T>,
  change: (config: Config) => Config = (config) => config,
): Promise<T> {
  const config = change(quieted(configOf(terminal), terminal));
  const { createContext } = await import('../context.ts');
  const context = createContext(config);
  try {
    await prepared(context, terminal);
    return await work(context);
  } finally {
    await context.close();
  }
}

async function prepared({ store }: Context, terminal: Terminal): Promise<void> {
  const timer = setTimeout(() => {
    const { state } = store;
    const reason = state.phase === 'opening' && state.reason ? ` (${state.reason})` : '';
    terminal.stderr.write(`waiting for the database${reason} ...\n`);
  }, silenceMs);
  try {
    await store.prepare();
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs work that Ctrl-C ends in good order: the first one asks it to stop after the step it is in, a second one ends
 * the process as always.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}
