/*
 * node worker-process.ts URL: remembers one message after the other and works off the queue meanwhile, for ever. Prints
 * the id of each message once it is acknowledged. Made to be killed.
 */
import { writeSync } from 'node:fs';
import { memoryOf } from './memory.ts';
import { storeOf } from './open.ts';

const store = storeOf(process.argv[2]!);
await store.prepare();
const memory = memoryOf(store);

async function remember(user: string): Promise<never> {
  for (let n = 0; ; n++) {
    const text = `${user} of process ${process.pid} said sentence ${n} about roses, ships and candles`;
    const [message] = await memory.remember(user, [
      { role: n % 3 === 0 ? 'assistant' : 'user', text, conversation_id: 'c' },
    ]);
    writeSync(1, `${message!.id}\n`);
    if (n % 5 === 4) {
      const { messages } = await memory.list(user, { limit: 1 });
      writeSync(1, `forgetting ${messages[0]!.id}\n`);
      await memory.forgetMessage(user, messages[0]!.id);
    }
  }
}

async function work(): Promise<never> {
  for (;;) if ((await memory.queue.workOnce()) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

writeSync(1, 'started\n');
await Promise.all([remember('ann'), remember('bob'), work()]);
