import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../context.ts';
import { type FakeOpenAI, fails, says, startFakeOpenAI } from '../fakes/index.ts';

/*
 * What a language model calls the clusters: from their terms and counts alone, and where it fails the terms stay their names.
 */

let model: FakeOpenAI;
let app: TestApp;

beforeAll(async () => {
  model = await startFakeOpenAI();
  app = await testApp({
    env: { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: model.url, INSIGHTS_WORKER: 'false' },
  });
  for (let i = 0; i < 5; i++) {
    const text = `How do I negotiate a salary offer? Quaxton${i} told me not to.`;
    await app.context.memory.remember(`asker-${i}`, [{ text, role: 'user' }]);
  }
  await app.context.memory.queue.drain();
});
afterAll(async () => {
  await app?.close();
  await model?.close();
});

async function clustered() {
  await app.context.analytics.request();
  expect(await app.context.analytics.work()).toBe('done');
  const get = async (path: string) =>
    (await app.request('GET', `/api/admin/insights/${path}`)).body as Record<string, unknown>;
  const { clusters } = (await get('clusters')) as { clusters: { title: string }[] };
  const { last_run } = (await get('status')) as { last_run: { named_by: string } };
  return { titles: clusters.map(({ title }) => title), named_by: last_run.named_by };
}

test('a model names them, given words that enough people say and nobody’s text', async () => {
  model.script(says(JSON.stringify({ names: [{ number: 1, title: 'Negotiating a   salary' }] })));
  expect(await clustered()).toEqual({ titles: ['Negotiating a salary'], named_by: app.context.chat!.engine });
  const sent = JSON.stringify(model.requests.at(-1)!.body);
  expect(sent).toContain('salary');
  expect(sent).not.toMatch(/quaxton|told me|asker/i);
});

test('where the model fails, the terms are the names, and the status says so', async () => {
  model.script(fails(401, { message: 'Incorrect API key' }));
  const { titles, named_by } = await clustered();
  expect(named_by).toBe('terms');
  expect(titles).toHaveLength(1);
  expect(titles[0]).toMatch(/salary/);
});

test('names of clusters that there are not, and what is no JSON, change nothing', async () => {
  model.script(says(JSON.stringify({ names: [{ number: 7, title: 'Of no cluster' }] })));
  const { titles } = await clustered();
  expect(titles[0]).toMatch(/salary/);
});
