import type { Logger } from '../../kernel/logger.ts';
import type { Memory, NewMessage } from '../../memory/types.ts';
import type { Stage } from './stages.ts';

export interface Move {
  application_id: string;
  event_id: string;
  title: string;
  company: string;
  from: Stage | null;
  to: Stage;
  note: string | null;
}

const longestNote = 300;
/** Messages of one call to memory. */
const batch = 200;

const created: Record<Stage, string> = {
  saved: 'I saved the job',
  applied: 'I applied for the job',
  screening: 'I am in screening for the job',
  interview: 'I am in interviews for the job',
  offer: 'I have an offer for the job',
  accepted: 'I accepted the job',
  rejected: 'I was rejected for the job',
  withdrawn: 'I withdrew my application for the job',
  ghosted: 'I got no answer to my application for the job',
};

function sentence({ title, company, from, to, note }: Move): string {
  const text =
    from === null || from === to
      ? `${created[to]} ${title} at ${company}.`
      : `My application for ${title} at ${company} moved from ${from} to ${to}.`;
  if (!note) return text;
  return `${text} ${note.length > longestNote ? `${note.slice(0, longestNote).toWellFormed()}…` : note}`;
}

function toMessage(move: Move): NewMessage {
  return {
    text: sentence(move),
    role: 'user',
    // The same change is remembered once, however often it is told.
    message_id: move.event_id,
    conversation_id: move.application_id,
    context_type: 'application',
    metadata: { kind: 'application', id: move.application_id, stage: move.to },
  };
}

/**
 * Tells memory what became of applications. The change itself is stored by then and stands: a memory that is away loses
 * a sentence, which the log says.
 */
export async function rememberMoves(
  { memory, logger }: { memory: Pick<Memory, 'remember'>; logger: Logger },
  caller: string,
  moves: readonly Move[],
): Promise<void> {
  try {
    for (let start = 0; start < moves.length; start += batch)
      await memory.remember(caller, moves.slice(start, start + batch).map(toMessage));
  } catch (error) {
    const reason = error instanceof Error ? error.name : typeof error;
    logger.warn({ reason, moves: moves.length }, 'applications: changes were stored and not remembered');
  }
}
