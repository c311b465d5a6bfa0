import type { Environment } from '../config/index.ts';
import { createLogger } from '../kernel/logger.ts';
import { diagnoseDatabase } from '../store/diagnosis.ts';
import type { Check } from './check.ts';
import { chatKeyCheck, embeddingCheck } from './engines.ts';
import { portCheck } from './port.ts';
import { nodeCheck, readSettings } from './settings.ts';

export type { Check } from './check.ts';

export interface DoctorOptions {
  env: Environment;
  cwd: string;
  /** Whether a provider may be called that wants money for it. */
  online: boolean;
}

/**
 * Looks at everything a start needs and says each time how it is. Made for the moment when nothing works: no check
 * relies on another one's success, none waits long, and nothing is changed.
 */
export async function* examine({ env, cwd, online }: DoctorOptions): AsyncIterable<Check> {
  yield nodeCheck(process.versions.node);
  const { checks, config, isWhole } = readSettings({ env, cwd });
  yield* checks;
  if (!config) return;
  yield* await diagnoseDatabase(config.database, { logger: createLogger({ level: 'silent' }) });
  if (!isWhole) return;
  yield await embeddingCheck(config.embedding);
  yield* await chatKeyCheck(config.chat, { online });
  yield await portCheck(config.server);
}
