import { findSkills } from '../../../career/skills/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Memory } from '../../../memory/types.ts';
import { loadPlaybook } from '../../../playbook/index.ts';
import { instant, json, type Store } from '../../../store/index.ts';
import { accountSettings, type Identities, identitiesOf } from '../../account/index.ts';
import { type Application, listApplications } from '../../applications/index.ts';
import { latestCv } from '../../cv/index.ts';
import { ratedReplies } from '../../feedback/index.ts';
import { isOwn } from '../../insights/index.ts';
import { sampleThings } from '../../sample/index.ts';
import { piecesIn } from '../pieces.ts';
import { featuresOf, type ProfileFeatures } from './features.ts';
import type { Comparable } from './likeness.ts';

export interface ProfileParts {
  store: Pick<Store, 'read' | 'transaction'>;
  memory: Pick<Memory, 'vectors' | 'progress'>;
  clock: Clock;
  /** A new profile counts for others after so long: whoever makes up people has to keep them until then. */
  waitMs: number;
}

const dayMs = 86_400_000;
/** A profile is made anew once a day at most: nobody can feel their way around others by changing their own. */
export const STALE_MS = dayMs;
/** Who said too little may have said enough after so long. */
const LOOK_AGAIN_MS = 3_600_000;
/** Fewer messages say too little of a person, and make up one too cheaply. */
export const LEAST_SAID = 8;
const RECENT_MS = 180 * dayMs;
const MOST_MESSAGES = 300;
const MOST_APPLICATIONS = 1_000;
/** Of what was said and of the CV, in UTF-16 units, skills are read. */
const READ = 20_000;

type Db = Parameters<Parameters<ProfileParts['store']['read']>[0]>[0];

/**
 * The person's own profile, made or refreshed where it is stale (which the background does too: `upkeep.ts`). Null where they said too little yet (or the database has
 * no vectors); then nothing of them is kept either. Never written without consent: that is looked at once more in the
 * transaction that writes.
 */
export async function ownProfile(parts: ProfileParts, user: string): Promise<Comparable | null> {
  const known = await parts.store.read((db) =>
    db.selectFrom('interviewly.profiles').selectAll().where('owner_id', '=', user).executeTakeFirst(),
  );
  const now = parts.clock.now();
  if (known && now.getTime() - Date.parse(known.updated_at) < STALE_MS)
    return { engine: known.engine, vector: known.vector ?? [], features: known.features as ProfileFeatures };
  return refreshProfile(parts, user);
}

/** Makes the profile anew, and says when it is due next. One that another process made meanwhile stays. */
export async function refreshProfile(parts: ProfileParts, user: string): Promise<Comparable | null> {
  const now = parts.clock.now();
  const made = await makeProfile(parts, user, now);
  return parts.store.transaction(async (trx) => {
    const identities = await identitiesOf(trx, user);
    // The row is ours to the end: who withdraws or is erased meanwhile comes after us, and takes along what is written here.
    await trx
      .updateTable('interviewly.account_settings')
      .set({ profile_due: new Date(now.getTime() + (made ? STALE_MS : LOOK_AGAIN_MS)) })
      .where('owner_id', 'in', identities.all)
      .where('share_profile', '=', true)
      .execute();
    if (!made || !(await accountSettings(trx, identities)).share_profile) {
      await trx.deleteFrom('interviewly.profiles').where('owner_id', 'in', identities.all).execute();
      return null;
    }
    const values = {
      engine: made.engine,
      vector: json(made.vector),
      features: json(made.features),
      updated_at: now,
    };
    await trx
      .insertInto('interviewly.profiles')
      .values({ owner_id: user, counts_from: new Date(now.getTime() + parts.waitMs), ...values })
      .onConflict((conflict) =>
        conflict
          .column('owner_id')
          .doUpdateSet(values)
          .where('interviewly.profiles.updated_at', '<=', instant(new Date(now.getTime() - STALE_MS))),
      )
      .execute();
    return made;
  });
}

async function makeProfile(
  { store, memory }: ProfileParts,
  user: string,
  now: Date,
): Promise<Comparable | null> {
  const since = new Date(now.getTime() - RECENT_MS);
  const read = await memory.vectors(user, { role: 'user', since, limit: MOST_MESSAGES });
  const { engine } = read;
  const vectors = read.vectors.filter(({ message }) => isOwn(message) && !isSample(message));
  if (vectors.length < LEAST_SAID) return null;
  const source = await store.read(async (db) => {
    const identities = await identitiesOf(db, user);
    const sample = await sampleThings(db, identities);
    const applications = await applicationsOf(db, identities, now);
    const rated = await ratedReplies(db, identities, { rating: 'helpful' });
    return {
      applications: applications.filter(({ id }) => !sample.includes(id)),
      cv: await latestCv(db, identities, { except: sample }),
      rated: rated.filter((reply) => !isSample(reply)),
    };
  });
  const said = vectors.map(({ message }) => message.text).join('\n');
  const text = `${said.slice(-READ)}\n${source.cv?.text.slice(0, READ) ?? ''}`;
  const { byId } = loadPlaybook();
  const features = featuresOf({
    applications: source.applications,
    label: source.cv?.resume.basics?.label ?? null,
    skills: findSkills(text).map(({ skill }) => skill.id),
    helpful: source.rated.flatMap(({ metadata }) =>
      piecesIn(metadata).flatMap((id) => byId.get(id)?.topic ?? []),
    ),
  });
  return { engine, vector: meanOf(vectors.map(({ vector }) => vector)), features };
}

/** Of the made-up person, whom somebody looks around with. */
const isSample = ({ metadata }: { metadata: Record<string, unknown> | null }) => metadata?.sample === true;

/** The mean of unit vectors, again of unit length; four digits are as much as half precision has. */
export function meanOf(vectors: readonly Float32Array[]): number[] {
  const sum = new Array<number>(vectors[0]!.length).fill(0);
  for (const vector of vectors) for (let i = 0; i < sum.length; i++) sum[i]! += vector[i]!;
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => Math.round((value / length) * 10_000) / 10_000);
}

async function applicationsOf(
  db: Db,
  identities: Pick<Identities, 'all'>,
  now: Date,
): Promise<Application[]> {
  const all: Application[] = [];
  let cursor: string | undefined;
  do {
    const page = await listApplications(db, identities, { cursor, limit: 500 }, now);
    all.push(...page.applications);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined && all.length < MOST_APPLICATIONS);
  return all;
}
