import { createHash } from 'node:crypto';
import { AppError } from '../../../kernel/errors.ts';
import { type ThreadFailure, Threads } from '../../../kernel/threads.ts';
import type { Memory, MessageVectors } from '../../../memory/types.ts';
import { distinguishingTerms } from '../labels.ts';
import { snippetOf } from '../messages.ts';
import type { Layout, LayoutTask } from './thread.ts';

/** Of fewer, a layout says nothing. */
export const LEAST = 12;
export const MOST = 2_000;
/** People whose layout is kept, and for how long after they last looked, in ms. */
const PEOPLE = 100;
const KEPT_MS = 30 * 60_000;

export const METHOD = 'umap+kmeans/1';

/** `ready`; `too_few` messages with a vector; `not_assessed` where the database has no vectors. */
export type MapState = 'ready' | 'too_few' | 'not_assessed';

export interface MapCluster {
  id: number;
  /** The terms that tell it apart, the strongest first; «» where nothing does. */
  label: string;
  terms: string[];
  size: number;
}

interface Kept {
  key: string;
  usedAt: number;
  layout: Layout;
  terms: string[][];
}

export interface MapParts {
  memory: Pick<Memory, 'vectors' | 'progress'>;
}

/** The memory map: what a person and the coach said, laid out by meaning. */
export function createMap({ memory }: MapParts) {
  const threads = new Threads<LayoutTask, Layout>({
    script: new URL('./thread.ts', import.meta.url),
    name: 'memory map',
    queueLength: 8,
    timeoutMs: 60_000,
    heapMegabytes: 512,
    refuse,
  });
  const kept = new Map<string, Kept>();
  const running = new Map<string, Promise<Kept>>();

  // Layouts hold words of people: they go on their own, also where nobody asks any more.
  const sweep = setInterval(() => {
    for (const [owner, { usedAt }] of kept) if (Date.now() - usedAt > KEPT_MS) kept.delete(owner);
  }, KEPT_MS / 10);
  sweep.unref();

  async function make(read: MessageVectors, key: string): Promise<Kept> {
    const dimensions = read.vectors[0]!.vector.length;
    const values = new Float32Array(read.vectors.length * dimensions);
    for (const [i, { vector }] of read.vectors.entries()) values.set(vector, i * dimensions);
    const layout = await threads.run({ values, dimensions });
    const texts = read.vectors.map(({ message }) => message.text);
    const terms = await distinguishingTerms(texts, layout.clusters, Math.max(...layout.clusters) + 1);
    return { key, usedAt: Date.now(), layout, terms };
  }

  /** The layout of exactly these messages: kept, being made by another request, or made now. */
  async function layoutOf(user: string, read: MessageVectors): Promise<Kept> {
    const key = keyOf(read);
    const known = kept.get(user);
    if (known?.key === key) {
      known.usedAt = Date.now();
      return known;
    }
    kept.delete(user);
    const slot = `${user} ${key}`;
    const made = running.get(slot) ?? make(read, key).finally(() => running.delete(slot));
    running.set(slot, made);
    const layout = await made;
    kept.set(user, layout);
    if (kept.size > PEOPLE) kept.delete(kept.keys().next().value!);
    return layout;
  }

  return {
    async map(user: string) {
      const [read, { pending }] = await Promise.all([
        memory.vectors(user, { limit: MOST }),
        memory.progress(user),
      ]);
      const { engine, total } = read;
      const about = { engine, method: METHOD, total, shown: 0, sampled: false, pending, needed: LEAST };
      if (read.degraded !== undefined)
        return { state: 'not_assessed' as const, ...about, reason: read.degraded, points: [], clusters: [] };
      if (read.vectors.length < LEAST)
        return { state: 'too_few' as const, ...about, points: [], clusters: [] };
      const { layout, terms } = await layoutOf(user, read);
      const points = read.vectors.map(({ message }, i) => ({
        id: message.id,
        message_id: message.message_id,
        conversation_id: message.conversation_id,
        x: layout.places[i]![0],
        y: layout.places[i]![1],
        cluster: layout.clusters[i]!,
        created_at: message.created_at,
        role: message.role,
        context_type: message.context_type,
        snippet: snippetOf(message.text),
      }));
      const clusters: MapCluster[] = terms.map((found, id) => ({
        id,
        label: found.join(', '),
        terms: found,
        size: layout.clusters.filter((one) => one === id).length,
      }));
      const shown = points.length;
      return { state: 'ready' as const, ...about, shown, sampled: shown < total, points, clusters };
    },
    async close() {
      clearInterval(sweep);
      kept.clear();
      await threads.close();
    },
  };
}

export type MemoryMap = ReturnType<typeof createMap>;

/** Changes with every message that is embedded or forgotten, and with the engine: read off what is there now. */
function keyOf({ engine, vectors }: MessageVectors): string {
  const hash = createHash('sha256').update(engine);
  for (const { message } of vectors) hash.update(`\n${message.id}`);
  return hash.digest('base64url');
}

function refuse(failure: ThreadFailure): Error {
  switch (failure.why) {
    case 'busy':
    case 'closed':
    case 'late':
      return new AppError('map_busy', {
        status: 503,
        title: 'The map cannot be drawn now',
        detail: 'Other maps are being drawn, or this machine is busy.',
        retryAfter: 10,
      });
    case 'failed':
      return new Error(`The map could not be drawn (${failure.error})`);
    case 'memory':
    case 'crashed':
      return new Error('The thread that draws maps ended');
  }
}
