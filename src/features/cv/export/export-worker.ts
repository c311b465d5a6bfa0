import type { Resume } from '../../../career/resume/index.ts';
import { resumeDocx } from './docx.ts';
import type { PlainPart } from './pdf/plain.ts';
import { LettersMissing, plainPdf, resumePdf } from './pdf/render.ts';

/** What the parent asks: a resume as a file, or the paragraphs of a letter as PDF. */
export type Question =
  | { format: 'pdf' | 'docx'; resume: Resume }
  | { format: 'plain'; parts: readonly PlainPart[] };

export type Answer = { bytes: Uint8Array } | { lettersMissing: string[] };

export async function work(question: Question): Promise<Answer> {
  try {
    return { bytes: await bytesOf(question) };
  } catch (error) {
    if (error instanceof LettersMissing) return { lettersMissing: error.letters };
    throw error;
  }
}

async function bytesOf(question: Question): Promise<Uint8Array> {
  if (question.format === 'plain') return await plainPdf(question.parts);
  return question.format === 'pdf' ? await resumePdf(question.resume) : await resumeDocx(question.resume);
}
