import { table } from '../../evals/report.ts';
import { population } from '../corpus/corpus.ts';
import { stubEngine } from '../corpus/vectors.ts';
import { createDatabase, missing } from '../databases.ts';
import { Exact } from '../exact.ts';
import { fill } from '../fill.ts';
import { interleave, recallAt10, timeCells } from '../measure.ts';
import type { DatabaseKind } from '../options.ts';
import { progress } from '../progress.ts';
import { writeSection } from '../results.ts';
import { oursArm } from './arms.ts';

const size = 500;
const effort = { questions: 200, fewest: 200, budgetMs: 0 };

/**
 * Whether somebody with few messages pays for everybody else's: the same user of 500 messages is asked again after the
 * table around them has grown tenfold. Embeddings of record are left out, as nothing of this reads them.
 */
export async function benchSmallUser({
  quick,
  kinds,
}: {
  quick: boolean;
  kinds: DatabaseKind[];
}): Promise<void> {
  const stages = quick ? [2_000, 6_000] : [100_000, 1_000_000];
  const cells: string[][] = [];
  const notes: string[] = [];
  for (const kind of kinds) {
    const why = missing(kind);
    if (why) notes.push(`${kind} was not measured here: ${why}.`);
    else cells.push(...(await onDatabase(kind, stages)));
  }
  const text = [
    ...notes,
    table(['database', 'rows in the table', 'ours', 'median ms', 'p99 ms', 'n', 'recall@10'], cells),
  ].join('\n\n');
  console.log(`\n${text}\n`);
  if (!quick) writeSection('recall of a small user', text, 'npm run bench -- recall --small-user');
}

async function onDatabase(kind: DatabaseKind, stages: number[]): Promise<string[][]> {
  const database = await createDatabase(kind);
  const cells: string[][] = [];
  try {
    const context = await database.open(stubEngine());
    try {
      const { measured } = population([size], size);
      const user = measured[0]!;
      const exact = new Exact(measured, effort.questions);
      let rows = 0;
      for (const stage of stages) {
        const newcomers = population([], stage - rows - (rows === 0 ? size : 0), `${stage}-`).others;
        await fill(context, rows === 0 ? [user, ...newcomers] : newcomers, {
          record: false,
          onMessage: (message, vector) => exact.see(message, vector),
          onProgress: (done) => progress(`${kind}: ${rows + done} of ${stage} rows`),
        });
        rows = stage;
        const modes = ['semantic', 'hybrid'] as const;
        const arms = modes.map((mode) => oursArm(context.memory, user, mode));
        for (const [i, arm] of (await interleave(arms, effort)).entries()) {
          const recall = recallAt10(arm, (question) => exact.nearest(user, question)).toFixed(3);
          cells.push([
            kind,
            String(stage),
            modes[i]!,
            ...timeCells(arm),
            modes[i] === 'semantic' ? recall : '',
          ]);
        }
      }
    } finally {
      progress('');
      await context.close();
    }
  } finally {
    await database.remove();
  }
  return cells;
}
