import { randomUUID } from 'node:crypto';
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
      // A number in one known set of questions; null is none.
      category: z.preprocess((category) => category ?? '', z.coerce.string()),
      question: z.string().min(1),
      evidence: z.array(z.string()),
    }),
  ),
});

/** `user`: whose memory it is loaded as: nobody else's, whatever database it is loaded into. */
export type Conversation = z.infer<typeof schema> & { file: string; user: string };

/** What an evaluation needs of a file beside what the import reads of it. */
export async function readConversation(file: string): Promise<Conversation> {
  // Windows programs begin a file with a mark of its encoding, which is no part of the JSON.
  const parsed = schema.safeParse(JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, '')));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw invalid(`${file}: ${issue.path.join('.')}: ${issue.message}.`);
  }
  const wrong = mistakenId(parsed.data);
  if (wrong) throw invalid(`${file}: ${wrong}.`);
  return { ...parsed.data, file, user: `eval-${randomUUID()}` };
}

/** An id that would quietly count as a miss, or stand for another text than was meant; null where there is none. */
function mistakenId({ messages, questions }: z.infer<typeof schema>): string | null {
  const known = new Set<string>();
  for (const { id } of messages) {
    if (known.has(id)) return `two messages have the id ${JSON.stringify(id)}`;
    known.add(id);
  }
  for (const { id, evidence } of questions) {
    const missing = evidence.find((one) => !known.has(one));
    if (missing !== undefined)
      return `the evidence of question ${JSON.stringify(id)} names ${JSON.stringify(missing)}, which is no message here`;
  }
  return null;
}

/** Two of one id are one conversation twice, or a slip of whoever labelled them. */
export function checkDistinct(conversations: readonly Conversation[]): void {
  const files = new Map<string, string>();
  for (const { id, file } of conversations) {
    const other = files.get(id);
    if (other !== undefined) throw invalid(`${file}: id: ${JSON.stringify(id)} is the id of ${other} too.`);
    files.set(id, file);
  }
}

function invalid(detail: string): AppError {
  return new AppError('invalid_input', {
    status: 400,
    title: 'The input is not valid',
    detail,
    remedy: 'evals/README.md describes the format.',
  });
}
