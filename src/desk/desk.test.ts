import { afterEach, expect, test } from 'vitest';
import { matchCv } from '../career/match/index.ts';
import { parseCv } from '../career/parse/index.ts';
import { readPosting } from '../career/posting/index.ts';
import { documentFromText } from '../documents/index.ts';
import { createDesk, type Desk } from './index.ts';

let desk: Desk;
afterEach(() => desk.close());

const text = `Ada Example
ada@example.org

Experience
Engineer, Example Ltd, 2019 - 2023
- Built services in Go and Python

Skills
Go, Python, PostgreSQL`;
const posting = { title: 'Engineer', text: 'Requirements\n- 3 years of Go\n- Kubernetes' };

test('a short text is worked on at once, a long one in a thread, with the same result', async () => {
  const document = documentFromText(text);
  const today = new Date('2026-01-01T00:00:00Z');
  const cv = parseCv(document);
  const match = matchCv({ resume: cv.resume, cvText: document.text, cvSpans: cv.spans }, posting, { today });
  for (const [light, threads] of [
    [40_000, 0],
    [0, 1],
  ] as const) {
    desk = createDesk({ light });
    expect(await desk.run('parseCv', [document])).toEqual(cv);
    expect(await desk.run('readPosting', [posting])).toEqual(readPosting(posting));
    const held = { resume: cv.resume, cvText: document.text, cvSpans: cv.spans };
    expect(await desk.run('matchCv', [held, posting, { today }])).toEqual(match);
    const input = { resume: cv.resume, text: document.text, spans: cv.spans, document, today };
    const { readability } = await desk.run('runChecks', [input]);
    expect(readability.total).toBeGreaterThan(5);
    expect(desk.threadCount).toBe(threads);
    await desk.close();
  }
});

test('what takes too long is given up, with a remedy', async () => {
  desk = createDesk({ timeoutMs: 1, light: 0 });
  const document = documentFromText(text.repeat(200));
  await expect(desk.run('parseCv', [document])).rejects.toMatchObject({
    status: 422,
    code: 'text_too_complex',
    remedy: expect.stringContaining('few pages'),
  });
});

test('beyond the queue, texts are refused for now', async () => {
  desk = createDesk({ light: 0, threads: 1, waiting: 0 });
  const first = desk.run('readPosting', [posting]);
  await expect(desk.run('readPosting', [posting])).rejects.toMatchObject({
    status: 503,
    code: 'texts_busy',
    retryAfter: 5,
  });
  expect((await first).title).toBe('Engineer');
});

test('whoever has left is not worked for', async () => {
  desk = createDesk();
  const signal = AbortSignal.abort();
  await expect(desk.run('readPosting', [posting], { signal })).rejects.toMatchObject({ name: 'AbortError' });
});
