import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  calls,
  type FakeOpenAI,
  fails,
  says,
  startFakeAnthropic,
  startFakeOpenAI,
  wordVector,
} from './index.ts';

let openai: FakeOpenAI;
beforeEach(async () => {
  openai = await startFakeOpenAI();
});
afterEach(() => openai.close());

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
const dot = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

describe('the fake OpenAI', () => {
  it('gives the same vectors as numbers and as base64', async () => {
    const embed = async (encoding_format: string) => {
      const response = await post(`${openai.url}/embeddings`, {
        model: 'm',
        input: ['negotiate'],
        encoding_format,
      });
      return ((await response.json()) as { data: { embedding: unknown }[] }).data[0]!.embedding;
    };
    const numbers = (await embed('float')) as number[];
    const bytes = Buffer.from((await embed('base64')) as string, 'base64');
    const floats = new Float32Array(bytes.buffer, bytes.byteOffset, 1536);
    expect(numbers).toHaveLength(1536);
    expect([...floats].every((x, i) => Math.abs(x - numbers[i]!) < 1e-6)).toBe(true);
  });

  it('puts texts that share words near each other', () => {
    const [query, near, far] = [
      'How do I negotiate salary?',
      'salary negotiation tips',
      'I moved to Oslo',
    ].map((text) => wordVector(text, 1536));
    expect(dot(query!, query!)).toBeCloseTo(1);
    expect(dot(query!, near!)).toBeGreaterThan(0.7);
    expect(Math.abs(dot(query!, far!))).toBeLessThan(0.2);
  });

  it.each([[['']], [[]], [['x', 7]], [new Array(2049).fill('x')], [['x'.repeat(40_000)]]])(
    'refuses %.30j',
    async (input) => {
      expect((await post(`${openai.url}/embeddings`, { model: 'm', input })).status).toBe(400);
    },
  );

  it('records requests and answers from the script, then from the fallback', async () => {
    openai.script('one', fails(429, { headers: { 'retry-after': '3' } }), (request) =>
      says(`saw ${request.body.n}`),
    );
    openai.always('always');
    const say = async (n: number) => {
      const response = await post(`${openai.url}/chat/completions`, { model: 'm', messages: [], n });
      const body = (await response.json()) as { choices?: { message: { content: string } }[] };
      return (
        body.choices?.[0]?.message.content ??
        `${response.status} after ${response.headers.get('retry-after')}`
      );
    };
    expect([await say(1), await say(2), await say(3), await say(4)]).toEqual([
      'one',
      '429 after 3',
      'saw 3',
      'always',
    ]);
    expect(openai.requests.map(({ path, body }) => [path, body.n])).toEqual(
      [1, 2, 3, 4].map((n) => ['/v1/chat/completions', n]),
    );
  });
});

it('the fake Anthropic streams events by their names and insists on its headers', async () => {
  const anthropic = await startFakeAnthropic({ apiKey: 'k' });
  anthropic.script(calls([{ name: 'recall', input: { query: 'pay' } }], 'Let me look.'));
  const url = `${anthropic.url}/messages`;
  const body = { model: 'm', max_tokens: 100, messages: [{ role: 'user', content: 'hi' }], stream: true };
  expect((await post(url, body)).status).toBe(401);
  expect((await post(url, body, { 'x-api-key': 'k' })).status).toBe(400);
  const text = await (await post(url, body, { 'x-api-key': 'k', 'anthropic-version': '2023-06-01' })).text();
  const events = [...text.matchAll(/^event: (.*)$/gm)].map((match) => match[1]);
  expect(events.slice(0, 3)).toEqual(['message_start', 'ping', 'content_block_start']);
  expect(events.at(-1)).toBe('message_stop');
  expect(text).toContain('"stop_reason":"tool_use"');
  await anthropic.close();
});
