import type { ChatConfig, ChatProvider, EmbeddingConfig, EmbeddingProvider, SpeechConfig } from './config.ts';
import type { Variables } from './variables.ts';

const CHAT_PROVIDERS = ['openai', 'anthropic', 'compatible', 'offline'] as const satisfies ChatProvider[];
const EMBEDDING_PROVIDERS = ['openai', 'compatible', 'local'] as const satisfies EmbeddingProvider[];

/** The one embedding model that an npm package brings along. */
const LOCAL_EMBEDDING_MODEL = 'model-embeddings-en';

/**
 * Vectors are stored under the provider and the model in columns of 100 characters, and the longest addition to it
 * («compatible/», « (1536)») takes 18.
 */
const LONGEST_EMBEDDING_MODEL = 82;

/** Named rather than left out, so that the AI SDK never looks into the process's environment for itself. */
const OPENAI_URL = 'https://api.openai.com/v1';
const ANTHROPIC_URL = 'https://api.anthropic.com';

/** Chat, embeddings and speech share keys and addresses, so each of these is read once. */
export function readEngines(variables: Variables): {
  chat: ChatConfig;
  embedding: EmbeddingConfig;
  speech: SpeechConfig;
} {
  const shared: Shared = {
    openaiKey: variables.secret('OPENAI_API_KEY'),
    openaiUrl: variables.baseUrl('OPENAI_BASE_URL'),
    compatibleKey: variables.secret('LLM_API_KEY'),
  };
  return {
    chat: readChat(variables, shared),
    embedding: readEmbedding(variables, shared),
    speech: {
      deepgramApiKey: variables.secret('DEEPGRAM_API_KEY'),
      elevenlabsApiKey: variables.secret('ELEVENLABS_API_KEY'),
    },
  };
}

interface Shared {
  openaiKey?: string;
  openaiUrl?: string;
  compatibleKey?: string;
}

function readChat(variables: Variables, { openaiKey, openaiUrl, compatibleKey }: Shared): ChatConfig {
  const anthropicKey = variables.secret('ANTHROPIC_API_KEY');
  const anthropicUrl = variables.baseUrl('ANTHROPIC_BASE_URL');
  const baseUrl = variables.baseUrl('LLM_BASE_URL');
  const model = variables.text('LLM_MODEL');
  const isClaude = /^claude/i.test(model ?? '');
  const isGpt = /^(gpt-|chatgpt-|o\d)/i.test(model ?? '');
  const temperature = variables.number('LLM_TEMPERATURE', { min: 0, max: 2 });
  const timeoutMs = variables.seconds('LLM_TIMEOUT', { fallback: 60 });
  const provider =
    variables.choice('LLM_PROVIDER', CHAT_PROVIDERS) ??
    impliedChat({ baseUrl, openaiKey, anthropicKey, isClaude });

  if (provider !== 'compatible')
    noteUnused(variables, ['LLM_BASE_URL', 'LLM_API_KEY'], 'LLM_PROVIDER=compatible');
  switch (provider) {
    case 'openai':
      if (!openaiKey) missingKey(variables, 'LLM_PROVIDER is openai', 'OPENAI_API_KEY');
      if (isClaude && !openaiUrl)
        foreignModel(variables, 'OpenAI', 'LLM_PROVIDER=anthropic and ANTHROPIC_API_KEY');
      return {
        provider,
        model: model ?? 'gpt-4o',
        temperature,
        apiKey: openaiKey,
        baseUrl: openaiUrl ?? OPENAI_URL,
        timeoutMs,
      };
    case 'anthropic':
      if (!anthropicKey) missingKey(variables, 'LLM_PROVIDER is anthropic', 'ANTHROPIC_API_KEY');
      if (isGpt && !anthropicUrl)
        foreignModel(variables, 'Anthropic', 'LLM_PROVIDER=openai and OPENAI_API_KEY');
      return {
        provider,
        model: model ?? 'claude-sonnet-4-5',
        temperature,
        apiKey: anthropicKey,
        baseUrl: versioned(anthropicUrl ?? ANTHROPIC_URL),
        timeoutMs,
      };
    case 'compatible':
      if (!baseUrl)
        missing(variables, 'LLM_PROVIDER is compatible', 'LLM_BASE_URL', 'http://localhost:11434/v1');
      if (!model) missing(variables, 'A compatible server has no default model', 'LLM_MODEL', 'llama3.1');
      return { provider, model: model ?? '', temperature, apiKey: compatibleKey, baseUrl, timeoutMs };
    case 'offline':
      noteUnused(variables, ['LLM_MODEL'], 'a provider and its key');
      return { provider, model: 'offline', temperature, timeoutMs };
  }
}

