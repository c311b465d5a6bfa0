import type { ProfileFeatures, Reached } from './features.ts';
import { channels, strategies } from './words.ts';

/** A share as a quarter of the whole: coarse enough that no single person tells from it. */
export const bands = [
  'under_a_quarter',
  'a_quarter_to_half',
  'half_to_three_quarters',
  'over_three_quarters',
] as const;
export type Band = (typeof bands)[number];

export interface Worked {
  kind: 'all' | 'channel' | 'strategy';
  /** `applying` for all. */
  name: string;
  /** How many people it is made of, as a range. */
  people: string;
  interview: Band;
  offer: Band;
}

export interface Aggregate {
  people: string;
  worked: Worked[];
  /** Topics of the playbook whose advice at least k of them found helpful. */
  helpful_topics: { topic: string; people: string }[];
}

/**
 * What worked for a group of people, with nothing in it that is made of fewer than `k`. Each person counts once, whatever
 * number of applications they have; numbers are ranges and shares quarters.
 */
export function aggregate(group: readonly ProfileFeatures[], k: number): Aggregate {
  const worked: Worked[] = [];
  const tell = (
    kind: Worked['kind'],
    name: string,
    of: (one: ProfileFeatures) => Reached | null | undefined,
  ) => {
    const reached = group.flatMap((one) => of(one) ?? []);
    if (reached.length < k) return;
    const share = (stage: keyof Reached) =>
      bandOf(reached.filter((one) => one[stage]).length / reached.length);
    worked.push({
      kind,
      name,
      people: rangeOf(reached.length, k),
      interview: share('interview'),
      offer: share('offer'),
    });
  };
  tell('all', 'applying', ({ reached }) => reached);
  for (const name of channels) tell('channel', name, ({ by_channel }) => by_channel[name]);
  for (const name of strategies) tell('strategy', name, ({ by_strategy }) => by_strategy[name]);

  const topics = new Map<string, number>();
  for (const topic of group.flatMap(({ helpful }) => helpful))
    topics.set(topic, (topics.get(topic) ?? 0) + 1);
  const helpful_topics = [...topics]
    .filter(([, count]) => count >= k)
    // By name: an order by number would tell more than the range does.
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([topic, count]) => ({ topic, people: rangeOf(count, k) }));
  return { people: rangeOf(group.length, k), worked, helpful_topics };
}

export function bandOf(share: number): Band {
  return bands[Math.min(bands.length - 1, Math.floor(share * bands.length))]!;
}

const EDGES = [10, 20, 50, 100, 200, 500];

/** «5 to 9», «10 to 19»; the first range begins at `k`. */
export function rangeOf(count: number, k: number): string {
  const edges = [k, ...EDGES.filter((edge) => edge > k)];
  const at = edges.findLastIndex((edge) => count >= edge);
  const next = edges[at + 1];
  return next === undefined ? `${edges[at]} or more` : `${edges[at]} to ${next - 1}`;
}
