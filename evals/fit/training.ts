import { globSync } from 'node:fs';
import path from 'node:path';
import type { EmbeddingEngine } from '../../src/ai/index.ts';
import { type Asked, ask, type Labelled, readLabelled } from './data.ts';
import { paraphrases } from './paraphrases.ts';
import { every, notes, oneSided, tiny } from './views.ts';

/** What a source's cut-down views weigh beside its whole conversations. */
const VIEW_WEIGHT = 0.3;
/** What the made-up paraphrases weigh, each. */
const PARAPHRASE_WEIGHT = 1;

export interface Weighed {
  asked: Asked;
  weight: number;
  /** Of a cut-down view or made up: for the fit, not for the report of a source. */
  view: boolean;
}

/** With the questions' vectors as recall compares them. */
export function asAsked(one: Labelled, { asQuery }: Pick<EmbeddingEngine, 'asQuery'>): Labelled {
  if (!asQuery) return one;
  return { ...one, questions: one.questions.map((q) => ({ ...q, vector: q.vector && asQuery(q.vector) })) };
}

/** Every file of the folders, in the order of their names, with the vectors of all texts as the engine makes them. */
export async function readFolders(folders: readonly string[], engine: EmbeddingEngine): Promise<Labelled[]> {
  const files = folders.flatMap((folder) =>
    globSync('*.json', { cwd: folder }).map((f) => path.join(folder, f)),
  );
  const read: Labelled[] = [];
  for (const file of files.sort()) read.push(await readLabelled(file, engine));
  return read;
}

/**
 * What to fit on. A source with many questions counts for more than one with few, but by the square root only: else
 * two friends' small talk would decide how a career chat is ranked.
 */
export function weigh(labelled: readonly Labelled[]): Weighed[] {
  const whole = labelled.map((one) => ({ one, asked: ask(one) }));
  const count = (source: string) =>
    whole.filter(({ one }) => one.source === source).reduce((sum, { asked }) => sum + asked.length, 0);
  const most = Math.max(...labelled.map(({ source }) => count(source)));
  return whole.flatMap(({ one, asked }) => {
    const weight = Math.sqrt(most / count(one.source));
    const views = [oneSided(every(3, one)), notes(every(4, one)), ...tiny(every(3, one))].flatMap(ask);
    return [
      ...asked.map((a) => ({ asked: a, weight, view: false })),
      ...views.map((a) => ({ asked: a, weight: weight * VIEW_WEIGHT, view: true })),
    ];
  });
}

/** The made-up small memories, for every fit. */
export async function weighedParaphrases(engine: EmbeddingEngine): Promise<Weighed[]> {
  return (await paraphrases(engine))
    .map((one) => asAsked(one, engine))
    .flatMap(ask)
    .map((asked) => ({ asked, weight: PARAPHRASE_WEIGHT, view: true }));
}
