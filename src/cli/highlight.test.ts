import { describe, expect, test } from 'vitest';
import { excerpt, highlight, stemsOf } from './highlight.ts';
import { oneLine, printable } from './terminal.ts';

describe('a found text in one line', () => {
  test('marks words that share a stem with the question, and no others', () => {
    const marked = highlight('She negotiated the salaries.', stemsOf('How do I negotiate the salary?'));
    expect(marked).toBe('She \x1b[1;33mnegotiated\x1b[0m the \x1b[1;33msalaries\x1b[0m.');
  });

  test('is as long as the line allows, around the first match', () => {
    const text = `${'word '.repeat(60)}salary ${'word '.repeat(60)}`;
    const shown = excerpt(text, stemsOf('salary'), 50);
    expect(shown).toContain('salary');
    expect(shown.length).toBeLessThanOrEqual(50);
    expect(shown).toMatch(/^….*…$/);
  });

  test('never cuts a character in two', () => {
    const shown = excerpt('👩‍💻'.repeat(40), new Set(), 21);
    expect(shown.replaceAll('👩‍💻', '')).toBe('…');
  });

  test('cannot steer the terminal', () => {
    expect(oneLine('a\x1b[2Jb\x1b]0;title\x07c\rd\x00\u202ee\nf')).toBe('abc de f');
    expect(printable('kept\nas lines')).toBe('kept\nas lines');
  });
});
