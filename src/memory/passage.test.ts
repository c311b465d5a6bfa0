import { expect, test } from 'vitest';
import { estimateTokens } from '../ai/index.ts';
import { passage } from './passage.ts';
import { analyzeQuery } from './text/analyze.ts';

const weather = 'We talked about the weather and the cabin in the garden. ';
const secret = 'The password of the cabin is HUNTER22. ';
const asked = analyzeQuery('What is the password of the cabin?');

test('a message that fits is told as it is', () => {
  expect(passage(secret, asked, 100)).toBe(secret);
});

test.each([
  ['at the end', weather.repeat(500) + secret],
  ['in the middle', weather.repeat(200) + secret + weather.repeat(200)],
  ['at the beginning', secret + weather.repeat(500)],
  ['without an end of a sentence', `${weather.replaceAll('.', ',').repeat(200)}${secret.replace('.', '')}`],
])('of a long one the part that answers is: %s', (_where, text) => {
  const told = passage(text, asked, 200);
  expect(told).toContain('HUNTER22');
  expect(estimateTokens(told)).toBeLessThanOrEqual(200 + estimateTokens('[…]  […]'));
});

test('what was asked for stands with what is before and after it', () => {
  const told = passage(`${weather.repeat(200)}${secret}It may change. ${weather.repeat(200)}`, asked, 200);
  expect(told).toMatch(/^\[…\] We talked.*HUNTER22\. It may change\. We talked/);
});

test('the beginning, where nothing of the question stands in it', () => {
  const text = `First of all. ${weather.repeat(500)}`;
  expect(passage(text, analyzeQuery('Who won?'), 50)).toMatch(/^First of all\. We talked/);
  expect(passage('日'.repeat(5_000), analyzeQuery('日'), 50)).toMatch(/^日/);
});

// What took a time that grows with its square would take longer than a test may.
test('texts of one character again and again are cut like others', () => {
  for (const part of ['.', '\n', ' ', 'a', '. ', '.\n', '😀'])
    expect(passage(part.repeat(60_000 / part.length), asked, 600).length).toBeLessThan(60_000);
});
