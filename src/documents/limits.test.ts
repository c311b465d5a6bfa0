import { setTimeout as sleep } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { makePdf } from '../../test/fakes/pdf.ts';
import { createDocuments, type Documents } from './index.ts';

let documents: Documents;
afterEach(() => documents.close());

/** A file of 10 kB whose page has five million operators: it keeps a reader busy for longer than anybody waits. */
const endless = makePdf([{ content: '', packed: deflateSync(Buffer.from('q '.repeat(5_000_000))) }]);
const text = Buffer.from('Ada Example');

test('a document that takes too long is given up, and the next one is read', async () => {
  documents = createDocuments({ timeoutMs: 1_500 });
  const late = documents.read(endless);
  const next = documents.read(text);
  await expect(late).rejects.toMatchObject({ status: 422, code: 'file_too_complex' });
  expect((await next).text).toBe('Ada Example\n');
});

test('beyond the queue, files are refused for now', async () => {
  documents = createDocuments({ queueLength: 1 });
  const stop = new AbortController();
  const running = documents.read(endless, { signal: stop.signal });
  const waiting = documents.read(text);
  await expect(documents.read(text)).rejects.toMatchObject({
    status: 503,
    code: 'documents_busy',
    retryAfter: expect.any(Number),
  });
  await sleep(50);
  stop.abort();
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  expect((await waiting).text).toBe('Ada Example\n');
  expect((await documents.read(text)).text).toBe('Ada Example\n');
});

test('whoever leaves while waiting costs nothing', async () => {
  documents = createDocuments();
  const stop = new AbortController();
  const first = documents.read(text);
  const second = documents.read(endless, { signal: stop.signal });
  stop.abort();
  await expect(second).rejects.toMatchObject({ name: 'AbortError' });
  expect((await first).kind).toBe('text');
});

test('the thread ends when there is nothing to do, and starts again', async () => {
  documents = createDocuments({ idleMs: 10 });
  await documents.read(text);
  await sleep(60);
  expect((await documents.read(text)).text).toBe('Ada Example\n');
});

test('once closed, nothing is read', async () => {
  documents = createDocuments();
  const running = documents.read(endless);
  running.catch(() => {});
  await sleep(20);
  await documents.close();
  await expect(running).rejects.toMatchObject({ status: 503 });
  await expect(documents.read(text)).rejects.toMatchObject({ status: 503 });
});
