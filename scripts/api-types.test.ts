import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { currentApiTypes } from './api-types/current.ts';

test("the web app's types of the API are those of the routes: `npm run generate` writes them", async () => {
  const kept = readFileSync(new URL('../web/src/api/schema.d.ts', import.meta.url), 'utf8');
  const current = await currentApiTypes();
  // One line says enough; the whole difference would be thousands.
  expect(kept === current, 'web/src/api/schema.d.ts is stale: run `npm run generate`').toBe(true);
  expect(current).toContain("'/api/chat'");
}, 60_000);
