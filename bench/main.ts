import { benchStart } from './start.ts';

/** What `npm run bench -- NAME` knows; each prints its table and writes its section of bench/RESULTS.md. */
const benches: Record<string, () => Promise<(args: string[]) => Promise<void>>> = {
  start: async () => benchStart,
  ingest: async () => (await import('./ingest.ts')).benchIngest,
  insights: async () => (await import('./insights.ts')).benchInsights,
  load: async () => (await import('./load.ts')).benchLoad,
  peers: async () => (await import('./peers.ts')).benchPeers,
  recall: async () => (await import('./recall/recall.ts')).benchRecall,
};

const [name = '', ...args] = process.argv.slice(2);
const load = benches[name];
if (!load) {
  console.error(
    `bench: name one of ${Object.keys(benches).join(', ')}, as in: npm run bench -- start\nEach has --help.`,
  );
  process.exitCode = 2;
} else {
  const bench = await load();
  await bench(args);
}
