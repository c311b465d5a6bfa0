import { AppError } from '../../kernel/errors.ts';
import { derivedUuid } from '../../kernel/ids.ts';
import type { NewMessage } from '../../memory/types.ts';
import type { LetterParts } from './deps.ts';
import { highlightsOf, type Letter } from './letter.ts';

const MOST_CHARACTERS = 200;

/**
 * What memory keeps of a letter: one message, of its newest version. The letter is kept already, so a failure is logged
 * and not thrown; what memory would say of it comes with the next version.
 */
export async function rememberLetter(
  { memory, logger }: Pick<LetterParts, 'memory' | 'logger'>,
  caller: string,
  letter: Letter,
): Promise<void> {
  try {
    if (letter.version > 1) await memory.forgetConversation(caller, letter.letter_id);
    await memory.remember(caller, [message(letter)]);
  } catch (error) {
    logger.warn({ code: error instanceof AppError ? error.code : 'unknown' }, 'letters: not remembered');
  }
}

function message({ letter_id, version, engine, tone, job, evidence }: Letter): NewMessage {
  const what = [job.title ?? 'a job', job.company_name && `at ${job.company_name}`].filter(Boolean).join(' ');
  const act = engine === 'person' ? 'edited my' : engine === 'offline' ? 'started a' : 'had a';
  const parts = [`I ${act} ${tone} application letter for ${what} (version ${version}).`];
  const name = evidence.find(({ sources }) => sources.some(({ pointer }) => pointer === '/basics/name'));
  const points = highlightsOf(evidence.filter((one) => one !== name))
    .filter((quote) => quote.length > 25)
    .slice(0, 3)
    .map(
      (quote) =>
        `«${quote.length > MOST_CHARACTERS ? `${quote.slice(0, MOST_CHARACTERS).toWellFormed()}…` : quote}»`,
    );
  if (points.length > 0) parts.push(`It rests on ${points.join(', ')}.`);
  return {
    role: 'user',
    text: parts.join(' '),
    message_id: derivedUuid('letter', letter_id, String(version)),
    conversation_id: letter_id,
    context_type: 'letter',
    metadata: { kind: 'letter', id: letter_id },
  };
}
