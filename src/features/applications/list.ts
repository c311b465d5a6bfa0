import { type Kysely, sql } from 'kysely';
import { invalidInput } from '../../kernel/errors.ts';
import type { Database } from '../../store/index.ts';
import { type Identities, ownedBy } from '../account/index.ts';
import { type Application, trackAll } from './application.ts';
import { dueFollowUps } from './due.ts';
import { selectApplications } from './rows.ts';
import { type Stage, stageExpression, stages } from './stages.ts';

/** What a list can be sorted by; with `-` before it from the last to the first. Rows without the date come last. */
export const sortKeys = [
  'created_at',
  'updated_at',
  'applied_at',
  'remind_at',
  'interview_at',
  'company',
  'stage',
] as const;
export type SortKey = (typeof sortKeys)[number];
export type Sort = SortKey | `-${SortKey}`;

export interface ListFilter {
  stages?: Stage[];
  /** In title, company, place, notes, next step, tags and contacts. */
  q?: string;
  /** A part of the company's name. */
  company?: string;
  /** Only what there is something to do about, as `dueFollowUps` sees it. */
  due?: boolean;
  sort?: Sort;
  /** The id of the last one of the page before. */
  cursor?: string;
  /** 1 to 500; 50 by default. */
  limit?: number;
}

export interface Page {
  applications: Application[];
  next_cursor: string | null;
}

/** A text with what `like` has for wildcards taken literally. */
function containing(text: string): string {
  return `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
}

function matches(column: string, text: string) {
  return sql<boolean>`lower(cast(${sql.ref(column)} as text)) like lower(${containing(text)}) escape '\\'`;
}

const searched = [
  'job_postings.title',
  'job_postings.company_name',
  'job_postings.location',
  'applications.notes',
  'applications.next_step',
  'applications.tags',
  'applications.contacts',
];

function expressionOf(key: SortKey) {
  switch (key) {
    case 'company':
      return sql<string>`lower(coalesce(job_postings.company_name, ''))`;
    case 'stage': {
      const ranked = stages.map((name, i) => sql`when ${sql.lit(name)} then ${sql.lit(i)}`);
      return sql<number>`(case ${stageExpression()} ${sql.join(ranked, sql` `)} end)`;
    }
    case 'interview_at':
      return sql.ref('applications.interview_scheduled_at');
    default:
      return sql.ref(`applications.${key}`);
  }
}

/** A page of the caller's applications, the newest first unless told. */
export async function listApplications(
  db: Kysely<Database>,
  identities: Pick<Identities, 'all'>,
  filter: ListFilter,
  now: Date,
): Promise<Page> {
  const { sort = '-created_at', limit = 50, cursor } = filter;
  let query = selectApplications(db, identities);
  if (filter.stages) query = query.where(stageExpression(), 'in', filter.stages);
  if (filter.company) query = query.where(matches('job_postings.company_name', filter.company));
  if (filter.q) {
    const anywhere = searched.map((column) => matches(column, filter.q!));
    query = query.where(sql<boolean>`(${sql.join(anywhere, sql` or `)})`);
  }
  if (filter.due) {
    const ids = (await dueFollowUps(db, identities, now)).map((item) => item.application_id);
    if (ids.length === 0) return { applications: [], next_cursor: null };
    query = query.where('applications.id', 'in', [...new Set(ids)]);
  }

  const descending = sort.startsWith('-');
  const key = expressionOf(sort.replace(/^-/, '') as SortKey);
  const direction = sql.raw(descending ? 'desc' : 'asc');
  if (cursor !== undefined) query = query.where(await after(db, identities, cursor, key, descending));
  const rows = await query
    // Which nulls come first differs between the databases; here they are last both ways.
    .orderBy(sql`(case when ${key} is null then 1 else 0 end)`)
    .orderBy(sql`${key} ${direction}`)
    .orderBy(sql`applications.id ${direction}`)
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const applications = (await trackAll(db, page)).map(({ application }) => application);
  return { applications, next_cursor: rows.length > limit ? page.at(-1)!.id : null };
}

/** What comes after a row in an order. The database compares its own exact values with each other. */
async function after(
  db: Kysely<Database>,
  identities: Pick<Identities, 'all'>,
  cursor: string,
  key: ReturnType<typeof expressionOf>,
  descending: boolean,
) {
  const known = await db
    .selectFrom('applications')
    .leftJoin('job_postings', 'job_postings.id', 'applications.job_id')
    .select(sql<boolean | number>`(${key} is null)`.as('is_null'))
    .where('applications.id', '=', cursor)
    .where(ownedBy(identities, 'applications'))
    .executeTakeFirst();
  if (!known) throw invalidInput([{ field: 'cursor', message: 'is not a cursor of this list' }]);
  const than = sql.raw(descending ? '<' : '>');
  const laterId = sql<boolean>`applications.id ${than} ${cursor}`;
  if (known.is_null) return sql<boolean>`(${key} is null and ${laterId})`;
  const value = sql`(select ${key} from applications
    left join job_postings on job_postings.id = applications.job_id where applications.id = ${cursor})`;
  return sql<boolean>`(${key} ${than} ${value} or (${key} = ${value} and ${laterId}) or ${key} is null)`;
}
