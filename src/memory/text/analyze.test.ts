import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzeQuery, analyzeText, termsOf } from './analyze.ts';
import { termHash } from './hash.ts';

describe('terms of a text', () => {
  test.each([
    ['C++, C# and .NET', ['c++', 'c#', '.net']],
    ['$12.99 in 2023, v3.5', ['12.99', '2023', 'v3.5']],
    ['85,000 or 85k', ['85000', '85000']],
    ["I've read Melanie's and Caroline’s letters", ['read', 'melani', 'carolin', 'letter']],
    ['U.S. and A.I.', ['us', 'ai']],
    ['Résumé, CV', ['resum', 'resum']],
    ['she went; they go', ['go', 'go']],
    ['two children, a child, my kids', ['two', 'child', 'child', 'child']],
    ['e-mail follow-up', ['email', 'follow']],
  ])('%s', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  test('plain text is cut as any other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(termsOf(text)).toEqual(termsOf(`${text} 我`).slice(0, -1));
      }),
      { numRuns: 500 },
    );
  });

  test('accents and case make no difference', () => {
    expect(termsOf('CAFÉ Zürich')).toEqual(termsOf('cafe zurich'));
  });

  test('Chinese, Japanese and Thai are found by any part of two characters or more', () => {
    for (const [text, part] of [
      ['我的猫很可爱', '可爱'],
      ['東京で面接を受けました', '面接'],
      ['สวัสดีครับ', 'ดีค'],
      ['저는 서울에서 일합니다', '서울'],
    ]) {
      const held = analyzeText(text!).terms;
      for (const { hash } of analyzeQuery(part!).terms) expect(held.has(hash)).toBe(true);
    }
    expect(analyzeText('我的猫很可爱').terms.has(analyzeQuery('猫').terms[0]!.hash)).toBe(true);
  });

  test('Arabic is found with and without its vowel signs', () => {
    expect(termsOf('مُقَابَلَة')).toEqual(termsOf('مقابلة'));
  });
});

describe('analysis', () => {
  test('counts terms and length', () => {
    const { terms, length } = analyzeText('The interview: a second interview with Ann');
    expect(length).toBe(4);
    expect(terms.get(termHash('interview'))).toBe(2);
  });

  test('a query of stop words asks for nothing', () => {
    expect(analyzeQuery('what did I do?').terms).toEqual([]);
  });

  test('words that only ask weigh less than the subject', () => {
    const [kind, pot] = analyzeQuery('What kind of pot?').terms;
    expect(kind!.weight).toBeLessThan(pot!.weight);
  });

  test('any text is analysed, alike as message and as query where words are spaced', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { terms, length } = analyzeText(text);
        let sum = 0;
        for (const [hash, count] of terms) {
          expect(hash).toBe(hash | 0);
          sum += count;
        }
        expect(sum).toBe(length);
        for (const { hash } of analyzeQuery(text).terms) expect(terms.has(hash)).toBe(true);
      }),
    );
  });
});

test('hashes are stable: they are stored', () => {
  expect([termHash('interview'), termHash('c++'), termHash('')]).toMatchInlineSnapshot(`
    [
      -1847072235,
      381229758,
      -1421968373,
    ]
  `);
});
