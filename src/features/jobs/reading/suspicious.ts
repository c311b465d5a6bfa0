import type { PostingWarning } from './draft.ts';
import { oneLine } from './plain.ts';

/** Words that are meant for a language model and not for an applicant. */
const patterns = [
  /\b(?:ignore|disregard|forget|override|bypass)\b[^.\n]{0,40}\b(?:instructions?|prompts?|guidelines|directives|context)\b/i,
  /\b(?:ignorier\w*|missachte\w*|vergiss|vergessen sie)\b[^.\n]{0,40}\b(?:anweisung\w*|instruktion\w*)/i,
  /\bignore[zr]?\b[^.\n]{0,30}\b(?:les |toutes )[^.\n]{0,20}(?:instructions|consignes)\b/i,
  /\b(?:ignora|olvida)\b[^.\n]{0,40}\binstrucciones\b/i,
  /\byou are (?:now |no longer )?(?:an? |the )?(?:helpful |large )?(?:ai|a\.i\.|language model|llm|chatbot|chatgpt|assistant model)\b/i,
  /\bif you(?:'re| are) (?:an? )?(?:ai|llm|language model|chatgpt|bot|large language model)\b/i,
  /\b(?:system|developer) (?:prompt|message)\b\s*[:=]|\bnew (?:system )?instructions?\s*:/i,
  /<\/?(?:system|assistant|instructions?)>|\[\/?INST\]|<\|im_(?:start|end)\|>|^#{2,} ?(?:system|instruction)s?\b/im,
  /\b(?:reveal|print|repeat|output|show)\b[^.\n]{0,30}\b(?:system prompt|your (?:prompt|instructions)|api keys?)\b/i,
  /\b(?:do not|don't|never) (?:tell|inform|mention (?:this|it) to|show (?:this|it) to) the (?:user|applicant|candidate)\b/i,
  /\b(?:rate|rank|score|recommend) (?:this|the) (?:candidate|applicant|job|posting|cv|resume)\b[^.\n]{0,40}\b(?:highest|perfect|100|10\/10|excellent|best)\b/i,
];

/** Warns of each passage that speaks to a program; the text itself is kept as it is, and is never followed. */
export function suspiciousPassages(text: string): PostingWarning[] {
  const found = patterns.flatMap((pattern) => pattern.exec(text) ?? []);
  return found.slice(0, 5).map((passage) => ({
    code: 'suspicious_text',
    message: `This passage speaks to a program and not to a reader: «${oneLine(passage, 160)}». It is kept as text and never followed.`,
  }));
}
