import { expect, test } from 'vitest';
import { recallSection, withSection } from './results-file.ts';

test('a section takes the place of its older self and leaves the others alone', () => {
  const both = withSection(withSection('# Results\n', 'recall', 'first'), 'parts', 'table');
  expect(both).toBe(
    '# Results\n\n<!-- recall -->\nfirst\n<!-- end of recall -->\n\n<!-- parts -->\ntable\n<!-- end of parts -->\n',
  );
  const again = withSection(both, 'recall', 'second\nline');
  expect(again).toContain(
    '# Results\n\n<!-- recall -->\nsecond\nline\n<!-- end of recall -->\n\n<!-- parts -->\ntable',
  );
  expect(again).not.toContain('first');
});

test('conversations of the project have a section of their own, all others share one', () => {
  const now = new Date('2026-11-23T10:00:00Z');
  const ours = recallSection('unseen', 'table', now);
  expect(ours.name).toBe('recall of evals/unseen');
  expect(ours.page).toBe(
    '## Recall of evals/unseen\n\nMade by `npm run eval -- evals/unseen --write`. Last on 2026-11-23. What they are: [evals/unseen](unseen/README.md).\n\ntable',
  );
  for (const folder of ['', '../../chats', '/home/ada/chats', 'unseen/chats']) {
    const { name, page } = recallSection(folder, 'table', now);
    expect(name).toBe('recall');
    expect(page).toContain('npm run eval -- DIR --write');
    expect(page).not.toContain('chats');
  }
});
