import { parentPort } from 'node:worker_threads';
import type { Resume } from '../../../career/resume/index.ts';
import { resumeDocx } from './docx.ts';
import { LettersMissing, resumePdf } from './pdf/render.ts';

/** What the parent asks: a resume as a file. */
export interface Question {
  id: number;
  format: 'pdf' | 'docx';
  resume: Resume;
}

export type Answer =
  | { id: number; bytes: Uint8Array }
  | { id: number; lettersMissing: string[] }
  | { id: number; error: string };

async function answer({ id, format, resume }: Question): Promise<Answer> {
  try {
    return { id, bytes: format === 'pdf' ? await resumePdf(resume) : await resumeDocx(resume) };
  } catch (error) {
    if (error instanceof LettersMissing) return { id, lettersMissing: error.letters };
    // The message could hold words of the CV.
    return { id, error: error instanceof Error ? error.name : 'Error' };
  }
}

parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await answer(question)));
