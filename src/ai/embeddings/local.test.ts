import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { EmbeddingRejected, EmbeddingUnavailable } from '../embedding.ts';
import { createLocalEngine } from './local.ts';

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

/** An engine whose threads the test can see. */
function engineWithThreads(options: { idleMs?: number; stuckMs?: number; file?: URL } = {}) {
  const threads: Worker[] = [];
  const startThread = () => {
    const thread = new Worker(options.file ?? new URL('./local-worker.ts', import.meta.url));
    threads.push(thread);
    return thread;
  };
  return { engine: createLocalEngine({ ...options, startThread }), threads };
}

describe('the local engine', { timeout: 60_000 }, () => {
  const engine = createLocalEngine();
  afterAll(() => engine.close());

  // Other questions that begin with «How do I» come close too: the model hears the form of a sentence.
  it('finds what is about the same thing', async () => {
    const query = 'How do I negotiate salary?';
    const related = [
      'What are good salary negotiation tips?',
      'How to ask for a raise?',
      'Salary discussion strategies',
    ];
    const unrelated = [
      'My commute takes an hour each way',
      'Which font should a CV use?',
      'I learned Python in a boot camp last year',
      'The interviewer asked about my biggest weakness',
      'My team uses Kubernetes in production',
      'Should I wear a suit to the interview?',
      'My manager is on parental leave until June',
      'Where can I find remote jobs in Europe?',
      'What is the dress code at the new office?',
      'I would like to become a nurse',
    ];
    const [target, ...others] = await engine.embed([query, ...related, ...unrelated]);
    const scores = others.map((vector) => dot(target!, vector));
    expect(Math.min(...scores.slice(0, 3))).toBeGreaterThan(Math.max(...scores.slice(3)));
  });

  it('gives unit vectors of 512, the same for the same text whatever it comes with', async () => {
    const [alone] = await engine.embed(['I was promoted to team lead']);
    const batch = await engine.embed([
      'Something longer that comes first',
      'I was promoted to team lead',
      'x',
    ]);
    expect(alone).toHaveLength(512);
    expect(engine.dimensions).toBe(512);
    expect(batch[1]).toEqual(alone);
    for (const vector of batch) expect(dot(vector, vector)).toBeCloseTo(1, 5);
  });

  it('reads the end of a long text', async () => {
    const start = 'We talked about the weather and the garden for a while. '.repeat(40);
    const [plain, withEnd, topic] = await engine.embed([
      start,
      `${start}${'Please help me negotiate a higher salary. '.repeat(20)}`,
      'Please help me negotiate a higher salary.',
    ]);
    expect(dot(withEnd!, topic!)).toBeGreaterThan(dot(plain!, topic!) + 0.05);
  });

  it('takes any characters but no empty text', async () => {
    const odd = ['你好，薪水', '😀', '\u200b', '\ud800', 'مرحبا', 'a'.repeat(2_000)];
    expect(await engine.embed(odd)).toHaveLength(odd.length);
    expect(await engine.embed([])).toEqual([]);
    await expect(engine.embed(['fine', ' \n\t'])).rejects.toThrow(EmbeddingRejected);
  });

  it('lets a query overtake a batch, and gives up what is aborted', async () => {
    const finished: string[] = [];
    const controller = new AbortController();
    const batch = engine.embed(Array.from({ length: 32 }, (_, i) => `A message of a batch, number ${i}`));
    const dropped = engine.embed(['one', 'two'], controller.signal);
    const settled = [
      batch.then(() => finished.push('batch')),
      engine.embed(['a query']).then(() => finished.push('query')),
      expect(dropped).rejects.toThrow('no longer needed'),
    ];
    controller.abort(new Error('no longer needed'));
    await Promise.all(settled);
    expect(finished).toEqual(['query', 'batch']);
    await expect(engine.embed(['x'], AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
  });
});

describe('the thread of the local engine', { timeout: 60_000 }, () => {
  it('is started by the first text, ended when idle, and started again', async () => {
    const { engine, threads } = engineWithThreads({ idleMs: 50 });
    expect(threads).toHaveLength(0);
    await engine.embed(['first']);
    const ended = new Promise((resolve) => threads[0]!.once('exit', resolve));
    await ended;
    await engine.embed(['second']);
    expect(threads).toHaveLength(2);
    await engine.close();
    await expect(engine.embed(['third'])).rejects.toThrow(EmbeddingUnavailable);
  });

  it('may crash: the call at work fails, the next one gets a fresh thread', async () => {
    const { engine, threads } = engineWithThreads();
    const lost = engine.embed(['lost'], undefined);
    const expectation = expect(lost).rejects.toThrow(EmbeddingUnavailable);
    await threads[0]!.terminate();
    await expectation;
    expect(await engine.embed(['found'])).toHaveLength(1);
    expect(threads).toHaveLength(2);
    await engine.close();
  });

  it('is given up when it hangs or throws', async () => {
    const silent = new URL(
      'data:text/javascript,import { parentPort } from "node:worker_threads"; parentPort.on("message", () => {});',
    );
    const hanging = engineWithThreads({ stuckMs: 300, file: silent });
    await expect(hanging.engine.embed(['x'])).rejects.toThrow('did not answer in time');
    const throwing = engineWithThreads({ file: new URL('data:text/javascript,throw new Error("broken")') });
    await expect(throwing.engine.embed(['x'])).rejects.toThrow(EmbeddingUnavailable);
    await sleep(0);
  });
});
