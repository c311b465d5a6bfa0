import type { Store } from '../../store/index.ts';
import { isBad, type Reason, reasonBits, reasons } from './judging.ts';

/** What is counted of one cluster, or of one week of it. */
export interface Count {
  messages: number;
  people: number;
}

export interface ClusterCounts extends Count {
  /** People behind each bit of the label: terms, then phrases. */
  peopleOfBit: number[];
  weeks: Map<number, Count>;
}

export interface GapCounts extends ClusterCounts {
  reasons: Record<Reason, Count>;
}

/** Everything that reports say, counted from the rows as they are: what was forgotten counts no longer. */
export interface Counts {
  questions: Count;
  /** Questions that belong to no cluster. */
  loose: Count;
  clusters: Map<number, ClusterCounts>;
  gaps: Map<number, GapCounts>;
}

export interface CountedRow {
  owner_id: string;
  week: number;
  cluster: number | null;
  terms: number;
  gap: number | null;
  gap_terms: number;
  reasons: number;
}

const bits = 14;

class People {
  messages = 0;
  readonly owners = new Set<number>();
  add(owner: number): void {
    this.messages++;
    this.owners.add(owner);
  }
  get count(): Count {
    return { messages: this.messages, people: this.owners.size };
  }
}

class Members extends People {
  readonly ofBit = Array.from({ length: bits }, () => new Set<number>());
  readonly weeks = new Map<number, People>();
  readonly reasons = new Map<Reason, People>(reasons.map((reason) => [reason, new People()]));

  take(owner: number, held: number, week: number): void {
    this.add(owner);
    for (let bit = 0; bit < bits; bit++) if (held & (1 << bit)) this.ofBit[bit]!.add(owner);
    const ofWeek = this.weeks.get(week) ?? new People();
    this.weeks.set(week, ofWeek);
    ofWeek.add(owner);
  }

  get counts(): ClusterCounts {
    return {
      ...this.count,
      peopleOfBit: this.ofBit.map(({ size }) => size),
      weeks: new Map([...this.weeks].map(([week, people]) => [week, people.count])),
    };
  }
}

/** Counts rows, as many at a time as are handed to it. */
export class Counter {
  readonly #numbers = new Map<string, number>();
  readonly #questions = new People();
  readonly #loose = new People();
  readonly #clusters = new Map<number, Members>();
  readonly #gaps = new Map<number, Members>();

  add(rows: readonly CountedRow[]): void {
    for (const row of rows) {
      const owner = this.#numbers.get(row.owner_id) ?? this.#numbers.size;
      this.#numbers.set(row.owner_id, owner);
      this.#questions.add(owner);
      if (row.cluster === null) this.#loose.add(owner);
      else members(this.#clusters, row.cluster).take(owner, row.terms, row.week);
      if (row.gap === null || !isBad(row.reasons)) continue;
      const gap = members(this.#gaps, row.gap);
      gap.take(owner, row.gap_terms, row.week);
      for (const [reason, people] of gap.reasons) if (row.reasons & reasonBits[reason]) people.add(owner);
    }
  }

  get counts(): Counts {
    return {
      questions: this.#questions.count,
      loose: this.#loose.count,
      clusters: new Map([...this.#clusters].map(([id, one]) => [id, one.counts])),
      gaps: new Map(
        [...this.#gaps].map(([id, one]) => [
          id,
          {
            ...one.counts,
            reasons: Object.fromEntries(
              [...one.reasons].map(([reason, people]) => [reason, people.count]),
            ) as Record<Reason, Count>,
          },
        ]),
      ),
    };
  }
}

function members(map: Map<number, Members>, id: number): Members {
  const known = map.get(id) ?? new Members();
  map.set(id, known);
  return known;
}

const atOnce = 4_000;
/** Whom a row belongs to may change without a row more or less; so long may a report be behind that, in ms. */
const freshMs = 30_000;

/** The counts of a run; counted again only where rows came, went or changed. */
export function createCounts(store: Pick<Store, 'read'>, now: () => number = Date.now) {
  let kept: { mark: string; at: number; counts: Promise<Counts> } | undefined;

  async function count(run: number): Promise<Counts> {
    const counter = new Counter();
    for (let after = 0; ; ) {
      const rows = await store.read((db) =>
        db
          .selectFrom('interviewly.analytics_messages')
          .select(['seq', 'owner_id', 'week', 'cluster', 'terms', 'gap', 'gap_terms', 'reasons'])
          .where('run', '=', run)
          .where('seq', '>', after)
          .orderBy('seq')
          .limit(atOnce)
          .execute(),
      );
      counter.add(rows);
      if (rows.length < atOnce) return counter.counts;
      after = rows.at(-1)!.seq;
    }
  }

  return async (run: number): Promise<Counts> => {
    const sums = await store.read((db) =>
      db
        .selectFrom('interviewly.analytics_messages')
        .select((select) => [
          select.fn.countAll().as('rows'),
          select.fn.sum('seq').as('seqs'),
          select.fn.sum('reasons').as('reasons'),
        ])
        .where('run', '=', run)
        .executeTakeFirstOrThrow(),
    );
    const mark = [run, sums.rows, sums.seqs, sums.reasons].join(' ');
    if (kept?.mark === mark && now() - kept.at < freshMs) return kept.counts;
    const counts = count(run);
    kept = { mark, at: now(), counts };
    counts.catch(() => {
      kept = undefined;
    });
    return counts;
  };
}
