import type { Clock } from '../../kernel/clock.ts';
import { assignNew } from './assign-new.ts';
import { findAnew } from './find-anew.ts';
import { noteRatings } from './note-ratings.ts';
import type { Turn, Worked, WorkOptions, WorkParts } from './parts.ts';
import { playbookVersion } from './reading.ts';
import { dropOtherRuns, publishRun, type Run, readModel, readRun } from './runs.ts';
import { leaseMs, readState, takeLease } from './state.ts';

/** A whole is clustered anew once it has grown by this share (and a few), or once a day where it has grown at all. */
const growth = 0.2;
const someMore = 20;
const dayMs = 86_400_000;

/** One turn: takes up what is unfinished, clusters anew where that is due, assigns what is new. */
export async function workOnce(parts: WorkParts, options: WorkOptions = {}): Promise<Worked> {
  const lease = await takeLease(parts.store, parts.clock);
  if (!lease) return 'busy';
  const lost = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, lost.signal]) : lost.signal;
  const renewal = setInterval(async () => {
    const isOurs = await lease.renew().catch(() => true);
    if (!isOurs) lost.abort();
  }, leaseMs / 4);
  renewal.unref();
  try {
    const worked = await turn(parts, { ...options, signal });
    await lease.release(null);
    return worked;
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'Error';
    await lease.release(signal.aborted ? null : `the last run failed (${reason})`).catch(() => {});
    throw error;
  } finally {
    clearInterval(renewal);
  }
}

async function turn(parts: WorkParts, options: Turn): Promise<Worked> {
  const { store, clock } = parts;
  const state = await readState(store, clock);
  const playbook = playbookVersion();
  const { engine, messages } = await parts.memory.progress(null);
  const fits = (run: Run | null) =>
    run?.engine === engine && run.playbook === playbook && run.parameters.min_people === parts.minPeople;
  let next = await readRun(store, state.next);
  const current = await readRun(store, state.current);
  if (!fits(next)) next = null;
  const asked =
    state.requestedAt !== null && !(next && Date.parse(next.started_at) >= Date.parse(state.requestedAt));
  if (asked || (!next && (!fits(current) || hasGrown(current!, messages, clock)))) {
    const learned = current && fits(current) ? (await readModel(store, current)).space.subjects : null;
    next = await readRun(store, await findAnew(parts, options, { engine, playbook, messages, learned }));
  }
  const run = next ?? current!;
  const { cursor, waiting } = await assignNew(parts, options, run);
  if (next) {
    await publishRun(store, { ...run, cursor }, clock.now());
    await dropOtherRuns(store, [run.id]);
  }
  await noteRatings(parts, run);
  return waiting ? 'waiting' : 'done';
}

function hasGrown({ parameters, done, finished_at }: Run, messages: number, clock: Clock): boolean {
  const read = Math.max(messages, done);
  if (read > parameters.messages * (1 + growth) + someMore) return true;
  const age = clock.now().getTime() - Date.parse(finished_at ?? '');
  return age > dayMs && read !== parameters.messages;
}
