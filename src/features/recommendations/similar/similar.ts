import type { Kysely } from 'kysely';
import { type Database, instant } from '../../../store/index.ts';
import { accountSettings, identitiesOf, isVisitor } from '../../account/index.ts';
import { type Aggregate, aggregate } from './aggregate.ts';
import type { ProfileFeatures } from './features.ts';
import { type Comparable, likeness, SIMILAR_FROM } from './likeness.ts';
import { LEAST_SAID, ownProfile, type ProfileParts } from './profile.ts';

export const SIMILAR_ENGINE = 'similar-profiles/1';

export const similarStates = [
  'off',
  'needs_account',
  'too_little_said',
  'too_few_people',
  'too_few_similar',
  'ready',
] as const;
export type SimilarState = (typeof similarStates)[number];

export interface Similar {
  state: SimilarState;
  why: string;
  /** The least number of people that anything is told of. */
  k: number;
  result: Aggregate | null;
  engine: string;
}

/** Who is not made anew for so long is not counted any more: what worked then may not now. Who is silent so long goes. */
const LASTS_MS = 180 * 86_400_000;
/** The nearest of so many at most: enough to be many, near enough to be similar. */
const MOST = 50;

/**
 * What worked for people like the caller, among those who opted in as the caller did. Nothing is told where fewer than `k`
 * others opted in, or fewer than `k` of them are similar enough.
 */
export async function similarPeople(parts: ProfileParts & { k: number }, user: string): Promise<Similar> {
  const { store, clock, k } = parts;
  const told = (state: SimilarState, why: string, result: Aggregate | null = null): Similar => ({
    state,
    why,
    k,
    result,
    engine: SIMILAR_ENGINE,
  });
  const settings = await store.read(async (db) => accountSettings(db, await identitiesOf(db, user)));
  if (!settings.share_profile)
    return told(
      'off',
      'Sharing your profile is off. Nothing of you is compared, and nothing of others is shown.',
    );
  if (isVisitor(user))
    return told('needs_account', 'Only people who are signed in are compared. Sign in to take part.');
  const own = await ownProfile(parts, user);
  if (!own)
    return told(
      'too_little_said',
      `Say some more first: a profile is made of at least ${LEAST_SAID} messages of the last half year.`,
    );
  const days = Math.round(parts.waitMs / 86_400_000);
  const waited = days > 0 ? ` for at least ${days} ${days === 1 ? 'day' : 'days'}` : '';
  const others = await store.read((db) => othersThan(db, user, clock.now()));
  if (others.length < k)
    return told(
      'too_few_people',
      `Fewer than ${k} other people share a profile${waited}, so nothing is told of them.`,
    );
  const similar = others
    .map((other) => ({ other, like: likeness(own, other) }))
    .filter(({ like }) => like >= SIMILAR_FROM)
    .sort((a, b) => b.like - a.like)
    .slice(0, MOST);
  if (similar.length < k)
    return told(
      'too_few_similar',
      `Fewer than ${k} of the people who share a profile are similar to you, so nothing is told of them.`,
    );
  const group = similar.map(({ other }) => other.features);
  return told(
    'ready',
    'People who talk about the same things, look at the same kinds of roles or have the same skills as you, and who share their profile as you do.',
    aggregate(group, k),
  );
}

/** Those who count: opted in (which is looked at here once more), signed in, long enough, and of late. */
async function othersThan(db: Kysely<Database>, user: string, now: Date): Promise<Comparable[]> {
  const { all } = await identitiesOf(db, user);
  const rows = await db
    .selectFrom('interviewly.profiles as p')
    .innerJoin('interviewly.account_settings as s', 's.owner_id', 'p.owner_id')
    .select(['p.owner_id', 'p.engine', 'p.vector', 'p.features'])
    .where('s.share_profile', '=', true)
    .where('p.owner_id', 'not in', all)
    .where('p.counts_from', '<=', instant(now))
    .where('p.updated_at', '>=', instant(new Date(now.getTime() - LASTS_MS)))
    .execute();
  return rows
    .filter(({ owner_id }) => !isVisitor(owner_id))
    .map(({ engine, vector, features }) => ({
      engine,
      vector: vector ?? [],
      features: features as ProfileFeatures,
    }));
}
