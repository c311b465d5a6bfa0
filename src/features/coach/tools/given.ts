import { AppError } from '../../../kernel/errors.ts';
import type { Memory } from '../../../memory/types.ts';
import type { Question } from '../engine.ts';
import type { Material } from '../sources.ts';
import type { Workbench } from '../workbench/index.ts';

/** What the tools of one answer work with. */
export interface ToolsGiven {
  memory: Memory;
  workbench: Workbench;
  question: Question;
  material: Material;
}

/** What the model reads in place of a result. */
export interface Refusal {
  not_done: string;
}

export const refusal = (not_done: string): Refusal => ({ not_done });

/** A fault of the input is told to the model, which can put it right or say so; anything else stays an error. */
export async function orRefusal<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return refusal(error.detail ?? error.title);
    throw error;
  }
}
