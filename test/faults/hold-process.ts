/*
 * node hold-process.ts FILE MS: takes the write lock of a SQLite file, says so, and gives it back after that time.
 */
import { writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

const database = new DatabaseSync(process.argv[2]!);
database.exec('pragma busy_timeout = 2000; begin immediate');
writeSync(1, 'held\n');
await sleep(Number(process.argv[3]));
database.exec('commit');
database.close();
