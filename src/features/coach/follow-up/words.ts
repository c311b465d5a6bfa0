/*
 * The words that follow-ups are made of. All patterns are for one line of text; those that read the beginning of a
 * message are for one without its lead-in.
 */

/** «Ok, and …», «hm, but …»: says nothing of what is asked. */
const LEAD =
  /^(?:(?:ok(?:ay)?|so|but|also|then|yes|yeah|no|nope|well|right|hm+|ah|oh|got it|i see|thanks|thank you|great|cool|good|perfect|fine|sure|alright|interesting|that said|that being said|apart from that|by the way)\b[\s,.!:…-]*)+/i;

export function withoutLead(text: string): string {
  const rest = text.trim().replace(LEAD, '');
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text.trim();
}

export const QUESTION_WORDS = 'what|which|who|whom|whose|when|where|why|how';
export const AUXILIARIES =
  'is|are|was|were|am|be|do|does|did|can|could|should|shall|will|would|may|might|must|have|has|had';
export const PRONOUNS = 'i|you|we|it|that|this|those|these|they|them|he|she|him|her|his|hers|their|its';

/** Words that no slot begins with: what follows «and» is then a sentence of its own. */
export const NO_SLOT = new RegExp(
  `^(?:${QUESTION_WORDS}|${AUXILIARIES}|${PRONOUNS}|if|because|since|there|here|not|please|tell|show|give|help|let|also|then|now|so|still|just|maybe)\\b`,
  'i',
);

export const PREPOSITIONS =
  'in|at|for|with|from|to|on|about|of|as|by|after|before|during|without|against|under|over|near|around|between|since|until';

/** Nouns that stand for whatever was listed. */
export const GENERIC =
  'one|ones|option|options|point|points|question|questions|idea|ideas|tip|tips|step|steps|item|items|thing|things|suggestion|reason|bullet|example|answer|part|way|piece|topic|choice|alternative|company|employer|place|offer|job|role|position|city|story|project|quote|sentence|person|name';

/** «Is it normal to …»: this «it» stands for what follows. */
export const EXPLETIVE =
  /\bit(?:'s)?\s+(?:(?:is|was|be|really|ever|still|generally|usually)\s+)*(?:ok(?:ay)?|normal|better|best|worth|possible|too|good|bad|rude|legal|hard|difficult|common|wise|smart|easy|important|true|fair|risky|sensible|allowed|necessary|make|makes|take|takes|cost|pay|pays|seem|seems|help|helps|look|rain|snow|mean|possible|unusual|weird|strange|late|early)\b.*\b(?:to|that|if|when|for|\w+ing)\b/i;

/** «This week» points at the calendar and not at what was said. */
export const CALENDAR =
  /\b(?:this|that|these|those)\s+(?:time|week|month|year|morning|evening|afternoon|night|day|days|weekend|quarter|summer|autumn|winter|spring|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/gi;
