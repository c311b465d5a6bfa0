import { generateText, streamText, tool } from 'ai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  breaksOff,
  calls,
  type FakeAnthropic,
  type FakeOpenAI,
  fails,
  failsMidStream,
  fallsSilent,
  hangs,
  type RecordedRequest,
  type Scripted,
  says,
  sends,
  startFakeAnthropic,
  startFakeOpenAI,
} from '../../../test/fakes/index.ts';
import type { ChatConfig, ChatProvider } from '../../config/config.ts';
import { AppError } from '../../kernel/errors.ts';
import { providerFailure } from './errors.ts';
import { callSettings, createChatModel } from './model.ts';

const KEY = 'sk-test-0123456789';
const PROMPT = 'My salary is 85,000 and nobody knows';

let openai: FakeOpenAI;
let anthropic: FakeAnthropic;
beforeEach(async () => {
  openai = await startFakeOpenAI({ apiKey: KEY });
  anthropic = await startFakeAnthropic({ apiKey: KEY });
});
afterEach(async () => {
  await openai.close();
  await anthropic.close();
});

const providers = ['openai', 'anthropic', 'compatible'] as const;
const keyVariables = { openai: 'OPENAI_API_KEY', anthropic: 'ANTHROPIC_API_KEY', compatible: 'LLM_API_KEY' };
const server = (provider: ChatProvider) => (provider === 'anthropic' ? anthropic : openai);
const script = (provider: ChatProvider, ...answers: Scripted[]) => server(provider).script(...answers);
const lastRequest = (provider: ChatProvider) => server(provider).requests.at(-1) as RecordedRequest;

function model(provider: ChatProvider, overrides: Partial<ChatConfig> = {}) {
  const baseUrl = server(provider).url;
  const config = { provider, model: 'gpt-4o', apiKey: KEY, baseUrl, timeoutMs: 5_000, ...overrides };
  return createChatModel(config)!.languageModel;
}

const ask = (provider: ChatProvider, overrides: Partial<ChatConfig> = {}) =>
  generateText({ model: model(provider, overrides), prompt: PROMPT, maxRetries: 0 });

/** The words of a streamed answer as they came, and the error it ended with. */
async function stream(provider: ChatProvider, overrides: Partial<ChatConfig> = {}) {
  const deltas: string[] = [];
  let error: unknown;
  const result = streamText({
    model: model(provider, overrides),
    prompt: PROMPT,
    maxRetries: 0,
    onError: () => {},
  });
  for await (const part of result.stream) {
    if (part.type === 'text-delta') deltas.push(part.text);
    if (part.type === 'error') error = part.error;
  }
  return { deltas, error, finishReason: deltas.length ? await result.finishReason : undefined };
}

async function failureOf(call: Promise<unknown>): Promise<AppError> {
  const failure = providerFailure(
    await call.then(
      () => expect.fail('did not fail'),
      (error: unknown) => error,
    ),
  );
  expect(failure).toBeInstanceOf(AppError);
  const shown = JSON.stringify([failure, failure.message, failure.stack, failure.cause]);
  expect(shown).not.toContain('salary');
  expect(shown).not.toContain(KEY);
  return failure;
}

it('is null offline, and labelled otherwise', () => {
  expect(createChatModel({ provider: 'offline', model: 'offline', timeoutMs: 1_000 })).toBeNull();
  const claude = createChatModel({ provider: 'anthropic', model: 'claude-sonnet-4-5', timeoutMs: 1_000 });
  expect(claude).toMatchObject({ provider: 'anthropic', engine: 'anthropic/claude-sonnet-4-5' });
});

it('passes a temperature only where one is set', () => {
  expect(callSettings({})).toEqual({});
  expect(callSettings({ temperature: 0 })).toEqual({ temperature: 0 });
});

it('asks OpenAI not to keep the conversation', async () => {
  script('openai', 'ok');
  await ask('openai');
  expect(lastRequest('openai')).toMatchObject({ path: '/v1/responses', body: { store: false } });
});

