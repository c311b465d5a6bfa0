import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { createDesk } from '../../src/desk/index.ts';
import { type TestApp, testApp } from '../context.ts';

let api: TestApp;
afterEach(() => api.close());

/** As long as a CV may be, and more to find in it than in any real one. */
const line = '- Built services in Python, Go and React for 20 customers, and moved them in 2021.\n';
const hostile = `Ada Example\n\nExperience\nEngineer, Example Ltd, 2019 - 2023\n${line.repeat(4_800)}`;
const posting = 'Engineer\n\nRequirements\n- 5 years of Python\n- Go, React';

interface Answer {
  id: string;
  code?: string;
  remedy?: string;
  cvs: unknown[];
}
const send = async (method: string, path: string, body?: unknown) => {
  const answer = await api.request(method, path, { body });
  return { status: answer.status, body: answer.body as Answer };
};

/** Asks for the health of the app as long as something else goes on; gives the slowest answer, in ms. */
async function slowestUntil(work: Promise<unknown>): Promise<number> {
  let isDone = false;
  const done = () => {
    isDone = true;
  };
  work.then(done, done);
  let slowest = 0;
  while (!isDone) {
    const start = performance.now();
    const { status } = await api.request('GET', '/api/cv');
    expect(status).toBe(200);
    slowest = Math.max(slowest, performance.now() - start);
    await sleep(10);
  }
  return slowest;
}

test('others are answered while an endless CV is read, checked and matched', async () => {
  api = await testApp();
  const work = (async () => {
    const added = await send('POST', '/api/cv', { text: hostile });
    if (added.status !== 201) return [added];
    const path = `/api/cv/${added.body.id}/analyses`;
    return [added, await send('POST', path, { job_text: posting })];
  })();
  // Some 200 ms on a machine with nothing else to do, where all is done in one thread some seconds.
  expect(await slowestUntil(work)).toBeLessThan(10_000);
  // The readers' side of it: in a thread, not between two answers.
  expect(api.context.desk.threadCount).toBeGreaterThan(0);
  for (const { status, body } of await work) {
    if (status !== 201)
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'text_too_complex' });
  }
}, 60_000);

test('a CV that takes too long is refused with a remedy, and not kept', async () => {
  api = await testApp({ overrides: { desk: createDesk({ timeoutMs: 20 }) } });
  const { status, body } = await send('POST', '/api/cv', { text: hostile });
  expect({ status, body }).toMatchObject({
    status: 422,
    body: { code: 'text_too_complex', remedy: expect.stringContaining('few pages') },
  });
  expect((await send('GET', '/api/cv')).body.cvs).toEqual([]);
});

test('no way in takes a longer CV, nor a posting without end', async () => {
  api = await testApp();
  const { id } = (await send('POST', '/api/cv', { text: 'Ada Example\n\nSkills\nPython' })).body;
  const long = { basics: { name: 'Ada', summary: 'x'.repeat(400_000) } };
  for (const [method, path, body, field] of [
    ['POST', '/api/cv', { text: 'x'.repeat(400_001) }, 'text'],
    ['POST', '/api/cv', { json_resume: long }, 'json_resume'],
    ['PATCH', `/api/cv/${id}`, { json_resume: long }, 'json_resume'],
    ['POST', `/api/cv/${id}/analyses`, { job_text: 'x'.repeat(100_000) }, 'job_text'],
    ['POST', `/api/cv/${id}/rewrites`, { job_text: 'x'.repeat(100_001) }, 'job_text'],
  ] as const) {
    const answer = await api.request(method, path, { body });
    expect(answer, `${method} ${path}`).toMatchObject({
      status: 400,
      body: { code: 'invalid_input', errors: [{ field }] },
    });
  }
});

test('closing ends every thread that was started', async () => {
  api = await testApp({ overrides: { desk: createDesk({ light: 0 }) } });
  const before = threads();
  const cv = await send('POST', '/api/cv', { text: `Ada Example\n\nSkills\nPython, Go` });
  await send('POST', '/api/jobs', { text: posting });
  await send('GET', `/api/cv/${cv.body.id}/export?format=docx`);
  // The readers of documents and postings, the desk, the export.
  expect(threads() - before).toBe(4);
  await api.close();
  expect(threads()).toBe(before);
});

/** Of this process. */
const threads = () => (process.report.getReport() as unknown as { workers: unknown[] }).workers.length;
