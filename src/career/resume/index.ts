export { pointerTo, valueAt, withValueAt } from './pointer.ts';
export { resumeSchemaErrors } from './schema.ts';
export {
  headLines,
  type ResumeEntry,
  type ResumeHeader,
  type ResumeSection,
  resumeHeader,
  resumeSections,
} from './sections.ts';
export { resumeText } from './text.ts';
export type * from './types.ts';
