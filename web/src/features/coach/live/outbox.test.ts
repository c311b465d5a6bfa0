import { expect, it } from 'vitest';
import { parsed } from './outbox.ts';

it('reads what was kept, also as it was kept before, and nothing of what is broken', () => {
  const waiting = [{ conversation: 'c', id: 'm', text: 'Hello', isLate: true }];
  expect(parsed(JSON.stringify(waiting))).toEqual(waiting);
  expect(parsed('{"c":{"id":"m","text":"Hello"}}')).toEqual([{ conversation: 'c', id: 'm', text: 'Hello' }]);
  expect([parsed(null), parsed('{'), parsed('null')]).toEqual([[], [], []]);
});
