/** What the rest of the program may import from this room. */
export { asData } from './chat/as-data.ts';
export { providerFailure } from './chat/errors.ts';
export { type ChatModel, callSettings, createChatModel } from './chat/model.ts';
export { generateStructured, type StructuredRequest } from './chat/structured.ts';
export { type EmbeddingEngine, EmbeddingRejected, EmbeddingUnavailable } from './embedding.ts';
export { createEmbeddingEngine, type EngineOptions } from './embeddings/index.ts';
export { shorten } from './shorten.ts';
export { estimateTokens, takeTokens } from './tokens.ts';
