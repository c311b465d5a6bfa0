import type { ServerResponse } from 'node:http';
import { openaiFailure } from './openai-chat.ts';
import { type RecordedRequest, sendJson } from './server.ts';
import { wordVector } from './word-vectors.ts';

/** What the API takes in one call, and how long one input may be. A token is taken to be four bytes. */
const MAX_INPUTS = 2048;

export interface EmbeddingLimits {
  /** What the model gives when no `dimensions` are asked for. */
  dimensions: number;
  maxTokens: number;
}

/** POST /v1/embeddings, with the checks that the real one makes. */
export function answerEmbeddings(
  request: RecordedRequest,
  response: ServerResponse,
  limits: EmbeddingLimits,
): void {
  const { input, model, encoding_format, dimensions } = request.body;
  const texts = textsOf(input);
  const problem = texts
    ? tooLong(texts, limits.maxTokens)
    : "'$.input' is invalid. Please check the API reference.";
  if (!texts || problem) {
    sendJson(response, 400, openaiFailure(400, problem ?? ''));
    return;
  }
  const data = texts.map((text, index) => {
    const vector = wordVector(text, typeof dimensions === 'number' ? dimensions : limits.dimensions);
    const embedding =
      encoding_format === 'base64'
        ? Buffer.from(Float32Array.from(vector).buffer).toString('base64')
        : vector;
    return { object: 'embedding', index, embedding };
  });
  const prompt_tokens = texts.reduce((sum, text) => sum + tokensOf(text), 0);
  const usage = { prompt_tokens, total_tokens: prompt_tokens };
  sendJson(response, 200, { object: 'list', data, model, usage });
}

function textsOf(input: unknown): string[] | undefined {
  const texts: unknown[] = Array.isArray(input) ? input : [input];
  const valid =
    texts.length > 0 && texts.length <= MAX_INPUTS && texts.every((text) => text && typeof text === 'string');
  return valid ? (texts as string[]) : undefined;
}

function tooLong(texts: string[], limit: number): string | undefined {
  const longest = Math.max(...texts.map(tokensOf));
  if (longest <= limit) return undefined;
  return `This model's maximum context length is ${limit} tokens, however you requested ${longest} tokens.`;
}

const tokensOf = (text: string) => Math.ceil(Buffer.byteLength(text) / 4);
