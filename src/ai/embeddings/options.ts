import type { Logger } from '../../kernel/logger.ts';

export interface EngineOptions {
  /** In place of the global `fetch`. */
  fetch?: typeof fetch;
  logger?: Logger;
}
