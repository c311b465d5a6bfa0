import type { Kysely, Selectable } from 'kysely';
import type { Resume, SourceSpans, Span } from '../../career/resume/index.ts';
import type { ReadDocument } from '../../documents/index.ts';
import type { Database } from '../../store/index.ts';
import { type Identities, ownedBy } from '../account/index.ts';
import { toCv } from './stored.ts';

/** Something noticed while a CV was read; `pointer` (JSON pointer into the resume) where it is about one field. */
export interface CvWarning {
  code: string;
  message: string;
  pointer?: string;
  /** Where in the source text. */
  spans?: Span[];
}

/** What the file was like, beside its text: lines with fonts and places, layout, hidden text, links, pages. */
export type CvDocument = Omit<ReadDocument, 'text'>;

/** A CV of a person, whether we read it or the original did. */
export interface Cv {
  id: string;
  filename: string;
  /** pdf, docx, markdown, text, html, json; of rows of the original whatever they say. */
  file_type: string | null;
  /** In bytes. */
  file_size: number | null;
  resume: Resume;
  /** The source text that `spans` point into. */
  text: string;
  spans: SourceSpans;
  warnings: CvWarning[];
  /** JSON pointers to what the person corrected: fields, and lists and entries that they took something out of. */
  corrected: string[];
  /**
   * What made `resume` out of the text: `offline`, or a model such as `openai/gpt-4o`. Null where that is not known: the
   * original's own data.
   */
  engine: string | null;
  /** Null where the text came without a file, and for rows of the original. */
  document: CvDocument | null;
  created_at: string;
  updated_at: string;
}

/** The columns that a CV is made of. */
export const cvColumns = [
  'id',
  'filename',
  'file_type',
  'file_size',
  'extracted_text',
  'parsed_data',
  'source_spans',
  'warnings',
  'engine',
  'result',
  'created_at',
  'updated_at',
] as const;

export type CvRow = Pick<Selectable<Database['cv_analyses']>, (typeof cvColumns)[number]>;

/** The caller's CVs: analyses are further rows of the same table, and those of the original are CVs too. */
export function selectCvs(db: Kysely<Database>, identities: Pick<Identities, 'all'>) {
  return db
    .selectFrom('cv_analyses')
    .select(cvColumns)
    .where('cv_id', 'is', null)
    .where(ownedBy(identities, 'cv_analyses'));
}

/** Null where there is none of that id, or it is somebody else's. */
export async function findCv(
  db: Kysely<Database>,
  identities: Pick<Identities, 'all'>,
  id: string,
): Promise<Cv | null> {
  const row = await selectCvs(db, identities).where('id', '=', id).executeTakeFirst();
  return row ? toCv(row) : null;
}

/** The one added last; null where there is none. */
export async function latestCv(
  db: Kysely<Database>,
  identities: Pick<Identities, 'all'>,
  { except = [] }: { except?: readonly string[] } = {},
): Promise<Cv | null> {
  const row = await selectCvs(db, identities)
    .$if(except.length > 0, (query) => query.where('id', 'not in', [...except]))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toCv(row) : null;
}
