import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,test,scripts,evals,bench,examples,web/src}/**/*.test.ts'],
    // Real servers are started by some files: as they wait as much as they work, four workers keep two cores busy.
    maxWorkers: 4,
    // Modules are loaded once a worker: with a hundred files, loading them anew took as long as the tests themselves.
    isolate: false,
    setupFiles: ['test/property-seed.ts'],
    // What hangs ends some time; what a busy machine makes slow must not fail.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
