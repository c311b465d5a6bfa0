import { toldText } from './own-words.ts';
import { analyzeText } from './text/analyze.ts';
import type { MemoryMessage } from './types.ts';

/** «Yes.», «52,000», «In two weeks»: of so few terms and characters, what they answer says what they mean. */
export const saysLittle = ({ conversation_id, text }: MemoryMessage): boolean =>
  conversation_id !== null && text.length <= 60 && analyzeText(text).length <= 3;

/** So far from its end a message asks what is answered: «Would you relocate? A yes or no will do.» */
const asksWithin = 300;

/**
 * The last question of the other side's message, to its end; null where it asks nothing there, or only recalls it. Questions
 * right before it belong to it: «Would you relocate? Yes or no?»
 */
export function questionOf(before: MemoryMessage, { role }: MemoryMessage): string | null {
  if (before.role === role) return null;
  const told = toldText(before).trimEnd();
  // Not from the middle of a character.
  const end = told.slice(-asksWithin).replace(/^[\udc00-\udfff]/, '');
  const mark = Math.max(end.lastIndexOf('?'), end.lastIndexOf('？'));
  if (mark < 0) return null;
  const starts = [...end.slice(0, mark).matchAll(/[.!](?=\s+[^\s\p{Ll}\p{N}])|[。！]|\n/gu)].map(
    ({ index }) => index + 1,
  );
  // Not from the middle of a word.
  const whole = end.length < told.length ? end.indexOf(' ') + 1 : 0;
  const question = end.slice(starts.at(-1) ?? Math.min(whole, mark)).trim();
  return question.length < told.length ? `[…] ${question}` : question;
}
