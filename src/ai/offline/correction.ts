import { blockQuote, endsAsking, sentencesOf } from './sentences.ts';
import type { OfflineInput, OfflineReply, Turn } from './types.ts';

const OPENS =
  /^(?:(?:no|nope|sorry|wait|oops|ah|hm+|correction|actually|i mean|i meant|rather|my (?:bad|mistake))\b[,.:;! ]*)+/;
/** What follows: the thing itself put right, or a value alone. */
const PUTS_RIGHT =
  /^(?:(?:(?:it|that|this|he|she|they|the [\w ]{1,30}?)(?: (?:was|is|were|are|should be|should have been)|'s)|i (?:said|meant|mean)|make (?:it|that)|not)\b|[$€£]?\d|(?:in|on|at|since|until|from) \S+\W*$)/;
const SAYS_NOTHING =
  /^(?:it|that|this)(?: (?:was|is)|'s)(?: (?:just|all|quite|really|very|so))* (?:fine|ok|okay|all|enough|good|great|right|correct|true|nothing|everything|it|cool|perfect|helpful|interesting|sad|bad)\b/;
const LONGEST = 160;

/** «No, it was 52,000»: puts right what was said just before, and means nothing without it. */
export function isCorrection(text: string): boolean {
  const folded = text.trim().toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ');
  if (folded.length > LONGEST || endsAsking(folded)) return false;
  const opened = OPENS.exec(folded);
  if (!opened) return false;
  const rest = folded.slice(opened[0].length);
  return PUTS_RIGHT.test(rest) && !SAYS_NOTHING.test(rest);
}

/** Tells that a correction is kept as one, with what it corrects. Null where nothing is corrected. */
export function answerCorrection({ message, conversation }: OfflineInput): OfflineReply | null {
  if (!isCorrection(message)) return null;
  const corrected = sayingBefore(conversation, message);
  if (corrected === null) return null;
  const text = `Noted as a correction of this:\n\n${blockQuote(corrected)}\n\nI have kept both, and show what you say now with it when I come back to it.`;
  return { kind: 'statement', text, memories: [], advice: [] };
}

/** What the person told last; where they asked, what they were shown for an answer. */
function sayingBefore(conversation: readonly Turn[], correction: string): string | null {
  const said = conversation.findLast(({ role }) => role === 'user');
  if (said && !endsAsking(said.text)) return sentenceFor(said.text, correction);
  const shown = conversation.at(-1);
  if (shown?.role !== 'assistant') return null;
  const quote = shown.text.split('\n').find((line) => line.startsWith('> '));
  return quote?.slice(2).trim() || null;
}

/** The sentence that a correction is about: the last one with a number where it has a number, else the last one. */
function sentenceFor(text: string, correction: string): string | null {
  const sentences = sentencesOf(text);
  const valued = /\d/.test(correction) ? sentences.findLast((sentence) => /\d/.test(sentence)) : undefined;
  return valued ?? sentences.at(-1) ?? null;
}

/** A text with a later correction in brackets behind the sentence it is about, so that neither is quoted alone. */
export function withCorrection(text: string, correction: string, day: string): string {
  const sentence = sentenceFor(text, correction);
  if (sentence === null) return text;
  const at = text.lastIndexOf(sentence);
  // A sentence that was cut up for its length does not stand in the text as it is.
  if (at < 0) return text;
  const [, words = sentence, end = ''] = /^(.*?)([.!?…]*)$/s.exec(sentence) ?? [];
  const said = correction
    .trim()
    .replace(/[.!…]+$/, '')
    .replace(/[.!?…]+\s+/g, '; ');
  return `${text.slice(0, at)}${words} (corrected on ${day}: «${said}»)${end}${text.slice(at + sentence.length)}`;
}
