import { fold } from '../text/tokens.ts';
import { type Stretch, stretchesIn } from './relative.ts';

/**
 * What a question asks for, read off its words: enough to know that «when» wants a message with a time in it. Rules of
 * English only; of any other language nothing is recognised, and every feature that builds on it is zero.
 */
export interface Question {
  /** Kinds of answer it may want; several may hold. */
  when: boolean;
  count: boolean;
  who: boolean;
  where: boolean;
  why: boolean;
  /** Wants many messages: a summary, an order of events, a list. */
  broad: boolean;
  /** «Have I ever …», «did I …»: a yes or a no, often contradicted elsewhere by «I've never …». */
  whether: boolean;
  /** Asks what the other side said or advised («what did you recommend»). */
  ofAssistant: boolean;
  /** Speaks of the asker: I, my, we. */
  ofAsker: boolean;
  /** Asks for advice rather than for a fact: what was said of one's wishes is then what counts. */
  advice: boolean;
  /** Capitalised words other than the first, folded: names, mostly. */
  names: ReadonlySet<string>;
  /** The dates the question names, as far as it names them. */
  dates: DateMention[];
  /** The stretches of time it names relative to when it was asked; none where that isn't known. */
  stretches: Stretch[];
}

export interface DateMention {
  year: number | null;
  /** 0 to 11. */
  month: number | null;
  day: number | null;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH = `(${MONTHS.map((m) => (m.length > 4 ? `${m.slice(0, 3)}(?:t)?(?:${m.slice(3)})?` : m)).join('|')})`;
const DATE = new RegExp(
  [
    `\\b${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\b`,
    `\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}\\.?,?(?: (\\d{4}))?\\b`,
    `\\b(?:in|of|during|last|this|early|late|mid|by|since|before|after|around) ${MONTH},?(?: (\\d{4}))?\\b`,
    `\\b${MONTH},? (\\d{4})\\b`,
    '\\b(\\d{4})-(\\d{2})(?:-(\\d{2}))?\\b',
    '\\b(?:in|of|during|since) (\\d{4})\\b',
  ].join('|'),
  'g',
);

const monthOf = (name: string | undefined) => {
  const index = name ? MONTHS.findIndex((m) => m.startsWith(name.slice(0, 3))) : -1;
  return index < 0 ? null : index;
};
const numberOf = (digits: string | undefined) => (digits ? Number(digits) : null);

/** The dates a text names; «may» alone is no month, «in May» is. */
export function datesIn(folded: string): DateMention[] {
  return [...folded.matchAll(DATE)].map((m) => {
    if (m[1]) return { month: monthOf(m[1]), day: numberOf(m[2]), year: numberOf(m[3]) };
    if (m[5]) return { month: monthOf(m[5]), day: numberOf(m[4]), year: numberOf(m[6]) };
    if (m[7]) return { month: monthOf(m[7]), day: null, year: numberOf(m[8]) };
    if (m[9]) return { month: monthOf(m[9]), day: null, year: numberOf(m[10]) };
    if (m[11]) return { year: numberOf(m[11]), month: Number(m[12]) - 1, day: numberOf(m[13]) };
    return { year: numberOf(m[14]), month: null, day: null };
  });
}

/** A text without the dates that it names. */
export const withoutDates = (folded: string): string => folded.replace(DATE, ' ');

const DAY = 86_400_000;

/**
 * How near a message's time is to a date that was named: 1 at or shortly after it (people tell of things afterwards),
 * fading over `scale` days of the named precision; 0 far away.
 */
export function nearness(mention: DateMention, at: Date): number {
  const year = mention.year ?? at.getUTCFullYear();
  const years = mention.year === null ? [year - 1, year, year + 1] : [year];
  let best = 0;
  for (const y of years) {
    const from = Date.UTC(y, mention.month ?? 0, mention.day ?? 1);
    const to =
      mention.month === null
        ? Date.UTC(y + 1, 0, 1)
        : mention.day === null
          ? Date.UTC(y, mention.month + 1, 1)
          : from + DAY;
    const scale = mention.month === null ? 120 : mention.day === null ? 20 : 7;
    best = Math.max(best, fading({ from, to, scale }, at));
  }
  return best;
}

function fading({ from, to, scale }: Stretch, at: Date): number {
  const time = at.getTime();
  const away = time < from ? (from - time) * 2 : time > to ? time - to : 0;
  return Math.exp(-away / DAY / scale);
}

/** How near a message's time is to the nearest of what a question names, by date or from the time of asking; 0 for nothing. */
export function nearest({ dates, stretches }: Pick<Question, 'dates' | 'stretches'>, at: Date): number {
  return Math.max(
    0,
    ...dates.map((date) => nearness(date, at)),
    ...stretches.map((stretch) => fading(stretch, at)),
  );
}

/** Reads a question. `text` as the asker typed it: capitals tell names. `now`: when it was asked, where that is known. */
export function readQuestion(text: string, now?: Date): Question {
  const q = fold(text);
  const { stretches, rest } = now ? stretchesIn(q, now) : { stretches: [], rest: q };
  const names = new Set<string>();
  for (const m of text.matchAll(/(?<=[\p{L}\p{N},'’"»)]\s)["'“«(]?(\p{Lu}[\p{L}'’-]+)/gu)) {
    names.add(fold(m[1]!).replace(/'s?$/, ''));
  }
  return {
    when: /\b(when|what (?:date|day|month|year|time)|which (?:date|day|month|year)|how long ago|how many (?:days|weeks|months|years))\b/.test(
      q,
    ),
    count:
      /\b(how (?:many|much|often|old|long|far|big|tall)|what (?:is the )?(?:amount|number|rate|percentage|price|cost|salary|score)|number of|percent(?:age)?|rate|amount)\b/.test(
        q,
      ),
    who: /\b(who|whom|whose)\b/.test(q),
    where:
      /\b(where|what (?:city|country|place|town|state|area)|which (?:city|country|place|town|state|area))\b/.test(
        q,
      ),
    why: /\b(why|what (?:made|inspired|motivated|sparked|caused)|reason|how come)\b/.test(q),
    broad:
      /\b(summar(?:y|ize|ise)|overview|order in which|walk me through|how have i|over time|throughout|across|progress|evolved?|develop(?:ed)?)\b/.test(
        q,
      ),
    whether: /^(have|has|had|did|do|does|is|are|was|were|will|would|can|could|am)\b/.test(q),
    ofAssistant:
      /\b(did you|you (?:recommend|suggest|said|say|told|tell|mention|advise|gave|give|recommended|suggested|mentioned|advised)|your (?:advice|suggestion|recommendation|tips?)|have you)\b/.test(
        q,
      ),
    ofAsker: /\b(i|i'm|i've|i'd|i'll|my|me|mine|we|we've|our)\b/.test(q),
    advice:
      /\b(how (?:should|can|could|do|would|might) (?:i|we|you)|(?:should|could|can|must) i|would you (?:suggest|recommend|advise)|what should|what would|can you (?:help|suggest|recommend|give)|any (?:tips|advice|ideas)|help me)\b/.test(
        q,
      ),
    names,
    dates: datesIn(rest),
    stretches,
  };
}
