import type { DatabaseFailure } from './dialect.ts';

/** Primary result codes of SQLite (https://sqlite.org/rescode.html) and what they mean for a person. */
const meanings: Record<number, DatabaseFailure> = {
  5: {
    reason: 'another process holds the write lock of the SQLite file',
    remedy: 'Wait for it, or stop it; for many writers use Postgres.',
    transient: true,
  },
  6: { reason: 'a table of the SQLite file is locked', transient: true },
  8: {
    reason: 'the SQLite file or its folder is read-only',
    remedy: 'Give this user the right to write to the file and its folder, or point DATABASE_URL elsewhere.',
    transient: false,
  },
  10: { reason: 'reading or writing the SQLite file failed', remedy: 'Check the disk.', transient: false },
  11: {
    reason: 'the SQLite file is corrupt',
    remedy: 'Restore a backup, or save what is readable with «sqlite3 FILE .recover»; nothing was changed.',
    transient: false,
  },
  13: {
    reason: 'the disk is full',
    remedy: 'Free some space; nothing that was acknowledged is lost.',
    transient: false,
  },
  14: {
    reason: 'the SQLite file cannot be opened',
    remedy: 'Make the folder that DATABASE_URL names, and give this user the right to write to it.',
    transient: false,
  },
  26: {
    reason: 'the file is not a SQLite database, or is corrupt',
    remedy: 'Point DATABASE_URL at another file, or restore a backup; nothing was changed.',
    transient: false,
  },
};

export function sqliteFailure(error: unknown): DatabaseFailure | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  // Extended codes hold the primary one in their low byte.
  const code = error.errcode & 0xff;
  return meanings[code] ?? null;
}
