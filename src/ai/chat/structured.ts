import { generateText, NoObjectGeneratedError, NoOutputGeneratedError, Output } from 'ai';
import type { z } from 'zod';
import { AppError } from '../../kernel/errors.ts';
import { providerFailure } from './errors.ts';
import type { ChatModel } from './model.ts';

export interface StructuredRequest<Schema extends z.ZodType> {
  chat: ChatModel;
  schema: Schema;
  /** What the answer is, for the model: a short name without spaces. */
  name: string;
  /** Ours alone; what a person or a web page wrote belongs in `prompt`, marked as data. */
  instructions: string;
  prompt: string;
  /** Unset: the model's own. */
  temperature?: number;
  signal?: AbortSignal;
}

/** How often an answer that is not of the schema is asked for again. */
const attempts = 2;

/**
 * Asks the model for an object of a schema. Throws an `AppError`: `llm_unavailable` (503) where it is away, `llm_failed`
 * (502) where what it answers is not of the schema twice over. What comes back is checked in form only: whether it is
 * true is the caller's to check against its sources.
 */
export async function generateStructured<Schema extends z.ZodType>({
  chat,
  schema,
  name,
  instructions,
  prompt,
  temperature,
  signal,
}: StructuredRequest<Schema>): Promise<z.output<Schema>> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { output } = await generateText({
        model: chat.languageModel,
        instructions,
        prompt,
        output: Output.object({ schema, name }),
        ...(temperature !== undefined && { temperature }),
        abortSignal: signal,
      });
      return output as z.output<Schema>;
    } catch (error) {
      const malformed = NoObjectGeneratedError.isInstance(error) || NoOutputGeneratedError.isInstance(error);
      if (!malformed) throw providerFailure(error);
      if (attempt < attempts) continue;
      throw new AppError('llm_failed', {
        status: 502,
        title: 'The language model gave no usable answer',
        detail: 'The language model answered, but not in the form that was asked for.',
        remedy: 'Try again, or set LLM_MODEL to a model that can answer in a given form.',
      });
    }
  }
}
