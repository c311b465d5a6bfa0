import { sessions } from './0001-sessions.ts';
import { memoryIndex } from './0002-memory-index.ts';
import { vectors } from './0003-vectors.ts';
import { applications } from './0004-applications.ts';
import { readings } from './0005-readings.ts';
import { vectorRevisions } from './0006-vector-revisions.ts';
import type { Migration } from './migration.ts';

/** The steps, in the order in which they are applied. Steps are only ever appended. */
export const migrations: readonly Migration[] = [
  sessions,
  memoryIndex,
  vectors,
  applications,
  readings,
  vectorRevisions,
];
