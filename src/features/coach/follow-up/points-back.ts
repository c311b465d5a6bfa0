import { AUXILIARIES, CALENDAR, EXPLETIVE, PREPOSITIONS, QUESTION_WORDS, withoutLead } from './words.ts';

/** What a message begins with where it goes on from what was said. */
const BEGINS =
  /^(?:and\b|or\b|it\b|its\b|it's\b|that\b|this\b|those\b|these\b|they\b|them\b|he\b|she\b|his\b|her\b|(?:what|how) about\b|the (?:other|same|next)\b|which one\b|(?:tell|show) me more\b|say more\b|more\b|go on\b|(?:is|was|does|did|do|are|were|can|could|should|will|would|has|had|have) (?:it|that|this|they|those|these|he|she|there)\b|(?:in that case|for example|such as|like what|how so|how come|why not|why|since when|until when|how (?:much|long|often|many|far|old|big)|when(?: exactly)?|where(?: exactly)?|who(?: exactly)?|really|are you sure|what else|what then|what next|what happened|and then|anything else|what for|with whom|by whom|for how long|to whom|from whom)\s*[?!.…]*$)/i;

/** Pronouns within a question, in places where they stand for something. */
const WITHIN = new RegExp(
  `(?:\\b(?:${PREPOSITIONS}|${AUXILIARIES}|say|said|mean|like|than|tell|told|ask|asked|call|get|got|find|found|use|used|make|made|handle|answer|explain|fix|mention|know|want|need|take|took|call|called|solve|do|show|update|write|send|bring|keep|change|improve|add|put|start|finish|prepare|see|read|try|choose|accept|decline)\\s+(?:that|this|it|them|those|these|him|her|he|she|they)\\b` +
    `|^(?:${QUESTION_WORDS})\\b.*\\b(?:that|this|it|he|she|they|them|him|her|his|their|there)\\b|\\b(?:my|the|any|work|go|went|was|live|lived|worked|start|started)\\s?[\\p{L}]*\\s+(?:there|back then)\\b)`,
  'iu',
);
/** «Somebody who says that …», «a company that …»: joins clauses. */
const CONJUNCTION =
  /\b(?:say|said|tell|told|think|know|mean|show|sure|so|such|(?!(?:is|was|does|has|are|were|after|before|at|on|in|for|of|like)\b)[a-z]+(?:y|n|r|t|b|e|s)) that (?:i|you|we|he|she|they|the|a|an|my|our|pays?|has|have|is|are|was|were|will|would|can)\b/i;

const LONGEST = 14;
/** A question with more words of its own than these says by itself what it is about. */
const MOST_OWN = 3;

/** Whether a message cannot be understood without what came before. `own`: how many words it has that say something. */
export function pointsBack(message: string, own: number): boolean {
  if (own === 0) return true;
  const text = withoutLead(message);
  const words = text.split(/\s+/).length;
  if (words > LONGEST || EXPLETIVE.test(text)) return false;
  const said = text.replace(CALENDAR, ' ');
  const isQuestion = /[?？]\s*$/.test(text);
  // «And yesterday I got a call» goes on telling; it needs nothing of what was told.
  if (/^(?:and|or)\b/i.test(said) && !isQuestion && own >= MOST_OWN) return false;
  if (BEGINS.test(said)) return words <= 12;
  if (isQuestion && own === 1 && words <= 4) return true;
  return own <= MOST_OWN && isQuestion && WITHIN.test(said) && !CONJUNCTION.test(said);
}

const ROLES =
  'manager|boss|recruiter|colleague|friend|mentor|partner|lead|head|director|interviewer|coach|brother|sister|wife|husband|teammate';
const PERSON = new RegExp(
  `\\b(?:(?:[Mm]y|[Oo]ur|[Tt]he|[Tt]heir)\\s+(?:[\\p{L}-]+\\s+)?(?:${ROLES})(?:,|\\s+is|\\s+was)?\\s+|(?:Dr|Mr|Mrs|Ms|Prof)\\.?\\s+|(?:called|named|met|with|told|asked|by)\\s+)(\\p{Lu}[\\p{L}'’-]+(?:\\s+\\p{Lu}[\\p{L}'’-]+)?)`,
  'gu',
);

/** Of each turn, in characters. */
const READ = 1_000;

/** Somebody who was named, and the turn in which they were. */
export interface Person {
  name: string;
  turn: number;
}

const SHE = /\b(?:she|her|hers)\b/i;
const HE = /\b(?:he|him|his)\b/i;
const TITLES: [RegExp, RegExp][] = [
  [/\b(?:Mrs|Ms)\.?\s+$|\b(?:sister|wife)\b[^.]*$/, SHE],
  [/\bMr\.?\s+$|\b(?:brother|husband)\b[^.]*$/, HE],
];

/** The person that «he» or «she» is about: who was named last, but for those whom the other word stands for. */
export function personOf(message: string, conversation: readonly { text: string }[]): Person | null {
  const wanted = SHE.test(message) ? SHE : HE.test(message) ? HE : null;
  if (!wanted) return null;
  const other = wanted === SHE ? HE : SHE;
  for (let turn = conversation.length - 1; turn >= Math.max(0, conversation.length - 6); turn--) {
    const text = conversation[turn]!.text.slice(0, READ);
    const named = [...text.matchAll(PERSON)];
    for (const [at, match] of named.entries().toArray().reverse()) {
      if (wordFor(text, match, named[at + 1]?.index) !== other) return { name: match[1]!, turn };
    }
  }
  return null;
}

/** «He» or «she», as who is named stands with it up to the next name; null where neither is said. */
function wordFor(text: string, match: RegExpExecArray, next = text.length): RegExp | null {
  const before = match[0].slice(0, match[0].length - match[1]!.length);
  const titled = TITLES.find(([title]) => title.test(before));
  if (titled) return titled[1];
  const after = text.slice(match.index + match[0].length, next);
  const [she, he] = [after.search(SHE), after.search(HE)];
  if (she < 0 && he < 0) return null;
  return he < 0 || (she >= 0 && she < he) ? SHE : HE;
}
