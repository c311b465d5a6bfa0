import { expect, test } from 'vitest';
import { withSection } from './results-file.ts';

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
