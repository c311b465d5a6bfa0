import { expect, it } from 'vitest';
import { mechanicalChanges } from './mechanical.ts';

const changed = (...highlights: string[]) =>
  mechanicalChanges({ work: [{ highlights }] }).map(({ pointer, after }) => [Number(pointer.at(-1)), after]);

it('mends white space, marks and commas, and no words', () => {
  expect(changed('Built  it', '• Ran it', 'Made it , too', ' Kept it ')).toEqual([
    [0, 'Built it'],
    [1, 'Ran it'],
    [2, 'Made it, too'],
    [3, 'Kept it'],
  ]);
  expect(changed('Was responsible for sales', 'i did it', 'C * D')).toEqual([]);
});

it('makes the full stops of a list even, as most of it has them', () => {
  expect(changed('Built it.', 'Ran it', 'Kept it')).toEqual([[0, 'Built it']]);
  expect(changed('Built it.', 'Ran it.', 'Kept it')).toEqual([[2, 'Kept it.']]);
});

it('leaves full stops alone where it cannot tell', () => {
  expect(changed('Built it.', 'Ran it')).toEqual([]);
  expect(changed('Built it. And more.', 'Ran it', 'Kept it')).toEqual([]);
  expect(changed('Built it etc.', 'Ran it', 'Kept it')).toEqual([]);
  expect(changed('Shipped to the U.S.', 'Ran it', 'Kept it')).toEqual([]);
  expect(changed('Really?', 'Ran it.', 'Kept it.', 'Had it')).toEqual([]);
});