describe.each(providers)('%s', (provider) => {
  it('answers with a text, whole and streamed', async () => {
    script(provider, 'Know your number.', says('Know your number, then ask.', { chunkDelayMs: 1 }));
    const whole = await ask(provider);
    expect(whole.text).toBe('Know your number.');
    expect(whole.usage.inputTokens).toBeGreaterThan(0);
    expect(JSON.stringify(lastRequest(provider).body)).toContain(PROMPT);
    const streamed = await stream(provider);
    expect(streamed.deltas).toEqual(['Know', ' your', ' number,', ' then', ' ask.']);
    expect(streamed.finishReason).toBe('stop');
  });

  it.each(['whole', 'streamed'])('calls a tool and goes on with its result (%s)', async (way) => {
    script(
      provider,
      calls([{ name: 'recall', input: { query: 'pay' } }], 'Let me look.'),
      'You earn 85,000.',
    );
    const before = server(provider).requests.length;
    const recall = tool({
      inputSchema: z.object({ query: z.string() }),
      execute: ({ query }) => ({ found: `${query}: 85,000` }),
    });
    const options = {
      model: model(provider),
      prompt: 'What do I earn?',
      tools: { recall },
      stopWhen: ({ steps }: { steps: unknown[] }) => steps.length === 2,
    };
    const result = way === 'whole' ? await generateText(options) : streamText(options);
    expect(await result.text).toBe('You earn 85,000.');
    const requests = server(provider).requests.slice(before);
    expect(requests).toHaveLength(2);
    expect(JSON.stringify(requests[1]!.body)).toContain('pay: 85,000');
  });

  it('names the key that is wrong', async () => {
    const failure = await failureOf(ask(provider, { apiKey: 'sk-wrong-key' }));
    expect(failure).toMatchObject({ code: 'llm_failed', status: 502 });
    expect(failure.detail).toContain(keyVariables[provider]);
    expect(failure.detail).not.toContain('sk-wrong-key');
  });

  it('hands on how long it wants to be left alone', async () => {
    script(provider, fails(429, { headers: { 'retry-after': '12' } }));
    const failure = await failureOf(ask(provider));
    expect(failure).toMatchObject({ code: 'llm_unavailable', status: 503, retryAfter: 12 });
  });

  it.each([500, 503, 529])('is unavailable after %i', async (status) => {
    script(provider, fails(status, { message: `${KEY} ${PROMPT}` }));
    expect(await failureOf(ask(provider))).toMatchObject({ code: 'llm_unavailable', status: 503 });
  });

  it('has failed when it refuses or answers nonsense', async () => {
    script(provider, fails(400, { message: PROMPT }), fails(404), sends('<html>'));
    for (let i = 0; i < 3; i++) expect(await failureOf(ask(provider))).toMatchObject({ code: 'llm_failed' });
  });

  it('is given up when it stays silent, at the start or in the middle', async () => {
    script(provider, hangs(), hangs(), fallsSilent('one two three four five six'), fallsSilent('one two'));
    // What is said before the silence has to arrive within it, on a busy machine too.
    const impatient = { timeoutMs: 400 };
    expect(await failureOf(ask(provider, impatient))).toMatchObject({ code: 'llm_unavailable' });
    for (const expected of [[], expect.arrayContaining(['one'])]) {
      const { deltas, error } = await stream(provider, impatient);
      expect(deltas).toEqual(expected);
      expect(await failureOf(Promise.reject(error))).toMatchObject({ code: 'llm_unavailable' });
    }
    expect(await failureOf(ask(provider, impatient))).toMatchObject({ code: 'llm_unavailable' });
  });

  it('may take longer than the limit as long as it keeps talking', async () => {
    script(provider, says('one two three four five six seven eight', { chunkDelayMs: 160 }));
    const { deltas, error } = await stream(provider, { timeoutMs: 1_000 });
    expect(error).toBeUndefined();
    expect(deltas).toHaveLength(8);
  });

  it('is unavailable when the connection breaks, in a body or in a stream', async () => {
    script(provider, breaksOff('one two three'), breaksOff('one two three four five six'));
    expect(await failureOf(ask(provider))).toMatchObject({ code: 'llm_unavailable' });
    const { deltas, error, finishReason } = await stream(provider);
    expect(deltas).toContain('one');
    expect(finishReason).toBe('error');
    expect(await failureOf(Promise.reject(error))).toMatchObject({ code: 'llm_unavailable' });
  });

  it('is unavailable when it reports an error inside the stream', async () => {
    script(provider, failsMidStream('one two three four five six'), failsMidStream('one', { after: 1 }));
    for (let i = 0; i < 2; i++) {
      const { error } = await stream(provider);
      expect(await failureOf(Promise.reject(error))).toMatchObject({ code: 'llm_unavailable' });
    }
  });

  it('is told to stop when the caller hangs up', async () => {
    script(provider, says('one two three four five six', { chunkDelayMs: 100 }));
    const controller = new AbortController();
    const result = streamText({ model: model(provider), prompt: PROMPT, abortSignal: controller.signal });
    for await (const part of result.stream) if (part.type === 'text-delta') controller.abort();
    await expect.poll(() => lastRequest(provider).aborted).toBe(true);
  });

  it('is unavailable when nobody is there', async () => {
    const failure = await failureOf(ask(provider, { baseUrl: 'http://127.0.0.1:1/v1' }));
    expect(failure).toMatchObject({ code: 'llm_unavailable', retryAfter: 5 });
    expect(failure.detail).toContain('could not be reached');
  });
});

it('leaves an AppError as it is, and keeps the stack of an error of our own', async () => {
  const known = new AppError('not_found', { status: 404, title: 'Not found' });
  expect(providerFailure(known)).toBe(known);
  const ours = new RangeError('a bug');
  expect(providerFailure(ours)).toMatchObject({ code: 'llm_failed', cause: ours });
  expect(providerFailure(undefined).code).toBe('llm_failed');
});
