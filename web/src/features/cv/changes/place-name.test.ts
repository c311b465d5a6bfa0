import { expect, test } from 'vitest';
import { placeName } from './place-name.ts';

const resume = {
  basics: { summary: 'Pilot' },
  work: [{ name: 'Port of Vigo', position: 'Pilot', highlights: ['a', 'b'] }],
};

test.each([
  ['/basics/summary', 'Summary'],
  ['/work/0/highlights/1', 'Experience: Pilot, bullet 2'],
  ['/work/0', 'Experience: Pilot'],
  ['/work', 'Experience'],
  ['/work/7/summary', 'Experience: summary'],
  ['/education', 'Education'],
  ['/nowhere/1', '/nowhere/1'],
])('%s is «%s»', (pointer, name) => {
  expect(placeName(resume, pointer)).toBe(name);
});
