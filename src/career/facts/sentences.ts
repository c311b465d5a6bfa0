/** A stretch of a message that is read by itself. */
export interface Sentence {
  text: string;
  /** Where it begins in the message. */
  start: number;
}

const ABBREVIATION = /\b(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|prof|st|inc|ltd|co|approx|jr|sr|[A-Z])\.$/i;
const LONGEST = 600;

/** «I live in Lyon, is that a problem?»: what stands before the clause that asks is told. */
const ASKING_CLAUSE =
  /(?:,| -| –|;| and| but| so)\s+(?:(?:and|but|so|then) )?(?=(?:what|how|is|are|should|can|could|will|would|do|does|did|am|any|which|where|when|why|who|may|might|have|has)\b)/gi;
/** How a sentence starts that asks from its first word. */
const ASKS =
  /^\W*(?:(?:so|and|but|ok|okay|well|hi|hey|hello|also|then|now|no|yes|sorry|wait)[,!]?\s+)*(?:what|how|is|are|was|were|should|can|could|will|would|do|does|did|am|any|which|where|when|why|who|whom|whose|may|might|have|has|had|shall)\b/i;

/** The sentences of a masked message that tell something; of one that asks, the part before it does. */
export function tellingSentences(masked: string): Sentence[] {
  return split(masked).flatMap(({ text, start }): Sentence[] => {
    if (!/[?？]["')\]\s]*$/.test(text)) return ASKS.test(text) && !isExclaimed(text) ? [] : [{ text, start }];
    if (ASKS.test(text)) return [];
    const asking = [...text.matchAll(ASKING_CLAUSE)][0];
    return asking ? [{ text: text.slice(0, asking.index), start }] : [];
  });
}

/** «When I lived in Rome, …», «Now …» and «Have moved to Lyon!» begin like questions and ask nothing. */
function isExclaimed(text: string): boolean {
  return /^\W*(?:when|while|where) i\b/i.test(text);
}

function split(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const end = (at: number) => {
    const piece = text.slice(start, at);
    const lead = piece.length - piece.trimStart().length;
    const trimmed = piece.trim();
    if (/\p{L}/u.test(trimmed) && trimmed.length <= LONGEST)
      found.push({ text: trimmed, start: start + lead });
    start = at;
  };
  for (const { index, 0: mark } of text.matchAll(/[.!?…]+["')\]]*(?=\s|$)|\n+|[。！？]/g)) {
    const at = index + mark.length;
    if (mark === '.' && ABBREVIATION.test(text.slice(Math.max(0, at - 12), at))) continue;
    end(at);
  }
  end(text.length);
  return found;
}
