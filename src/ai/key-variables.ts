import type { ChatProvider, EmbeddingProvider } from '../config/config.ts';

/** Where the operator sets the key of a provider, for messages that say so. */
export const CHAT_KEY_VARIABLE: Record<ChatProvider, string> = {
  openai: 'OPENAI_API_KEY',
  anthropic: 'ANTHROPIC_API_KEY',
  compatible: 'LLM_API_KEY',
  offline: '',
};

export const EMBEDDING_KEY_VARIABLE: Record<EmbeddingProvider, string> = {
  openai: 'OPENAI_API_KEY (or EMBEDDING_API_KEY, where that is set)',
  compatible: 'EMBEDDING_API_KEY (or LLM_API_KEY)',
  local: '',
};
