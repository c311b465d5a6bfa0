import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  breaksOff,
  type FakeOpenAI,
  fails,
  hangs,
  sends,
  startFakeOpenAI,
  wordVector,
} from '../../../test/fakes/index.ts';
import type { EmbeddingConfig } from '../../config/config.ts';
import { EmbeddingRejected, EmbeddingUnavailable } from '../embedding.ts';
import { createEmbeddingEngine } from './index.ts';

const KEY = 'sk-test-0123456789';
const SECRET = 'My salary is 85,000 and nobody knows';

let server: FakeOpenAI;
beforeEach(async () => {
  server = await startFakeOpenAI({ apiKey: KEY });
});
afterEach(() => server.close());

function engine(config: Partial<EmbeddingConfig> = {}) {
  return createEmbeddingEngine({
    provider: 'openai',
    model: 'text-embedding-3-small',
    apiKey: KEY,
    baseUrl: server.url,
    timeoutMs: 5_000,
    worker: true,
    ...config,
  });
}

/** The failure of a call, checked for what must never be in it. */
async function failure(promise: Promise<unknown>): Promise<Error> {
  const error = await promise.then(
    () => expect.fail('did not fail'),
    (reason: unknown) => reason as Error,
  );
  const shown = JSON.stringify([error.message, error.stack, error.cause]);
  expect(shown).not.toContain('salary');
  expect(shown).not.toContain(KEY);
  return error;
}

