import { AppError } from '../../../kernel/errors.ts';
import type { Logger } from '../../../kernel/logger.ts';
import { workOff } from '../../../kernel/work-off.ts';
import { instant, type Store } from '../../../store/index.ts';
import { visitorPrefix } from '../../account/index.ts';
import { type ProfileParts, refreshProfile } from './profile.ts';

export interface UpkeepParts extends ProfileParts {
  store: Pick<Store, 'read' | 'transaction' | 'state'>;
  logger: Logger;
}

export interface ProfileUpkeep {
  /** Something is due: looks at once, in the background; never throws. */
  wake(): void;
  /** Works off what is due, here and now. */
  drain(): Promise<void>;
  /** Looks for what is due, again and again, until stopped. */
  start(): void;
  stop(): Promise<void>;
}

/** How long a claim holds, in ms; who died over it loses it then. */
const LEASE = 120_000;
/** How often what is due is looked for. */
const SWEEP = 30_000;
/** While messages wait for their vectors, a profile would be of the rest alone. */
const WAITING = 20_000;
const FAILED = 600_000;

/**
 * Keeps the profiles of those who share: made when they opt in, anew each day, and gone where they have said too little of
 * late. So they count for others, with what they have reached since, though they never look at recommendations themselves.
 */
export function createProfileUpkeep(parts: UpkeepParts): ProfileUpkeep {
  const { store, memory, clock, logger } = parts;
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;

  const work = workOff(() => claim(store, clock.now()), tend, stopping.signal);

  async function tend(job: Job): Promise<void> {
    try {
      const { pending } = await memory.progress(job.owner);
      if (pending > 0) await postpone(store, job, new Date(clock.now().getTime() + WAITING));
      else await refreshProfile(parts, job.owner);
    } catch (error) {
      warn('a profile was not made', error);
      await postpone(store, job, new Date(clock.now().getTime() + FAILED));
    }
  }

  function warn(message: string, error: unknown): void {
    if (stopping.signal.aborted) return;
    logger.warn({ reason: error instanceof AppError ? error.code : 'unknown' }, `similar people: ${message}`);
  }

  function wake(): void {
    if (stopping.signal.aborted) return;
    work().catch((error: unknown) => warn('profiles are on hold', error));
  }

  return {
    wake,
    drain: work,
    start() {
      timer ??= setInterval(() => {
        if (store.state.phase === 'ready') wake();
      }, SWEEP).unref();
    },
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await work().catch(() => {});
    },
  };
}

/** Whose profile to look after, held until `lease`: no other process takes it before. */
interface Job {
  owner: string;
  lease: Date;
}

/** Takes one that is due; null where there is none. Visitors wait until they are somebody: only accounts are compared. */
async function claim(store: Pick<Store, 'transaction'>, now: Date): Promise<Job | null> {
  const lease = new Date(now.getTime() + LEASE);
  return store.transaction(async (trx) => {
    const due = await trx
      .selectFrom('interviewly.account_settings')
      .select('owner_id')
      .where('share_profile', '=', true)
      .where('profile_due', '<=', instant(now))
      .where('owner_id', 'not like', `${visitorPrefix}%`)
      .orderBy('profile_due')
      .limit(5)
      .execute();
    for (const { owner_id } of due) {
      const taken = await trx
        .updateTable('interviewly.account_settings')
        .set({ profile_due: lease })
        .where('owner_id', '=', owner_id)
        .where('share_profile', '=', true)
        .where('profile_due', '<=', instant(now))
        .executeTakeFirst();
      if (taken.numUpdatedRows > 0n) return { owner: owner_id, lease };
    }
    return null;
  });
}

/** Gives a job back for later. Does nothing where the claim has lapsed, or sharing was switched off or on meanwhile. */
async function postpone(store: Pick<Store, 'transaction'>, { owner, lease }: Job, due: Date): Promise<void> {
  await store.transaction((trx) =>
    trx
      .updateTable('interviewly.account_settings')
      .set({ profile_due: due })
      .where('owner_id', '=', owner)
      .where('profile_due', '=', instant(lease))
      .execute(),
  );
}
