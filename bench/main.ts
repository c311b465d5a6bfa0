import { benchStart } from './start.ts';

/** What `npm run bench -- NAME` knows; each prints its table and writes its section of bench/RESULTS.md. */
const benches: Record<string, (args: string[]) => Promise<void>> = {
  start: benchStart,
};

const [name = '', ...args] = process.argv.slice(2);
const bench = benches[name];
if (!bench) {
  console.error(`bench: name one of ${Object.keys(benches).join(', ')}, as in: npm run bench -- start`);
  process.exitCode = 2;
} else {
  await bench(args);
}
