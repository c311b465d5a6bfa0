import type { Clock } from '../../kernel/clock.ts';
import { uuidv7 } from '../../kernel/ids.ts';
import { instant, type Store } from '../../store/index.ts';

/** How long a lease holds without being renewed, in ms: after so long, another process takes up what a killed one left. */
export const leaseMs = 60_000;

export interface State {
  current: number | null;
  next: number | null;
  isRunning: boolean;
  requestedAt: string | null;
  error: string | null;
}

export async function readState(store: Pick<Store, 'read'>, clock: Clock): Promise<State> {
  const row = await store.read((db) =>
    db.selectFrom('interviewly.analytics_state').selectAll().where('id', '=', 1).executeTakeFirstOrThrow(),
  );
  return {
    current: row.current_run,
    next: row.next_run,
    isRunning: row.lease_until !== null && Date.parse(row.lease_until) > clock.now().getTime(),
    requestedAt: row.requested_at,
    error: row.error,
  };
}

/** Notes that everything is to be clustered anew. */
export async function request(store: Pick<Store, 'transaction'>, clock: Clock): Promise<void> {
  await store.transaction((trx) =>
    trx
      .updateTable('interviewly.analytics_state')
      .set({ requested_at: clock.now() })
      .where('id', '=', 1)
      .execute(),
  );
}

/** The right to work, held by one process at a time. */
export interface Lease {
  readonly holder: string;
  /** False where another process took it meanwhile. */
  renew(): Promise<boolean>;
  /** Gives it back, with what went wrong. */
  release(error: string | null): Promise<void>;
}

/** Null where another process works. */
export async function takeLease(store: Pick<Store, 'transaction'>, clock: Clock): Promise<Lease | null> {
  const holder = uuidv7();
  const until = () => new Date(clock.now().getTime() + leaseMs);
  const taken = await store.transaction((trx) =>
    trx
      .updateTable('interviewly.analytics_state')
      .set({ holder, lease_until: until() })
      .where('id', '=', 1)
      .where((where) =>
        where.or([where('lease_until', 'is', null), where('lease_until', '<=', instant(clock.now()))]),
      )
      .executeTakeFirst(),
  );
  if (Number(taken.numUpdatedRows) === 0) return null;
  return {
    holder,
    async renew() {
      const renewed = await store.transaction((trx) =>
        trx
          .updateTable('interviewly.analytics_state')
          .set({ lease_until: until() })
          .where('id', '=', 1)
          .where('holder', '=', holder)
          .executeTakeFirst(),
      );
      return Number(renewed.numUpdatedRows) > 0;
    },
    async release(error) {
      await store.transaction((trx) =>
        trx
          .updateTable('interviewly.analytics_state')
          .set({ holder: null, lease_until: null, error })
          .where('id', '=', 1)
          .where('holder', '=', holder)
          .execute(),
      );
    },
  };
}
