import type { Resume } from '../../../career/resume/index.ts';

const SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';

/** The resume as a JSON Resume file: which schema it follows, and when it was changed last. */
export function jsonResumeFile(resume: Resume, lastModified: string): string {
  const { meta, ...sections } = resume;
  const file = { $schema: SCHEMA, ...sections, meta: { ...meta, version: 'v1.0.0', lastModified } };
  return `${JSON.stringify(file, null, 2)}\n`;
}
