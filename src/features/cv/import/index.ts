import {
  type Resume,
  resumeSchemaErrors,
  resumeText,
  type SourceSpans,
} from '../../../career/resume/index.ts';
import { type DocumentKind, documentLimits, type ReadDocument } from '../../../documents/index.ts';
import { invalidInput } from '../../../kernel/errors.ts';
import type { CvDocument, CvWarning } from '../cvs.ts';
import type { CvDeps } from '../deps.ts';
import { cleanFilename } from '../filename.ts';
import { Upload } from '../schemas.ts';
import { extract } from './extract.ts';
import { searchable } from './locate.ts';
import { spansOf } from './spans.ts';
import { refuseUnstorable } from './unstorable.ts';

/** What somebody handed in; one of the three is there. */
export interface Import {
  file?: Upload;
  text?: string;
  json_resume?: Record<string, unknown>;
  filename?: string;
}

/** A CV that was read and is not stored yet. */
export interface Imported {
  filename: string;
  kind: DocumentKind;
  size: number;
  resume: Resume;
  text: string;
  spans: SourceSpans;
  warnings: CvWarning[];
  engine: string;
  document: CvDocument | null;
}

export async function importCv(
  { file, text, json_resume, filename }: Import,
  deps: Pick<CvDeps, 'documents' | 'desk' | 'chat' | 'config'>,
  signal?: AbortSignal,
): Promise<Imported> {
  if (json_resume) {
    const size = Buffer.byteLength(JSON.stringify(json_resume));
    return { ...fromResume(json_resume, 'json_resume'), filename: cleanFilename(filename, 'json'), size };
  }
  const given = file ?? new Upload(Buffer.from(text ?? ''), undefined, 'text/plain');
  const name = filename ?? given.filename;
  const document = await deps.documents.read(given.bytes, {
    filename: given.filename ?? name,
    mediaType: given.mediaType,
    signal,
  });
  const shared = { filename: cleanFilename(name, document.kind), size: given.bytes.length };
  if (document.kind === 'json') return { ...shared, ...fromFile(document, file ? 'file' : 'text') };
  const extracted = await extract(document, deps, signal);
  const { text: source, ...facts } = document;
  return { ...shared, ...extracted, kind: document.kind, text: source, document: facts };
}

function fromFile(document: ReadDocument, field: string) {
  const value: unknown = JSON.parse(document.text);
  refuseUnstorable(value, field);
  const read = fromResume(value, field);
  return { ...read, warnings: [...document.warnings, ...read.warnings] };
}

/** Nothing is read here, only checked: the person's own data. Its text is written out of it, for those who search it. */
function fromResume(value: unknown, field: string): Omit<Imported, 'filename' | 'size'> {
  const resume = correctedResume(value, field);
  const text = resumeText(resume);
  return {
    kind: 'json',
    resume,
    text,
    spans: spansOf(resume, searchable(text)),
    warnings: [],
    engine: 'offline',
    document: null,
  };
}

/** As `validResume`; a CV without a word is refused. */
export function correctedResume(value: unknown, field: string): Resume {
  const resume = validResume(value, field);
  if (resumeText(resume).trim() === '')
    throw invalidInput([{ field, message: 'says nothing: every section is empty' }]);
  return resume;
}

/** The value as a CV, no longer than one may be; the field errors point into it, under the name that it was sent by. */
export function validResume(value: unknown, field: string): Resume {
  const problems = resumeSchemaErrors(value);
  if (problems.length === 0) {
    if (resumeText(value as Resume).length <= documentLimits.characters) return value as Resume;
    const limit = documentLimits.characters.toLocaleString('en-US');
    throw invalidInput([{ field, message: `must hold at most ${limit} characters` }]);
  }
  throw invalidInput(
    problems.map((problem) => ({
      field: problem.field === 'resume' ? field : `${field}.${problem.field}`,
      message: problem.message,
    })),
  );
}
