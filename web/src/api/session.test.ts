import { afterEach, expect, test, vi } from 'vitest';
import { newSession, onSessionLost, sessionNow } from './session.ts';

afterEach(() => vi.unstubAllGlobals());

test('a loss before anybody listens is told to the first who does, once', async () => {
  vi.stubGlobal('fetch', async () => new Response('{}', { status: 201 }));
  await newSession('session_expired', sessionNow());
  const told: string[] = [];
  const away = onSessionLost(() => told.push('first'));
  onSessionLost(() => told.push('second'));
  expect(told).toEqual(['first']);
  away();
  await newSession('session_expired', sessionNow());
  expect(told).toEqual(['first', 'second']);
});
