import { tellWhatIsKnown } from './about-you.ts';
import { adviseFromPlaybook } from './advice.ts';
import { answerCorrection } from './correction.ts';
import { answerFromMemory } from './from-memory.ts';
import { type Reading, readKind } from './kind.ts';
import { smallTalk } from './small-talk.ts';
import { answerStatement } from './statement.ts';
import type { OfflineInput, OfflineReply, Turn } from './types.ts';

/** The name an answer carries when it was made here. */
export const OFFLINE_ENGINE = 'offline';

const HOW_MADE =
  '_Answered by the offline engine, from what you told it or added and from the playbook only. With `OPENAI_API_KEY` or `ANTHROPIC_API_KEY` set (or `LLM_BASE_URL` for a server of your own), a language model answers, with the same memory._';

/**
 * Answers without a language model: looks up, quotes, dates, compares. It states nothing about the person that it does
 * not quote, and says so where it has found nothing. How it was made is said once, in a conversation's first reply.
 */
export function answerOffline(input: OfflineInput): OfflineReply {
  const reading = readKind(input.message);
  const reply = replyTo(input, reading, isFirstReply(input.conversation));
  // Somebody in need is spared the small print.
  return reading.kind === 'crisis' ? reply : { ...reply, text: withHowMade(reply.text, input.conversation) };
}

/** A text with how it was made, where it is the first reply of its conversation. */
export function withHowMade(text: string, conversation: readonly Pick<Turn, 'role'>[]): string {
  return isFirstReply(conversation) ? `${text}\n\n${HOW_MADE}` : text;
}

/** A reply as it is quoted again: how it was made is none of what it said. */
export function withoutHowMade(text: string): string {
  return text.replace(HOW_MADE, '').trimEnd();
}

function isFirstReply(conversation: readonly Pick<Turn, 'role'>[]): boolean {
  return !conversation.some((turn) => turn.role === 'assistant');
}

function replyTo(input: OfflineInput, reading: Reading, isFirst: boolean): OfflineReply {
  const talk = smallTalk(reading.kind, isFirst);
  if (talk) return talk;
  switch (reading.kind) {
    case 'about-you':
      return tellWhatIsKnown(input);
    case 'statement':
      return answerCorrection(input) ?? answerStatement(input);
    case 'recall':
      return fromMemory(input, reading) ?? withoutFact(input, reading);
    default:
      if (reading.wantsMany) return fromMemory(input, reading) ?? nothingFound(reading);
      return adviseFromPlaybook(input, reading) ?? fromMemory(input, reading) ?? nothingFound(reading);
  }
}

function fromMemory(input: OfflineInput, reading: Reading): OfflineReply | null {
  const part = answerFromMemory(input, reading);
  return part && { kind: 'recall', ...part, advice: [] };
}

/** Asked about themselves, and nothing was said: that comes first; a piece that fits may follow, and never stands for it. */
function withoutFact(input: OfflineInput, reading: Reading): OfflineReply {
  const advice = reading.ofCoach ? null : adviseFromPlaybook({ ...input, recalled: [] }, reading);
  const nothing = nothingFound(reading);
  if (!advice) return nothing;
  return { ...advice, text: `${nothing.text}\n\nWhat the playbook says on the matter:\n\n${advice.text}` };
}

function nothingFound(reading: Reading): OfflineReply {
  const text =
    reading.kind === 'recall'
      ? reading.ofCoach
        ? 'I find nothing like that among what I have told you.'
        : 'I did not find that among what you have told me, and I will not guess. I look for words: other words may find it. Or tell me, and I will remember it.'
      : 'I did not find anything on that, in what you have told me or in the playbook. I look for words (in English), so other words may find it. Ask me about your search, your CV, interviews, pay or the next step, or tell me more.';
  return { kind: 'nothing', text, memories: [], advice: [] };
}