/**
 * LLM_BASE_URL first: whoever names a server of their own does not want their messages sent elsewhere because a key
 * for embeddings happens to be set.
 */
function impliedChat(given: {
  baseUrl?: string;
  openaiKey?: string;
  anthropicKey?: string;
  isClaude: boolean;
}): ChatProvider {
  if (given.baseUrl) return 'compatible';
  if (given.anthropicKey && (given.isClaude || !given.openaiKey)) return 'anthropic';
  return given.openaiKey ? 'openai' : 'offline';
}

function readEmbedding(
  variables: Variables,
  { openaiKey, openaiUrl, compatibleKey }: Shared,
): EmbeddingConfig {
  const ownKey = variables.secret('EMBEDDING_API_KEY');
  const baseUrl = variables.baseUrl('EMBEDDING_BASE_URL');
  const model = variables.text('EMBEDDING_MODEL');
  const timeoutMs = variables.seconds('EMBEDDING_TIMEOUT', { fallback: 30 });
  const worker = variables.boolean('EMBEDDING_WORKER', true);
  const provider =
    variables.choice('EMBEDDING_PROVIDER', EMBEDDING_PROVIDERS) ??
    (baseUrl ? 'compatible' : openaiKey ? 'openai' : 'local');

  if (provider !== 'local' && model && model.length > LONGEST_EMBEDDING_MODEL) {
    variables.fail(
      `EMBEDDING_MODEL has ${model.length} characters, and at most ${LONGEST_EMBEDDING_MODEL} can be stored.`,
      'Let the server give the model a shorter name.',
    );
  }

  switch (provider) {
    case 'openai': {
      const apiKey = ownKey ?? openaiKey;
      if (!apiKey) missingKey(variables, 'EMBEDDING_PROVIDER is openai', 'OPENAI_API_KEY');
      return {
        provider,
        model: model ?? 'text-embedding-3-small',
        apiKey,
        baseUrl: baseUrl ?? openaiUrl ?? OPENAI_URL,
        timeoutMs,
        worker,
      };
    }
    case 'compatible':
      if (!baseUrl) {
        missing(
          variables,
          'EMBEDDING_PROVIDER is compatible',
          'EMBEDDING_BASE_URL',
          'http://localhost:11434/v1',
        );
      }
      if (!model)
        missing(variables, 'A compatible server has no default model', 'EMBEDDING_MODEL', 'nomic-embed-text');
      return { provider, model: model ?? '', apiKey: ownKey ?? compatibleKey, baseUrl, timeoutMs, worker };
    case 'local':
      noteUnused(
        variables,
        ['EMBEDDING_MODEL', 'EMBEDDING_BASE_URL', 'EMBEDDING_API_KEY'],
        'EMBEDDING_PROVIDER',
      );
      return { provider, model: LOCAL_EMBEDDING_MODEL, timeoutMs, worker };
  }
}

/** Anthropic's own tools want ANTHROPIC_BASE_URL without /v1, the AI SDK with it; both spellings are in use. */
function versioned(url: string): string {
  return /\/v\d+$/.test(url) ? url : `${url}/v1`;
}

function missingKey(variables: Variables, why: string, key: string): void {
  if (variables.wasRefused(key)) return;
  const [setting = ''] = why.split(' ');
  const keyless = setting === 'LLM_PROVIDER' ? 'LLM_PROVIDER=offline' : 'EMBEDDING_PROVIDER=local';
  variables.fail(`${why}, but ${variables.absence(key)}.`, `Set ${key}, or ${keyless} to do without.`);
}

function missing(variables: Variables, why: string, name: string, example: string): void {
  if (variables.wasRefused(name)) return;
  variables.fail(`${why}, but ${name} is not set.`, `Set ${name}, for example to ${example}.`);
}

function foreignModel(variables: Variables, vendor: string, instead: string): void {
  variables.fail(
    `LLM_MODEL names a model that ${vendor} does not have.`,
    `Remove LLM_MODEL for the default, or set ${instead}.`,
  );
}

function noteUnused(variables: Variables, names: string[], needs: string): void {
  for (const name of names) {
    if (variables.text(name) !== undefined) variables.notices.push(`${name} is not used: it needs ${needs}.`);
  }
}
