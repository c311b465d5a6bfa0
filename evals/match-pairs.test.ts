import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readPair, scorePairs } from './match-pairs.ts';

it('finds nearly all of what the labelled pairs hold', () => {
  const folder = path.join(import.meta.dirname, 'match');
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const pairs = files.map((file) =>
    readPair(JSON.parse(readFileSync(path.join(folder, file), 'utf8')), file),
  );
  expect(pairs.length).toBeGreaterThanOrEqual(24);
  for (const [measure, { right, found, labelled }] of Object.entries(scorePairs(pairs).totals)) {
    expect(right / found, `precision of ${measure}`).toBeGreaterThan(0.94);
    expect(right / labelled, `recall of ${measure}`).toBeGreaterThan(0.94);
  }
});
