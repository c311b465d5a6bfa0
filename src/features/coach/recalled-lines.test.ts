import { expect, test } from 'vitest';
import { recalledLines } from './recalled-lines.ts';

const said = 'Hello.\nI pay $12.99 a month for Canva Pro, which I hardly use.\nYes!';

test.each([
  '> I pay $12.99 a month for Canva Pro',
  '> "I PAY $12.99 a month … for Canva Pro, which I hardly use."',
  '> **On 2024-03-15:** I pay $12.99 a month for Canva Pro, which I hardly use.',
  '   > *Yes*',
])('a quoted line of what was recalled: %s', (line) => {
  expect(recalledLines(`As you said:\n\n${line}\n\nIs that so?`, ['Something else.', said])).toEqual([2]);
});

test.each([
  'I pay $12.99 a month for Canva Pro, which I hardly use.',
  '> Dear Sir or Madam, I pay $12.99 a month and would rather like to end my subscription to it today.',
  '> No',
  // Within «which» and «month».
  '> Hi',
  '>',
])('no such line: %s', (line) => expect(recalledLines(line, [said])).toEqual([]));

test('an empty line within a quote belongs to what is before it', () => {
  const reply = '> Dear Ann,\n>\n> I thank you.\n\n> I pay $12.99 a month for Canva Pro\n>\n> Yes!';
  expect(recalledLines(reply, [said])).toEqual([4, 5, 6]);
});

test('long texts take no time', () => {
  const long = 'one two three '.repeat(20_000);
  expect(recalledLines(`> ${long}\n`.repeat(5), [long, long])).toEqual([0, 1, 2, 3, 4]);
});
