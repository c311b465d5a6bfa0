import { createOpenAI } from '@ai-sdk/openai';
import type { EmbeddingConfig } from '../../config/config.ts';
import type { EmbeddingEngine } from '../embedding.ts';
import { EMBEDDING_KEY_VARIABLE } from '../key-variables.ts';
import { takeTokens } from '../tokens.ts';
import { takeBytes } from './inputs.ts';
import type { EngineOptions } from './options.ts';
import { createRemoteEngine, MAX_DIMENSIONS } from './remote.ts';

/** Tokens of one input; longer ones are refused. */
const MAX_TOKENS = 8191;

/** What each model gives; of those with more than can be stored, a shortened vector is asked for. */
const DIMENSIONS: Record<string, number> = {
  'text-embedding-3-small': 1536,
  'text-embedding-3-large': 3072,
  'text-embedding-ada-002': 1536,
};

/**
 * OpenAI's embedding API. A text is cut at an estimated 8,191 tokens (some 30,000 characters of English);
 * should the estimate be too low and the API refuse it, it is sent again cut at 8,191 bytes, which are never
 * more tokens.
 */
export function createOpenAIEngine(config: EmbeddingConfig, options: EngineOptions = {}): EmbeddingEngine {
  const provider = createOpenAI({
    // Both are given so that the SDK does not look for them in the environment itself.
    apiKey: config.apiKey ?? '',
    baseURL: config.baseUrl ?? 'https://api.openai.com/v1',
    fetch: options.fetch,
  });
  const native = DIMENSIONS[config.model];
  return createRemoteEngine({
    name: `openai/${config.model}`,
    model: provider.embeddingModel(config.model),
    provider: 'OpenAI',
    modelName: config.model,
    keyVariable: EMBEDDING_KEY_VARIABLE.openai,
    maxBatch: 128,
    timeoutMs: config.timeoutMs,
    requestDimensions: native !== undefined && native > MAX_DIMENSIONS ? MAX_DIMENSIONS : undefined,
    dimensions: native === undefined ? undefined : Math.min(native, MAX_DIMENSIONS),
    cuts: [(text) => takeTokens(text, MAX_TOKENS), (text) => takeBytes(text, MAX_TOKENS)],
    logger: options.logger,
  });
}
