import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../src/kernel/errors.ts';

const schema = z.object({
  id: z.string().min(1),
  source: z.string().default('unknown'),
  messages: z.array(z.object({ id: z.string() })),
  questions: z.array(
    z.object({
      id: z.string(),
      category: z.coerce.string().default(''),
      question: z.string().min(1),
      evidence: z.array(z.string()),
    }),
  ),
});

export type Conversation = z.infer<typeof schema> & { file: string };

/** What an evaluation needs of a file beside what the import reads of it. */
export async function readConversation(file: string): Promise<Conversation> {
  const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (parsed.success) return { ...parsed.data, file };
  const issue = parsed.error.issues[0]!;
  throw new AppError('invalid_input', {
    status: 400,
    title: 'The input is not valid',
    detail: `${file}: ${issue.path.join('.')}: ${issue.message}.`,
    remedy: 'evals/README.md describes the format.',
  });
}