describe('OpenAI embeddings', () => {
  it('gives unit vectors in the order of the texts', async () => {
    const small = engine();
    expect([small.name, small.dimensions]).toEqual(['openai/text-embedding-3-small', 1536]);
    const texts = ['negotiate a salary', 'write a letter'];
    const vectors = await small.embed(texts);
    for (const [i, vector] of vectors.entries()) {
      expect(vector).toEqual(Float32Array.from(vector));
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      expect(vector[0]).toBeCloseTo(wordVector(texts[i]!, 1536)[0]!, 5);
      expect(vector.every((x, at) => Math.abs(x - wordVector(texts[i]!, 1536)[at]!) < 1e-6)).toBe(true);
    }
    expect(server.requests[0]!.body).not.toHaveProperty('dimensions');
    expect(await small.embed([])).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it('asks a larger model for vectors that can be stored', async () => {
    const large = engine({ model: 'text-embedding-3-large' });
    expect((await large.embed(['x']))[0]).toHaveLength(1536);
    expect(server.requests[0]!.body.dimensions).toBe(1536);
  });

  it('puts vectors that arrive in another order where they belong', async () => {
    const data = [1, 0].map((index) => ({ index, embedding: wordVector(index ? 'letter' : 'salary', 1536) }));
    server.scriptEmbeddings(
      sends(JSON.stringify({ data }), { headers: { 'content-type': 'application/json' } }),
    );
    const vectors = await engine().embed(['salary', 'letter']);
    const [salary] = await engine().embed(['salary']);
    expect(vectors[0]).toEqual(salary);
  });

  it('never sends an empty text', async () => {
    await expect(engine().embed(['fine', '  \n '])).rejects.toThrow(
      new EmbeddingRejected('Text 2 of 2 is empty'),
    );
    expect(server.requests).toHaveLength(0);
  });

  it('cuts what is too long, and once more where the estimate was too low', async () => {
    const [cut] = await engine().embed(['pay '.repeat(20_000)]);
    expect(cut).toHaveLength(1536);
    expect(server.requests).toHaveLength(1);
    // The fake takes four bytes for a token, so these long words are more than they are estimated at.
    await engine().embed([`${'Aa'.repeat(20)} `.repeat(4_000)]);
    expect(server.requests).toHaveLength(3);
    const [sent] = server.requests[2]!.body.input as string[];
    expect(sent!.length).toBe(8191);
  });

  it.each([400, 413, 422])('rejects an input that is refused with %i', async (status) => {
    server.scriptEmbeddings(fails(status, { message: `No: ${SECRET}` }));
    expect(await failure(engine().embed([SECRET]))).toBeInstanceOf(EmbeddingRejected);
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['a wrong key', 401, /OPENAI_API_KEY/],
    ['a key without the right', 403, /OPENAI_API_KEY/],
    ['a wrong model', 404, /EMBEDDING_MODEL/],
    ['an overloaded provider', 503, /503/],
    ['a provider that fails', 500, /500/],
  ])('stays queued for %s (%i)', async (_, status, message) => {
    server.scriptEmbeddings(fails(status, { message: `${KEY} ${SECRET}` }));
    const error = await failure(engine().embed([SECRET]));
    expect(error).toBeInstanceOf(EmbeddingUnavailable);
    expect(error.message).toMatch(message);
    expect(server.requests).toHaveLength(1);
  });

  it('does not set messages aside because of a wrong model name', async () => {
    server.scriptEmbeddings(fails(400, { code: 'model_not_found' }));
    expect(await failure(engine().embed([SECRET]))).toBeInstanceOf(EmbeddingUnavailable);
  });

  it('hands on how long a provider wants to be left alone', async () => {
    server.scriptEmbeddings(fails(429, { headers: { 'retry-after': '7' }, code: 'rate_limit_exceeded' }));
    const error = await failure(engine().embed([SECRET]));
    expect(error).toMatchObject({ name: 'EmbeddingUnavailable', retryAfterMs: 7_000 });
    expect(error.message).toBe('OpenAI answered 429 (rate_limit_exceeded)');
  });

  it('is unavailable when nothing comes, the connection breaks, or nobody is there', async () => {
    server.scriptEmbeddings(hangs(), breaksOff('x'));
    const slow = engine({ timeoutMs: 100 });
    expect(await failure(slow.embed([SECRET]))).toMatchObject({ message: 'OpenAI did not answer in time' });
    expect(await failure(engine().embed([SECRET]))).toBeInstanceOf(EmbeddingUnavailable);
    const nobody = engine({ baseUrl: 'http://127.0.0.1:1/v1' });
    expect(await failure(nobody.embed([SECRET]))).toMatchObject({ name: 'EmbeddingUnavailable' });
  });

  it.each([
    ['too few vectors', { data: [] }],
    ['zeros', { data: [{ embedding: new Array(1536).fill(0) }] }],
    ['other dimensions', { data: [{ embedding: [1, 0] }] }],
    ['nulls', { data: [{ embedding: new Array(1536).fill(null) }] }],
    ['no JSON', '<html>'],
  ])('is unavailable when the answer is %s', async (_, body) => {
    server.scriptEmbeddings(sends(typeof body === 'string' ? body : JSON.stringify(body)));
    expect(await failure(engine().embed([SECRET]))).toBeInstanceOf(EmbeddingUnavailable);
  });

  it('ends with the reason of the caller who aborts', async () => {
    server.scriptEmbeddings(hangs());
    const controller = new AbortController();
    const call = engine().embed([SECRET], controller.signal);
    setTimeout(() => controller.abort(new Error('shutting down')), 50);
    await expect(call).rejects.toThrow('shutting down');
  });
});

describe('a compatible server', () => {
  it('tells its dimensions with the first answer', async () => {
    const ollama = await startFakeOpenAI({ dimensions: 768 });
    const local = engine({
      provider: 'compatible',
      model: 'nomic-embed-text',
      apiKey: undefined,
      baseUrl: ollama.url,
    });
    expect([local.name, local.dimensions]).toEqual(['compatible/nomic-embed-text', 0]);
    expect((await local.embed(['x']))[0]).toHaveLength(768);
    expect(local.dimensions).toBe(768);
    expect(ollama.requests[0]!.headers.authorization).toBeUndefined();
    await ollama.close();
  });

  it('is sent shorter texts where its model takes no more', async () => {
    const small = await startFakeOpenAI({ dimensions: 384, maxTokens: 512 });
    const tei = engine({ provider: 'compatible', model: 'bge-small', baseUrl: small.url });
    expect(await tei.embed(['A long story about my career. '.repeat(1_000), 'short'])).toHaveLength(2);
    await small.close();
  });

  it('may not have more dimensions than can be stored', async () => {
    const big = await startFakeOpenAI({ dimensions: 4096 });
    const error = await failure(
      engine({ provider: 'compatible', model: 'big', baseUrl: big.url }).embed([SECRET]),
    );
    expect(error).toBeInstanceOf(EmbeddingUnavailable);
    expect(error.message).toMatch(/EMBEDDING_MODEL \(big\) gives 4096 dimensions/);
    await big.close();
  });
});
