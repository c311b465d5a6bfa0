import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactsCell, contactsFrom, neutralised, restored } from './cells.ts';

describe('formulas', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '  =1',
    ' \n@x',
    "'=1",
    "''+1",
    '＝1',
    '\u200B=1',
  ])('%j gets a quote before it, and comes back', (text) => {
    expect(neutralised(text)).toBe(`'${text}`);
    expect(restored(neutralised(text))).toBe(text);
  });

  test.each(['', 'a=1', "'quoted'", 'x', '1-2', "O'Neil"])('%j is left alone', (text) => {
    expect(neutralised(text)).toBe(text);
    expect(restored(text)).toBe(text);
  });

  test('any text comes back', () => {
    const text = fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '@', ' ', '\t', '\r', 'a', '"', ','),
    });
    fc.assert(
      fc.property(text, (value) => {
        expect(restored(neutralised(value))).toBe(value);
      }),
    );
  });
});

describe('contacts', () => {
  test('come back as they were', () => {
    const contacts = [
      { name: 'Ada | Co', role: 'recruiter', email: 'ada@a.example' },
      { name: 'Bob \\ n', note: 'two\nlines \\n' },
      { name: 'Eve', phone: '+49 170' },
    ];
    expect(contactsFrom(contactsCell(contacts))).toEqual(contacts);
  });

  test('a name or an address alone is a person', () => {
    expect(contactsFrom('Ada Lovelace\n\nbob@b.example')).toEqual([
      { name: 'Ada Lovelace' },
      { name: 'bob@b.example', email: 'bob@b.example' },
    ]);
  });
});
