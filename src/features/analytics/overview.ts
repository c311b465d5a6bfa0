import { type Kysely, sql } from 'kysely';
import type { ChatModel } from '../../ai/index.ts';
import { type Clock, toISO } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Memory } from '../../memory/types.ts';
import { type Database, instant, type Store } from '../../store/index.ts';

export interface OverviewParts {
  store: Pick<Store, 'kind' | 'read' | 'ping' | 'dialect'>;
  memory: Pick<Memory, 'progress'>;
  chat: ChatModel | null;
  clock: Clock;
  version: string;
}

const dayMs = 86_400_000;
const shownDays = 30;
const pingMs = 2_000;

/** What whoever runs the installation looks at first. Counts alone: nothing of what anybody said. */
export async function overview({ store, memory, chat, clock, version }: OverviewParts) {
  const now = clock.now();
  const database = await store.ping(pingMs).then(
    () => ({ status: 'ok' as const }),
    (error: unknown) => ({
      status: 'error' as const,
      reason: (error instanceof AppError && error.detail) || 'the database does not work as it should',
    }),
  );
  const { engine, dimensions, messages, embedded, pending, set_aside } = await memory.progress(null);
  const usage = await store.read((db) => usageOf(db, now));
  const totals = await store.read((db) => totalsOf(db));
  return {
    version,
    time: toISO(now),
    database: { kind: store.kind, ...database, vector_search: store.dialect.vectors.available },
    engines: { chat: chat?.engine ?? 'offline', embedding: engine, embedding_dimensions: dimensions },
    embedding: { messages, embedded, pending, set_aside },
    usage,
    totals: { ...totals, messages },
  };
}

/** Of each person a day counts once; days are UTC's. */
async function usageOf(db: Kysely<Database>, now: Date) {
  const today = Math.floor(now.getTime() / dayMs);
  const since = new Date((today - shownDays + 1) * dayMs);
  const day = sql<string>`substr(cast(d.created_at as varchar(30)), 1, 10)`;
  const rows = await db
    .selectFrom('interviewly.documents as d')
    .select(['d.owner', day.as('day'), (select) => select.fn.countAll<number>().as('count')])
    .where('d.role', '=', 'user')
    .where('d.created_at', '>=', instant(since))
    .where('d.created_at', '<=', instant(now))
    .groupBy(['d.owner', day])
    .execute();
  const names = Array.from({ length: shownDays }, (_, i) =>
    new Date((today - shownDays + 1 + i) * dayMs).toISOString().slice(0, 10),
  );
  const byDay = Map.groupBy(rows, (row) => row.day);
  const active = (days: number) => {
    const from = names.at(-days)!;
    return new Set(rows.filter((row) => row.day >= from).map(({ owner }) => owner)).size;
  };
  return {
    active_people: { day: active(1), week: active(7), month: active(shownDays) },
    days: names.map((name) => {
      const ofDay = byDay.get(name) ?? [];
      const written = ofDay.reduce((sum, row) => sum + Number(row.count), 0);
      return { day: name, messages: written, people: new Set(ofDay.map(({ owner }) => owner)).size };
    }),
  };
}

async function totalsOf(db: Kysely<Database>) {
  const count = async (
    table: 'interviewly.owners' | 'cover_letters' | 'applications' | 'interview_sessions',
  ): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select((select) => select.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    return Number(row.count);
  };
  const cvs = await db
    .selectFrom('cv_analyses')
    .select((select) => [
      select.fn.countAll().as('all'),
      // A row of its own is an analysis of a CV; else the row is a CV, which the original analysed in place.
      select.fn.count('cv_id').as('analyses'),
    ])
    .executeTakeFirstOrThrow();
  const people = await db
    .selectFrom('interviewly.owners')
    .select((select) => select.fn.countAll().as('count'))
    .where('documents', '>', 0)
    .executeTakeFirstOrThrow();
  return {
    people: Number(people.count),
    cvs: Number(cvs.all) - Number(cvs.analyses),
    analyses: Number(cvs.analyses),
    letters: await count('cover_letters'),
    applications: await count('applications'),
    interviews: await count('interview_sessions'),
  };
}
