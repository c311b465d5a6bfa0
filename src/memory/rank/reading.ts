import { termsOf } from '../text/analyze.ts';
import { termHash } from '../text/hash.ts';
import { fold } from '../text/tokens.ts';

/**
 * What a message is like, read off its words: whether it asks, tells of a time, holds numbers or names, states a wish.
 * Depends on the message alone, never on the question: it is made once, when the message is indexed, and kept with it
 * (`stored-reading.ts`), since cutting up some hundred texts anew is what would make a question slow.
 */
export interface Reading {
  /** The speaker a text names at its start, as «Ann: …», folded; null where it names none. */
  speaker: string | null;
  /** The distinct index terms of what was read, as hashes. */
  terms: Int32Array;
  /** The sentences of the body, one behind the other: places in `terms`, in order. */
  words: Uint16Array;
  /** Where in `words` each sentence ends. */
  ends: Uint16Array;
  /** Equal for texts with the same index terms; empty where there are none. */
  fingerprint: string;
  /** Equal for texts with the same words in the same order, the ones that are not indexed among them; 0 where it is not known. */
  wording: number;
  /** Length of the whole text in characters. */
  characters: number;
  /** The share of its sentences that ask. */
  asks: number;
  /** Whether its last sentence asks. */
  endsAsking: boolean;
  /** A time told by words or by date: yesterday, last week, in June, at 5 pm. */
  time: boolean;
  number: boolean;
  /** Capitalised words inside sentences: names of people, places, things; damped by log. */
  names: number;
  /** Opens by thanking, praising or agreeing: more often an answer's politeness than news. */
  polite: boolean;
  /** «Always …», «from now on», «I prefer»: how the speaker wants to be served. */
  wishes: boolean;
  /** «Always … when I ask about …»: a standing instruction, meant for questions to come. */
  standing: boolean;
  because: boolean;
  /** Holds a word of questions that want more than yes or no: typed without a mark, that tells asking from telling. */
  open: boolean;
  /** Holds a word that makes the opposite of what is said. */
  denies: boolean;
  /** A place: «in Berlin», «at the», «from». */
  place: boolean;
}

const SPEAKER = /^\s*([\p{Lu}][\p{L}\p{M}'’.-]{0,24}(?: [\p{Lu}][\p{L}\p{M}'’.-]{0,24})?): /u;
const TIME =
  /\b(yesterday|today|tonight|tomorrow|last|next|ago|recently|since|weekend|week|month|year|summer|winter|spring|fall|autumn|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|in may|morning|evening|(?:\d{1,2} ?(?:am|pm)))\b/;
const NUMBER =
  /\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|once|twice|couple|several|first|second|third)\b/;
