#!/usr/bin/env node
// The command line may be started by whatever Node the machine has; the program itself wants Node 24, which
// `npm ci` brought along as a package. So: run in place where this Node is new enough, else hand over to that one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const pinned = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));

if (Number.parseInt(process.versions.node, 10) >= 24) {
  // Compiled code is kept between starts, which takes a second off each after the first.
  module.enableCompileCache();
  await import(main);
} else if (existsSync(pinned)) {
  // This file again, for its cache of compiled code.
  const self = fileURLToPath(import.meta.url);
  const child = spawnSync(pinned, [self, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = child.status ?? 1;
} else {
  console.error(
    `interviewly: Node 24 is needed and this is ${process.version}; run «npm ci», which brings it.`,
  );
  process.exitCode = 1;
}
