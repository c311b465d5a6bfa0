import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createEmbeddingEngine } from '../src/ai/index.ts';
import { readConfig } from '../src/config/index.ts';
import { createContext } from '../src/context.ts';
import { resolveFollowUp } from '../src/features/coach/index.ts';
import { createLogger } from '../src/kernel/logger.ts';
import type { Memory } from '../src/memory/types.ts';
import { cachedEmbedding } from './cached-embedding.ts';
import { heldOut } from './follow-ups/held-out.ts';
import { tuned } from './follow-ups/tuned.ts';
import type { Scene } from './follow-ups/types.ts';

/*
 * node evals/follow-ups.ts [--verbose]
 *
 * How well follow-ups are resolved, with the engine of EMBEDDING_* (the local one by default): whether what is looked up
 * holds the words it should, and whether recall finds the memory that is asked for among its first three, with the
 * follow-up as it was said and as it was resolved. Writes FOLLOW-UPS-RESULTS.md.
 */

const K = 3;
const USER = 'ann';
const verbose = process.argv.includes('--verbose');

interface Figures {
  followUps: number;
  worded: number;
  asked: number;
  foundAsSaid: number;
  foundResolved: number;
  alone: number;
  unchanged: number;
  askedAlone: number;
  aloneFoundAsSaid: number;
  aloneFoundResolved: number;
}

const config = readConfig({ ...process.env, DATABASE_URL: 'sqlite://', LOG_LEVEL: 'silent' }, { cwd: '/' });
const engine = cachedEmbedding(
  createEmbeddingEngine(config.embedding),
  fileURLToPath(new URL('.cache', import.meta.url)),
);
const context = createContext(config, {
  embedding: engine,
  logger: createLogger({ level: 'silent' }),
  chat: null,
});
try {
  await context.store.prepare();
  await rememberAll(context.memory, [...tuned, ...heldOut]);
  await context.memory.queue.drain();
  const report = reportOf(await figuresOf(tuned), await figuresOf(heldOut));
  process.stdout.write(report);
  writeFileSync(fileURLToPath(new URL('FOLLOW-UPS-RESULTS.md', import.meta.url)), report);
} finally {
  await context.close();
}

/** Each memory in a conversation of its own: none is found for its neighbours. */
async function rememberAll(memory: Memory, scenes: readonly Scene[]): Promise<void> {
  const told = scenes.flatMap(({ memories }) => Object.entries(memories));
  await memory.remember(
    USER,
    told.map(([name, text], at) => ({
      text,
      role: 'user',
      message_id: name,
      conversation_id: `c-${name}`,
      created_at: new Date(Date.UTC(2026, 4, 1, 9) + at * 3_600_000),
    })),
  );
}

async function figuresOf(scenes: readonly Scene[]): Promise<Figures> {
  const figures: Figures = {
    followUps: 0,
    worded: 0,
    asked: 0,
    foundAsSaid: 0,
    foundResolved: 0,
    alone: 0,
    unchanged: 0,
    askedAlone: 0,
    aloneFoundAsSaid: 0,
    aloneFoundResolved: 0,
  };
  for (const { name, turns, followUps, alone } of scenes) {
    const conversation = turns.map((text, at) => ({ role: at % 2 ? 'assistant' : 'user', text }) as const);
    for (const { ask, wants, not = [], finds } of followUps) {
      const { query, how } = resolveFollowUp(ask, conversation);
      const lower = query.toLowerCase();
      const isWorded =
        wants.every((word) => lower.includes(word)) && !not.some((word) => lower.includes(word));
      figures.followUps++;
      figures.worded += Number(isWorded);
      const found = finds === undefined || (await isFound(query, finds));
      if (finds !== undefined) {
        figures.asked++;
        figures.foundAsSaid += Number(await isFound(ask, finds));
        figures.foundResolved += Number(found);
      }
      if (!isWorded || !found) note(name, isWorded ? 'not found' : 'not worded', ask, `${how}: ${query}`);
    }
    for (const one of alone) {
      const { ask, finds } = typeof one === 'string' ? { ask: one, finds: undefined } : one;
      const { query, how } = resolveFollowUp(ask, conversation);
      figures.alone++;
      figures.unchanged += Number(query === ask);
      if (finds !== undefined) {
        figures.askedAlone++;
        figures.aloneFoundAsSaid += Number(await isFound(ask, finds));
        figures.aloneFoundResolved += Number(await isFound(query, finds));
      }
      if (query !== ask) note(name, 'changed', ask, `${how}: ${query}`);
    }
  }
  return figures;
}

async function isFound(query: string, name: string): Promise<boolean> {
  const { results } = await context.memory.recall(USER, { query, k: K });
  return results.some(({ message_id }) => message_id === name);
}

function note(scene: string, what: string, ask: string, query: string): void {
  if (verbose) process.stderr.write(`${scene}: ${what}: ${ask} -> ${JSON.stringify(query)}\n`);
}

function reportOf(own: Figures, other: Figures): string {
  const share = (part: number, of: number) => `${part} of ${of} (${((100 * part) / of).toFixed(1)}%)`;
  const row = (what: string, of: (figures: Figures) => string) => `| ${what} | ${of(own)} | ${of(other)} |\n`;
  return `# Follow-ups: results

Made by \`node evals/follow-ups.ts\`, embeddings by \`${engine.name}\`. The rules were made with the first set of scenes; the
second was written before and not looked at while they were changed. «Found»: the memory that is asked for is among the first
${K} of recall, out of ${Object.keys(Object.assign({}, ...[...tuned, ...heldOut].map(({ memories }) => memories))).length} memories of one person.

| | made with | held out |
|---|---|---|
${row('follow-ups whose words are as they should be', (f) => share(f.worded, f.followUps))}${row('memory found, follow-up as it was said', (f) => share(f.foundAsSaid, f.asked))}${row('memory found, follow-up resolved', (f) => share(f.foundResolved, f.asked))}${row('messages that stand by themselves left as they are', (f) => share(f.unchanged, f.alone))}${row('memory found for these, as they were said', (f) => share(f.aloneFoundAsSaid, f.askedAlone))}${row('memory found for these, resolved', (f) => share(f.aloneFoundResolved, f.askedAlone))}
What it looks up for one follow-up is \`resolveFollowUp\` in \`src/features/coach/follow-up/\`; \`--verbose\` names what went wrong.
`;
}
