import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { retry } from './retry.ts';

class Passing extends Error {}
const isTransient = (error: unknown) => error instanceof Passing;

/** Work that fails so many times, after so long each. */
function failing(times: number, ms = 0) {
  return async (attempt: number) => {
    await sleep(ms);
    if (attempt <= times) throw new Passing(`attempt ${attempt}`);
    return attempt;
  };
}

test('goes on while the failure passes and there is time', async () => {
  const told: number[] = [];
  const onRetry = (_: unknown, attempt: number) => told.push(attempt);
  expect(await retry(failing(3), { isTransient, forMs: 5_000, firstDelayMs: 1, onRetry })).toBe(4);
  expect(told).toEqual([1, 2, 3]);
});

test('ends when the time is over, and at once with a failure that stays', async () => {
  await expect(retry(failing(9), { isTransient, forMs: 0 })).rejects.toThrow('attempt 1');
  await expect(retry(failing(9), { isTransient: () => false, forMs: 5_000 })).rejects.toThrow('attempt 1');
});

test('makes a second attempt where the cause is gone, however late, and no third', async () => {
  const options = { isTransient, isOver: isTransient, forMs: 10 };
  expect(await retry(failing(1, 30), options)).toBe(2);
  await expect(retry(failing(2, 30), options)).rejects.toThrow('attempt 2');
});
