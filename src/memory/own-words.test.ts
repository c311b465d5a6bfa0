import { expect, test } from 'vitest';
import { indexableText } from './indexable.ts';
import { toldText } from './own-words.ts';

const reply =
  'You said:\n\n> I live in Lyon.\n\n> I like it.\n\nSo write:\n> Dear Sir,\n>\n> I live in Lyon.';
const indexed = (metadata: Record<string, unknown> | null, role = 'assistant') =>
  indexableText(reply, role, metadata);
const told = (metadata: Record<string, unknown> | null) =>
  toldText({ text: reply, role: 'assistant', metadata });

test('a person is indexed and told as they are', () => {
  expect(indexed(null, 'user')).toBe(reply);
  expect(toldText({ text: ' > x ', role: 'user', metadata: { engine: 'offline', reply_to: 'm' } })).toBe(
    ' > x ',
  );
});

test('of a reply of which nothing is known, no quotes are', () => {
  for (const metadata of [null, {}, { engine: 'offline' }, { recalled_lines: [] }, { reply_to: 'm' }]) {
    expect(indexed(metadata)).toBe('You said:\n\n\n\nSo write:');
    expect(told(metadata)).toBe('You said:\n\n[…]\nSo write:\n[…]');
  }
});

test('of a reply whose recalled lines are known, the other quotes are', () => {
  const metadata = { reply_to: 'm', engine: 'openai/x', recalled_lines: [2, 4] };
  expect(indexed(metadata)).toBe('You said:\n\n\n\nSo write:\n> Dear Sir,\n>\n> I live in Lyon.');
  expect(told(metadata)).toBe('You said:\n\n[…]\nSo write:\n> Dear Sir,\n>\n> I live in Lyon.');
  expect(indexed({ ...metadata, recalled_lines: [] })).toBe(reply);
});

test('of the offline engine nothing is, nor of what only quotes', () => {
  expect(indexed({ reply_to: 'm', engine: 'offline' })).toBe('');
  expect(told({ reply_to: 'm', engine: 'offline' })).toBe('');
  expect(toldText({ text: '> x\n\n> y\n', role: 'assistant', metadata: null })).toBe('');
});
