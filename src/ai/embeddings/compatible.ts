import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { EmbeddingConfig } from '../../config/config.ts';
import type { EmbeddingEngine } from '../embedding.ts';
import { EMBEDDING_KEY_VARIABLE } from '../key-variables.ts';
import { takeTokens } from '../tokens.ts';
import { takeBytes } from './inputs.ts';
import type { EngineOptions } from './options.ts';
import { createRemoteEngine } from './remote.ts';

/**
 * Any server that speaks OpenAI's embedding protocol (Ollama, vLLM, TEI). What its model takes and gives is
 * not known: `dimensions` is 0 until the first answer, and a refused text is sent again shorter, down to the
 * 512 tokens that the smallest common models take (510 bytes and two marks are never more).
 */
export function createCompatibleEngine(
  config: EmbeddingConfig,
  options: EngineOptions = {},
): EmbeddingEngine {
  const provider = createOpenAICompatible({
    name: 'compatible',
    // The reading of the configuration insists on it for this provider.
    baseURL: config.baseUrl!,
    apiKey: config.apiKey,
    fetch: options.fetch,
  });
  return createRemoteEngine({
    name: `compatible/${config.model}`,
    model: provider.embeddingModel(config.model),
    provider: 'The embedding server',
    modelName: config.model,
    keyVariable: EMBEDDING_KEY_VARIABLE.compatible,
    maxBatch: 32,
    timeoutMs: config.timeoutMs,
    cuts: [
      (text) => takeTokens(text, 8191),
      (text) => takeTokens(text, 2000),
      (text) => takeTokens(text, 500),
      (text) => takeBytes(text, 510),
    ],
    logger: options.logger,
  });
}
