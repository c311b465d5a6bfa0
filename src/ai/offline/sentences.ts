import { wallClock } from '../../kernel/clock.ts';

const ABBREVIATION = /\b(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|prof|st|no|inc|ltd|co|approx|jr|sr|dept|[A-Z])\.$/i;
const LONGEST_QUOTE = 320;
/** What is cut between. Links, and scripts that set no spaces, have longer stretches without one than a quote holds. */
const WORD = /\S{1,80}/gu;

/**
 * The sentences of a text; a line of a list is one of its own, a sentence without an end is cut at its clauses. Quoted
 * lines (`> `) are somebody else's words: left out.
 */
export function sentencesOf(text: string): string[] {
  return whole(text).flatMap((sentence) =>
    sentence.length > LONGEST_QUOTE ? clausesOf(sentence) : [sentence],
  );
}

/** Stretches of a run-on sentence; what was left out before or after is marked. */
function clausesOf(sentence: string): string[] {
  const parts: string[] = [];
  for (const clause of sentence.split(
    /(?<=[,;])\s+(?=(?:and|so|but|because|since|which|while|though|given|especially)\b)/,
  )) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + clause.length < LONGEST_QUOTE / 2)
      parts[parts.length - 1] = `${last} ${clause}`;
    else parts.push(clause);
  }
  return parts.map((part, at) => `${at > 0 ? '… ' : ''}${part}${at < parts.length - 1 ? ' …' : ''}`);
}

function whole(text: string): string[] {
  const found: string[] = [];
  for (const line of text.split(/\n+/)) {
    if (/^\s*>/.test(line)) continue;
    let pieces: string[] = [];
    const end = () => {
      const sentence = pieces.join(' ').trim();
      if (/[\p{L}\p{N}]/u.test(sentence)) found.push(sentence);
      pieces = [];
    };
    for (const piece of line.split(/(?<=[.!?…]["'”’)\]]*)\s+(?=["'“‘([]?[\p{Lu}\p{N}])|(?<=[。！？])/u)) {
      pieces.push(piece);
      if (!ABBREVIATION.test(piece)) end();
    }
    end();
  }
  return found;
}

/** Whether a sentence asks, told by how it starts: «I pay $5, is that much?» tells something too. */
export function asks(sentence: string): boolean {
  const start =
    /^(?:(?:so|and|but|also|ok|okay|well|hi|hey|hello)[,!]? )*(?:what|when|where|who|whom|whose|which|why|how|is|are|am|was|were|do|does|did|can|could|should|would|will|shall|have|has|may|might|any)\b/i;
  const inverted =
    /^(?:what|where|which|why|how)\b[^.]*?\b(?:do|does|did|can|could|should|would|is|are) (?:i|you|we|my|the)\b/i;
  return start.test(sentence) && (endsAsking(sentence) || inverted.test(sentence));
}

/** Whether the last thing said is a question mark. Only the end is looked at: the time would grow with its square. */
export function endsAsking(sentence: string): boolean {
  return /[?？]\W*$/.test(sentence.slice(-100));
}

/** A Markdown block quote on one line. Memory recalls nothing of these replies (memory/own-words.ts). */
export function blockQuote(text: string): string {
  return `> ${text.replace(/\s+/g, ' ').trim()}`;
}

/** A sentence that is too long to quote, cut to the stretch that holds most of the words that matter. */
export function around(sentence: string, matters: (word: string) => boolean): string {
  if (sentence.length <= LONGEST_QUOTE) return sentence;
  const words = [...sentence.matchAll(WORD)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
    counts: matters(match[0]) ? 1 : 0,
  }));
  let best = { from: 0, to: 0, count: -1 };
  let [from, count] = [0, 0];
  for (const [to, word] of words.entries()) {
    count += word.counts;
    while (word.end - words[from]!.at > LONGEST_QUOTE) count -= words[from++]!.counts;
    if (count > best.count) best = { from, to, count };
  }
  const to = Math.max(
    best.to,
    words.findLastIndex((word) => word.end - words[best.from]!.at <= LONGEST_QUOTE),
  );
  const part = sentence.slice(words[best.from]!.at, words[to]!.end);
  return `${best.from > 0 ? '… ' : ''}${part}${to < words.length - 1 ? ' …' : ''}`;
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * 15 March 2024: the day something was said, in words no one reads the wrong way round. `utcOffset`: how far the reader's
 * clock is ahead of UTC, in minutes.
 */
export function dayOf(iso: string, utcOffset?: number): string {
  return DAY.format(wallClock(iso, utcOffset));
}
