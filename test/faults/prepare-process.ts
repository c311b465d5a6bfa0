/*
 * node prepare-process.ts URL...: starts on each database as the program does, and says in one line what became of it.
 */
import { StartupError } from '../../src/kernel/errors.ts';
import type { Store } from '../../src/store/index.ts';
import { storeOf } from './open.ts';

async function prepare(url: string): Promise<string> {
  let store: Store | undefined;
  try {
    store = storeOf(url);
    await store.prepare();
    return `tables ${(await store.productTables(5_000)).length}`;
  } catch (error) {
    process.exitCode = 1;
    return error instanceof StartupError ? `${error.message} ${error.remedy}` : String(error);
  } finally {
    await store?.close();
  }
}

for (const url of process.argv.slice(2)) process.stdout.write(`${await prepare(url)}\n`);
