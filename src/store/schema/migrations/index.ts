import { sessions } from './0001-sessions.ts';
import { memoryIndex } from './0002-memory-index.ts';
import { vectors } from './0003-vectors.ts';
import { applications } from './0004-applications.ts';
import { readings } from './0005-readings.ts';
import { vectorRevisions } from './0006-vector-revisions.ts';
import { accounts } from './0007-accounts.ts';
import { billing } from './0008-billing.ts';
import { facts } from './0009-facts.ts';
import { conversations } from './0010-conversations.ts';
import { profiles } from './0011-profiles.ts';
import { analytics } from './0012-analytics.ts';
import { generations } from './0013-generations.ts';
import { profileUpkeep } from './0014-profile-upkeep.ts';
import { offlineReplies } from './0015-offline-replies.ts';
import type { Migration } from './migration.ts';

/** The steps, in the order in which they are applied. Steps are only ever appended. */
export const migrations: readonly Migration[] = [
  sessions,
  memoryIndex,
  vectors,
  applications,
  readings,
  vectorRevisions,
  accounts,
  billing,
  facts,
  conversations,
  profiles,
  analytics,
  generations,
  profileUpkeep,
  offlineReplies,
];