const POLITE =
  /^(?:thanks?|thank you|that's|that is|wow|awesome|great|congrats|congratulations|sounds? (?:good|great|like)|cool|ok(?:ay)?|sure|yeah|yes|yep|absolutely|definitely|glad|nice|amazing|i (?:totally )?agree|got it|no problem|hmm|oh|right|exactly|you're welcome|it's (?:great|completely|understandable)|certainly)\b/;
const WISHES =
  /^(?:please )?(?:always|never|remember|make sure|from now on|whenever|don't)\b|\b(?:i(?:'d)? prefer|i(?:'d)? rather|i (?:really )?(?:like|want|love) (?:to|it when)|when i ask|from now on|my preference)\b/;
const STANDING =
  /^(?:please )?(?:always|never)\b|\b(?:when(?:ever)? i (?:ask|talk|bring|mention)|from now on|every time i)\b/;
/** Words of questions that want to know more than yes or no. */
export const OPEN = /\b(?:what|which|who|whom|whose|when|where|why|how)\b/;
const DENIES =
  /\b(?:no|not|none|never|nobody|nothing|nowhere|neither|nor|cannot|without|(?:ai|are|ca|could|did|do|does|had|has|have|is|must|need|should|was|were|wo|would)n'?t)\b/;
const PLACE = /\b(?:in|at|from|near|to) (?:the |a |my |our )?\p{Lu}/u;

/**
 * How much of a long message is read, in characters; its words are matched in all of it, and its vector is of all of it.
 * What somebody means to tell stands at the beginning; beyond it reading costs more time than it tells.
 */
export const READ = 1_600;

/** Sentences of a text, at ends of sentences and of lines. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?。！？])\s+|(?<=[。！？])|\n+/).filter((s) => s.length > 1);
}

/** Texts up to this long are the same where their words are, whatever their order and marks; longer ones letter by letter. */
const SHORT = 600;

/** A text's words as one name: the same for the same set of terms. */
export function fingerprintOf(terms: Iterable<number>): string {
  const sorted = [...new Set(terms)].sort((a, b) => a - b);
  return sorted.length === 0 ? '' : fingerprintOfText(sorted.join(' '));
}

/**
 * Equal for what one speaker said in the same words; empty where there are none. Words that are not indexed, their order and
 * the marks of currencies count: «I want to move» is neither «I do not want to move» nor «Do I want to move?», and who went
 * from Berlin to Paris not who went from Paris to Berlin. Of a reading that was kept without them, the length tells.
 */
export function sayingOf({ fingerprint, speaker, wording, characters, endsAsking }: Reading): string {
  return fingerprint === ''
    ? ''
    : `${fingerprint} ${wording || `${characters} long`} ${endsAsking} ${speaker ?? ''}`;
}

/** What words are made of, and what tells apart where no word does: «€50», «$50», «B+», «B-», «−5», 👍, ☑; but no hyphen. */
const WORDING =
  /[\p{L}\p{M}\p{N}]+|[\p{Sc}\p{So}\p{Extended_Pictographic}+#%]|(?<=[\p{L}\p{N}])[-−](?![\p{L}\p{N}-])|(?<![\p{L}\p{N}-])[-−](?=\p{N})/gu;

/** The words of a folded text as one number; 0 for none. */
function wordingOf(folded: string): number {
  const words = folded.replaceAll("'", '').match(WORDING);
  return words ? termHash(words.join(' ')) : 0;
}

/** Two hashes of 32 bits: of some thousand texts no two meet by chance. */
function fingerprintOfText(text: string): string {
  return `${termHash(text).toString(36)}.${termHash(`${text.length} ${text}`).toString(36)}`;
}

/** Reads a message. `whole`: its indexable text. */
export function readMessage(whole: string): Reading {
  const text = whole.slice(0, READ);
  const named = SPEAKER.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const raw = sentencesOf(body);
  const folded = fold(body);
  const places = new Map<number, number>();
  const words: number[] = [];
  const ends = raw.map((sentence) => {
    for (const term of termsOf(sentence)) {
      const hash = termHash(term);
      let place = places.get(hash);
      if (place === undefined) {
        place = places.size;
        places.set(hash, place);
      }
      words.push(place);
    }
    return words.length;
  });
  const terms = Int32Array.from(places.keys());
  const asking = raw.filter((s) => /[?？]\s*$/.test(s)).length;
  let names = 0;
  for (const _ of body.matchAll(/(?<=[\p{Ll}\p{N},]\s)\p{Lu}[\p{L}]+/gu)) names++;
  return {
    speaker: named ? fold(named[1]!) : null,
    terms,
    words: Uint16Array.from(words),
    ends: Uint16Array.from(ends),
    fingerprint: whole.length < SHORT ? fingerprintOf(terms) : fingerprintOfText(whole),
    wording: wordingOf(folded),
    characters: whole.length,
    asks: raw.length ? asking / raw.length : 0,
    endsAsking: raw.length > 0 && /[?？]\s*$/.test(raw.at(-1)!),
    time: TIME.test(folded),
    number: NUMBER.test(folded),
    names: Math.log2(1 + names),
    polite: POLITE.test(folded),
    wishes: WISHES.test(folded),
    standing: STANDING.test(folded),
    because: /\b(because|'cause|cause|since|so that|inspired|motivated|reason|wanted to|thanks to)\b/.test(
      folded,
    ),
    open: OPEN.test(folded),
    denies: DENIES.test(folded),
    place: PLACE.test(body),
  };
}
