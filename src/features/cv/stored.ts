import { parseCv } from '../../career/parse/index.ts';
import { type Resume, resumeSchemaErrors, resumeText, type SourceSpans } from '../../career/resume/index.ts';
import { documentFromText, documentLimits } from '../../documents/index.ts';
import type { Cv, CvDocument, CvRow, CvWarning } from './cvs.ts';

/** A section or more must be there: `{}` is a valid JSON Resume too, and says nothing. */
const sections = [
  'basics',
  'work',
  'education',
  'skills',
  'projects',
  'volunteer',
  'certificates',
  'languages',
];

/** Whether stored data is a CV in our form; the original stored what its model happened to answer. */
export function isResume(value: unknown): value is Resume {
  if (typeof value !== 'object' || value === null) return false;
  return sections.some((name) => name in value) && resumeSchemaErrors(value).length === 0;
}

/** A row as a CV. What the original stored in another form is read from its text, every time, and not written back. */
export function toCv(row: CvRow): Cv {
  const cv = {
    id: row.id,
    filename: row.filename,
    file_type: row.file_type,
    file_size: row.file_size,
    engine: row.engine,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
  if (row.engine !== null || isResume(row.parsed_data)) {
    const resume = (row.parsed_data ?? {}) as Resume;
    return {
      ...cv,
      resume,
      text: row.extracted_text ?? resumeText(resume),
      spans: (row.source_spans ?? {}) as SourceSpans,
      warnings: (row.warnings ?? []) as CvWarning[],
      document: documentOf(row.result),
      corrected: correctedOf(row.result),
    };
  }
  return { ...cv, ...fromText(row.extracted_text ?? ''), corrected: [] };
}

function fromText(
  source: string,
): Pick<Cv, 'resume' | 'text' | 'spans' | 'warnings' | 'document' | 'engine'> {
  if (source.trim() === '') {
    const message = 'There is no text of this CV: it was not read when it was added. Add the file again.';
    return {
      resume: {},
      text: '',
      spans: {},
      warnings: [{ code: 'no_text', message }],
      document: null,
      engine: null,
    };
  }
  const { text, ...document } = documentFromText(source.slice(0, documentLimits.characters / 2));
  const { resume, spans, warnings } = parseCv({ text, ...document });
  return { resume, text, spans, warnings, document, engine: 'offline' };
}

/** What a row keeps beside the columns, with what was corrected. */
export function withCorrected(result: unknown, corrected: readonly string[]): Record<string, unknown> {
  return { ...(typeof result === 'object' && result !== null ? result : {}), corrected };
}

function correctedOf(result: unknown): string[] {
  if (typeof result !== 'object' || result === null || !('corrected' in result)) return [];
  return result.corrected as string[];
}

function documentOf(result: unknown): CvDocument | null {
  if (typeof result !== 'object' || result === null || !('document' in result)) return null;
  return result.document as CvDocument;
}
