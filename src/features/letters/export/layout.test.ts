import { expect, test } from 'vitest';
import { partsOf } from './layout.ts';
import { letterMarkdown } from './markdown.ts';

const text = 'Dear all,\n\nHere it is:\n- One *star*\n- Two\n\nKind regards,\nAnn Lee\n';

test('paragraphs keep their lines, items become a list', () => {
  expect(partsOf(text)).toEqual([
    { kind: 'paragraph', lines: ['Dear all,'] },
    { kind: 'paragraph', lines: ['Here it is:'] },
    { kind: 'list', items: ['One *star*', 'Two'] },
    { kind: 'paragraph', lines: ['Kind regards,', 'Ann Lee'] },
  ]);
});

test('Markdown keeps lines and escapes marks', () => {
  expect(letterMarkdown(text)).toBe(
    'Dear all,\n\nHere it is:\n\n- One \\*star\\*\n- Two\n\nKind regards,  \nAnn Lee\n',
  );
});
