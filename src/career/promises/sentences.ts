export interface Sentence {
  text: string;
  /** Its place in the whole text. */
  start: number;
}

const LONGEST = 4_000;
/** Nobody promises anything in a sentence that is longer; what is read of sentences takes more than its share of time then. */
const LONGEST_SENTENCE = 600;
/** Letters and prepared answers say «I will» on nobody's behalf yet. */
const A_DRAFT =
  /^[^\S\n]*dear\b|\b(?:dear (?:hiring|recruit|sir|madam|mr|ms|mrs|team)|sincerely|(?:kind|best|warm) regards|yours (?:truly|faithfully))\b|\b(?:here(?:'s| is)|this is) (?:my|the|a) (?:(?:draft|current|new|cover|practice|sample) )*(?:draft|answer|letter|e-?mail|reply|text|message|pitch|script|version)\b|\b(?:how does (?:this|that|it) sound|what do you think of this)\b[^.!]*:/im;

/** What was said in one's own name: without quotations and pasted letters; places in the text stay as they are. */
export function ownSentences(text: string): Sentence[] {
  if (text.length > LONGEST || A_DRAFT.test(text)) return [];
  const blank = (quoted: string) => quoted.replace(/[^\n]/g, ' ');
  const own = text
    .replace(/[\u2018\u2019]/g, "'")
    // A dot of the same width that ends no sentence.
    .replace(/\b(Dr|Mr|Mrs|Ms|Prof|St|vs|approx|e\.g|i\.e)\.(?=\s)/g, '$1\u2024')
    .replace(/```[\s\S]*?(?:```|$)/g, blank)
    .replace(/^[ \t]*>.*$/gm, blank)
    .replace(
      /"[^"\n]*"|\u201c[^\u201c\u201d\n]*\u201d|\u201e[^\u201c-\u201e\n]*[\u201c\u201d]|\u00ab[^\u00ab\u00bb\n]*\u00bb/g,
      blank,
    );
  const sentences: Sentence[] = [];
  for (const match of own.matchAll(/[^.!?\n]+(?:\.(?=\S)[^.!?\n]*)*[.!?]*/g)) {
    const lead = /^[\s*\-•]*/.exec(match[0])![0].length;
    const sentence = match[0].slice(lead).trimEnd();
    if (sentence && sentence.length <= LONGEST_SENTENCE)
      sentences.push({ text: sentence, start: match.index + lead });
  }
  return sentences;
}
