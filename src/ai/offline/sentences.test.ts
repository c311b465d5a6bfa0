import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inPieces } from './pieces.ts';
import { around, asks, blockQuote, dayOf, sentencesOf } from './sentences.ts';
import { wantedBy } from './wanted.ts';

describe('sentencesOf', () => {
  it('keeps amounts, abbreviations and lists in their sentence', () => {
    expect(sentencesOf('I pay $12.99 to Dr. Smith, e.g. for coffee. It is fine!\n- one\n- two')).toEqual([
      'I pay $12.99 to Dr. Smith, e.g. for coffee.',
      'It is fine!',
      '- one',
      '- two',
    ]);
  });

  it('leaves out what is quoted', () => {
    expect(sentencesOf('On 3 May you said:\n\n> My salary is 70,000.\n\nThat was then.')).toEqual([
      'On 3 May you said:',
      'That was then.',
    ]);
  });

  it('cuts a sentence without an end at its clauses, and marks the cuts', () => {
    const clause = 'and I have also been thinking about the many things that came before, ';
    const parts = sentencesOf(`I want a job, ${clause.repeat(8)}`);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts[1]).toMatch(/^… and .* …$/);
  });
});

describe('around', () => {
  it('keeps the stretch of a long sentence that holds what matters', () => {
    const sentence = `${'before '.repeat(80)}the salary is 70,000 ${'after '.repeat(80)}`.trim();
    const cut = around(sentence, (word) => word === 'salary');
    expect(cut).toContain('salary');
    expect(cut.length).toBeLessThan(340);
    expect(cut).toMatch(/^… .* …$/);
  });

  it('cuts where no space stands: links, Chinese, emoji', () => {
    for (const sentence of ['a'.repeat(5_000), `我的工资是七万${'一'.repeat(2_000)}`, '😀'.repeat(500)]) {
      const cut = around(sentence, () => true);
      expect(cut.length).toBeLessThan(340);
      expect(cut.isWellFormed()).toBe(true);
      expect(sentence.startsWith(cut.slice(0, 200))).toBe(true);
    }
  });
});

describe('a text made to take long', () => {
  // Each took from one to thirty seconds while the time grew with the square of the length.
  it.each([
    ['sentences', 'A. ', (text: string) => sentencesOf(text)],
    ['amounts', '1,', (text: string) => wantedBy('How much does it cost?')?.valuesIn(text)],
    ['question marks', '?', (text: string) => asks(`what ${text}a`)],
  ])('is read at once: %s', (_name, part, read) => {
    const started = performance.now();
    read(part.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('small things', () => {
  it('tells asking from telling', () => {
    expect(asks('What is it?')).toBe(true);
    expect(asks('I pay $5, is that much?')).toBe(false);
    expect(asks('How can I use my calm approach')).toBe(true);
  });

  it('quotes on one line, and names days as they were in UTC', () => {
    expect(blockQuote('a\nb  c')).toBe('> a b c');
    expect(dayOf('2024-03-15T23:59:00.000Z')).toBe('15 March 2024');
  });

  it('streams pieces that are the text again', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => [...inPieces(text)].join('') === text));
    expect([...inPieces('One. Two?\n\n> Three')]).toEqual(['One. ', 'Two?\n\n', '> Three']);
  });
});

describe('wantedBy', () => {
  it.each([
    ['How much does my subscription cost?', 'money', 'It is $12.99/month.', ['12.99']],
    ['What is my salary?', 'money', 'I earn 85k a year and £500 more.', ['85k', '500']],
    ['When is my interview?', 'time', 'It is on March 3, 2026 at 5 pm.', ['march32026', '5pm']],
    ['What is my salary?', 'money', 'It is 1,250.50 euros, or .5k more.', ['1250.50euros', '5k']],
    ['How many jobs did I apply to?', 'amount', 'I applied to twelve.', ['twelve']],
    ['Who is my mentor?', 'person', 'It was Dana Cruz who helped.', ['danacruz']],
    ['Where did I interview?', 'place', 'I went to Berlin.', ['toberlin']],
  ])('%s', (question, kind, sentence, values) => {
    const wanted = wantedBy(question);
    expect(wanted?.kind).toBe(kind);
    expect(wanted?.valuesIn(sentence)).toEqual(values);
  });

  it('recognises nothing in other questions', () => {
    expect(wantedBy('What did I say about remote work?')).toBeNull();
  });
});
