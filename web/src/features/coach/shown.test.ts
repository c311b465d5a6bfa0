import { expect, test } from 'vitest';
import { shownMessages, unanswered } from './shown.ts';
import type { ChatMessage, LiveMessage } from './types.ts';

const kept = (message_id: string, role: string, text: string, partial = false): ChatMessage => ({
  id: `row-${message_id}`,
  message_id,
  role,
  text,
  created_at: '2026-01-01T00:00:00.000Z',
  context_type: null,
  engine: null,
  reply_to: null,
  partial,
  sample: false,
  memories: [],
  sources: [],
  rating: null,
});
const live = (id: string, role: 'user' | 'assistant', text: string): LiveMessage => ({
  id,
  role,
  parts: [{ type: 'text', text }],
});
const texts = (messages: { text: string }[]) => messages.map(({ text }) => text);

test('what is on its way stands after what is kept, each message once', () => {
  const shown = shownMessages(
    [kept('u1', 'user', 'Hello'), kept('a1', 'assistant', 'Kept')],
    [live('u1', 'user', 'Hello'), live('a1', 'assistant', 'As it came'), live('u2', 'user', 'And?')],
    true,
  );
  expect(texts(shown)).toEqual(['Hello', 'Kept', 'And?']);
  expect(shown.map(({ isStreaming }) => isStreaming)).toEqual([false, false, false]);
});

test('an answer that comes once more takes the place of the broken one', () => {
  const before = [kept('u1', 'user', 'Hello'), kept('a1', 'assistant', 'Bro', true)];
  expect(unanswered(shownMessages(before, [], false))?.message_id).toBe('u1');
  const shown = shownMessages(before, [live('u1', 'user', 'Hello'), live('a1', 'assistant', 'Anew')], true);
  expect(texts(shown)).toEqual(['Hello', 'Anew']);
  expect(shown[1]?.isStreaming).toBe(true);
});

test('a whole answer leaves nothing open, a last word of the person does', () => {
  const answered = [kept('u1', 'user', 'Hello'), kept('a1', 'assistant', 'Hi')];
  expect(unanswered(shownMessages(answered, [], false))).toBeNull();
  expect(unanswered(shownMessages(answered, [live('u2', 'user', 'So?')], false))?.text).toBe('So?');
});

test('what waits to be sent stands last, and once', () => {
  const waiting = [
    { id: 'u1', text: 'Hello' },
    { id: 'u2', text: 'So?' },
    { id: 'u3', text: 'And?' },
  ];
  const shown = shownMessages([kept('u1', 'user', 'Hello')], [live('u2', 'user', 'So?')], false, waiting);
  expect(texts(shown)).toEqual(['Hello', 'So?', 'And?']);
  expect(shown.at(-1)?.role).toBe('user');
});
