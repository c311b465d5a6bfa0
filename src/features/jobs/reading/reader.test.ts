import { expect, test } from 'vitest';
import { createReader } from './reader.ts';

test('what no parser gets through is given up, while others are read', async () => {
  const reader = createReader({ timeoutMs: 5_000 });
  try {
    const stuck = reader.read({ kind: 'html', html: '<div>'.repeat(400_000), url: null, given: {} });
    const failed = expect(stuck).rejects.toMatchObject({ code: 'posting_unreadable', status: 422 });
    const read = await reader.read({ kind: 'text', text: 'Cook\nBistro Bleu\n\nWe cook.', given: {} });
    expect(read).toMatchObject({ kind: 'posting', draft: { title: 'Cook' } });
    await failed;
  } finally {
    await reader.close();
  }
  // On a busy machine a thread takes seconds to start.
}, 60_000);

test('only so many wait, and nobody waits for a reader that was closed', async () => {
  const reader = createReader({ threads: 1, waiting: 1 });
  const task = { kind: 'text', text: 'Cook', given: {} } as const;
  const results = Promise.allSettled([1, 2].map(() => reader.read(task)));
  await expect(reader.read(task)).rejects.toMatchObject({ code: 'postings_busy', status: 503 });
  await reader.close();
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(reader.read(task)).rejects.toMatchObject({ code: 'postings_busy' });
});
