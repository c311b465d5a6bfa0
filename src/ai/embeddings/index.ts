import type { EmbeddingConfig } from '../../config/config.ts';
import type { EmbeddingEngine } from '../embedding.ts';
import { createCompatibleEngine } from './compatible.ts';
import { createLocalEngine } from './local.ts';
import { createOpenAIEngine } from './openai.ts';
import type { EngineOptions } from './options.ts';

export type { EngineOptions };

/**
 * The engine that the configuration asks for. Nothing is called or started before the first text.
 *
 * `embed` rejects with `EmbeddingRejected` where the provider refuses an input (of several texts it does not
 * say which: ask again one by one), with `EmbeddingUnavailable` for everything that time or the operator
 * mends, and with the reason of the caller's own signal once that is aborted. Messages hold neither texts nor
 * keys.
 */
export function createEmbeddingEngine(config: EmbeddingConfig, options: EngineOptions = {}): EmbeddingEngine {
  switch (config.provider) {
    case 'openai':
      return createOpenAIEngine(config, options);
    case 'compatible':
      return createCompatibleEngine(config, options);
    case 'local':
      return createLocalEngine({ logger: options.logger });
  }
}
