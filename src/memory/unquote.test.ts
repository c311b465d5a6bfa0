import { expect, test } from 'vitest';
import { withoutQuotes } from './unquote.ts';

const said = 'Hello. I live in Gdansk.\nMy rent is 700 euros.';

test('quotes of what is forgotten go, whole or in part', () => {
  expect(withoutQuotes('On 3 May 2026 you said:\n\n> I live in Gdansk.\n\nMore?', said)).toBe(
    'On 3 May 2026 you said:\n\n> (forgotten)\n\nMore?',
  );
  expect(withoutQuotes('> … My rent is 700 euros', said)).toBe('> (forgotten)');
  expect(withoutQuotes('> Hello. I live in Gdansk. My rent is 700 euros.', said)).toBe('> (forgotten)');
});

test.each([
  '"I live in Gdansk."',
  '“I live in Gdansk”',
  '*I live in Gdansk.*',
  '- I live in Gdansk.',
  '«I live in Gdansk»',
])('so do quotes as a model writes them: %s', (quote) =>
  expect(withoutQuotes(`> ${quote}`, said)).toBe('> (forgotten)'),
);

test('a hostile line takes no time', () => {
  const started = performance.now();
  for (const part of [': **', ': **a** ', ': ** You said on ', '*', '"'])
    withoutQuotes(
      `${part.repeat(100_000 / part.length)}:\n\n> I live in Gdansk.\n> ${part.repeat(20_000)}x`,
      said,
    );
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('so does the value that is told above its quote, and a correction within one', () => {
  expect(
    withoutQuotes('Where you live: **Gdansk**. You said on 3 May 2026:\n\n> I live in Gdansk.', said),
  ).toBe('Where you live: **(forgotten)**. You said on 3 May 2026:\n\n> (forgotten)');
  expect(withoutQuotes('> I earn 50k (corrected on 3 May: «No, 52k»).', 'No, 52k')).toBe(
    '> I earn 50k (corrected on 3 May: «(forgotten)»).',
  );
});

test('quotes of other messages, and words that are no quote, stay', () => {
  for (const reply of [
    '> I live in Sopot.',
    'I live in Gdansk.',
    '> I',
    'Is **Gdansk** far?\n\n> I live in Sopot.',
  ])
    expect(withoutQuotes(reply, said)).toBe(reply);
});
