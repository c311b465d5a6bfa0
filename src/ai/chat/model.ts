import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { defaultSettingsMiddleware, type LanguageModel, wrapLanguageModel } from 'ai';
import type { ChatConfig, ChatProvider } from '../../config/config.ts';
import { reportBrokenStreams } from './broken-streams.ts';
import { fetchWithSilenceLimit } from './silence.ts';

/** A model as the AI SDK's `generateText` and `streamText` take it. */
type Model = Exclude<LanguageModel, string>;

export interface ChatModel {
  provider: Exclude<ChatProvider, 'offline'>;
  model: string;
  /** What answers are labelled with: `openai/gpt-4o`. */
  engine: string;
  languageModel: Model;
}

/**
 * The chat model that the configuration asks for; null where there is none and the offline engine answers.
 * Nothing is called yet. Every call is given up after `config.timeoutMs` of silence; errors go through
 * `providerFailure`.
 *
 * With `streamText`, always pass `onError`: by default the SDK prints the error with the whole prompt in it.
 * It is also there, and in the stream's `error` parts, that the true error is found; the promises of the
 * result only say that there was no output.
 */
export function createChatModel(
  config: ChatConfig,
  options: { fetch?: typeof fetch } = {},
): ChatModel | null {
  if (config.provider === 'offline') return null;
  const { provider, model } = config;
  const fetch = fetchWithSilenceLimit(config.timeoutMs, options.fetch);
  // Their warnings go to stderr with every call, past the log.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  return {
    provider,
    model,
    engine: `${provider}/${model}`,
    languageModel: wrapLanguageModel({
      model: plainModel(config, provider, fetch),
      middleware: [DEFAULTS, reportBrokenStreams],
    }),
  };
}

/**
 * OpenAI keeps what its Responses API is sent for 30 days unless told not to. Other providers do not read
 * this.
 */
const DEFAULTS = defaultSettingsMiddleware({ settings: { providerOptions: { openai: { store: false } } } });

function plainModel(config: ChatConfig, provider: ChatModel['provider'], fetchFn: typeof fetch) {
  // Key and address are always given, so that the SDK does not look for them in the environment itself.
  const apiKey = config.apiKey ?? '';
  switch (provider) {
    case 'openai': {
      const baseURL = config.baseUrl ?? 'https://api.openai.com/v1';
      return createOpenAI({ apiKey, baseURL, fetch: fetchFn })(config.model);
    }
    case 'anthropic': {
      const baseURL = config.baseUrl ?? 'https://api.anthropic.com/v1';
      return createAnthropic({ apiKey, baseURL, fetch: fetchFn })(config.model);
    }
    case 'compatible': {
      // The reading of the configuration insists on an address for this provider.
      const settings = { name: 'compatible', baseURL: config.baseUrl!, apiKey: config.apiKey };
      return createOpenAICompatible({ ...settings, fetch: fetchFn, includeUsage: true })(config.model);
    }
  }
}

/** The settings for a call: the temperature only where the person set one, since some models refuse any. */
export function callSettings(config: Pick<ChatConfig, 'temperature'>): { temperature?: number } {
  return config.temperature === undefined ? {} : { temperature: config.temperature };
}
