/** What a column of a file can be read as. */
export const fields = [
  'company',
  'title',
  'location',
  'url',
  'salary',
  'stage',
  'applied_at',
  'interview_at',
  'remind_at',
  'saved_at',
  'next_step',
  'source',
  'tags',
  'contacts',
  'notes',
  'stage_history',
] as const;
export type Field = (typeof fields)[number];

export const dateFields = ['applied_at', 'interview_at', 'remind_at', 'saved_at'] as const;

/** Names of columns in trackers, spreadsheets and exports. Compared without case, accents and punctuation. */
const aliases: Record<Field, string> = {
  company:
    'company, company name, employer, employer name, organization, organisation, org, firm, business, unternehmen, firma, entreprise, empresa',
  title:
    'title, job title, role, role title, position, position title, job, job name, job role, vacancy, opening, stelle, poste, puesto',
  location: 'location, job location, city, place, office, where, ort, lieu, ubicacion',
  url: 'url, link, job url, job link, job posting, posting, posting url, posting link, application link, application url, job post, job posting url, job posting link, website, web address',
  salary: 'salary, salary range, pay, pay range, compensation, comp, expected salary, wage, gehalt, salaire',
  stage:
    'stage, status, application status, application stage, current status, current stage, state, phase, outcome, result, progress',
  applied_at:
    'applied at, date applied, applied on, applied, applied date, application date, date of application, date submitted, submitted on, submission date, date, bewerbungsdatum',
  interview_at:
    'interview at, interview date, interview on, interview, interview time, date of interview, next interview',
  remind_at:
    'remind at, reminder, reminder date, follow up date, follow up on, follow up, followup, follow up by, next action date, due date, due',
  saved_at:
    'saved at, date saved, saved on, date added, added on, added, created, created at, created on, date created',
  next_step: 'next step, next steps, next action, action, to do, todo, next',
  source:
    'source, found on, found via, job board, board, platform, site, channel, referral source, where found, how found',
  tags: 'tags, tag, labels, label, keywords, categories, category',
  contacts:
    'contacts, contact, contact name, contact person, recruiter, recruiter name, hiring manager, point of contact, poc',
  notes: 'notes, note, comments, comment, remarks, description, details, feedback, notizen',
  stage_history: 'stage history, history, timeline',
};

function plain(header: string): string {
  return header
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const known = new Map(
  (Object.entries(aliases) as [Field, string][]).flatMap(([field, names]) =>
    names.split(', ').map((name, i) => [name, { field, rank: i }] as const),
  ),
);

export interface Column {
  /** As it stands in the file. */
  header: string;
  /** Null: not read. */
  field: Field | null;
  /** How that was found: by the name, or by the mapping that came with the file. */
  by: 'name' | 'mapping' | null;
}

/**
 * What each column is read as. Of two columns for the same thing the one with the plainer name is taken («Status»
 * before «Outcome»); a mapping (header to field, null for «leave it») goes before all names.
 */
export function readColumns(
  headers: readonly string[],
  mapping: Readonly<Record<string, Field | null>> = {},
): Column[] {
  const columns = headers.map((header): Column => ({ header, field: null, by: null }));
  const given = new Map(Object.entries(mapping).map(([header, field]) => [plain(header), field]));
  const taken = new Set<Field>();
  for (const column of columns) {
    const field = given.get(plain(column.header));
    if (field === undefined) continue;
    column.by = 'mapping';
    if (field === null || taken.has(field)) continue;
    column.field = field;
    taken.add(field);
  }
  const candidates = columns
    .flatMap((column) => {
      const match = column.by === null ? known.get(plain(column.header)) : undefined;
      return match ? [{ column, ...match }] : [];
    })
    .sort((a, b) => a.rank - b.rank);
  for (const { column, field } of candidates) {
    if (taken.has(field)) continue;
    taken.add(field);
    column.field = field;
    column.by = 'name';
  }
  return columns;
}

/** Which headers of a mapping the file does not have. */
export function strangeHeaders(
  headers: readonly string[],
  mapping: Readonly<Record<string, unknown>>,
): string[] {
  const there = new Set(headers.map(plain));
  return Object.keys(mapping).filter((header) => !there.has(plain(header)));
}
