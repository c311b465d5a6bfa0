import { defineConfig } from 'vitest/config';

const shared = {
  // Modules are loaded once a worker: with a hundred files, loading them anew took as long as the tests themselves.
  isolate: false,
  setupFiles: ['test/property-seed.ts'],
  // What hangs ends some time; what a busy machine makes slow must not fail.
  testTimeout: 60_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 20_000 } },
};
const everything = '{src,test,scripts,evals,bench,examples,web/src}/**/*.test.ts';
const browsers = 'test/e2e/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'node',
          include: [everything],
          exclude: [browsers, '**/node_modules/**'],
          // Real servers are started by some files: as they wait as much as they work, four workers keep two cores busy.
          maxWorkers: 4,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: [browsers],
          // A browser keeps a core busy by itself.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
