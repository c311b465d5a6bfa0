import { instantOf, wallClock } from '../../kernel/clock.ts';
import { type Asking, DAY, lasting, type Stretch } from './calendar.ts';
import { COUNT } from './counts.ts';
import { DATES, type DateMention, fading, MONTH, monthOf, nearness, stretchOf, YEAR } from './dates.ts';
import { beside } from './reckoning.ts';
import { type Asked, RELATIVE_TIMES } from './relative.ts';

/*
 * The times that a question names. One pattern finds a time with the words around it («since early March»), then the
 * words are read for themselves. Nothing in the patterns repeats without bound, so that the search takes linear time.
 */

export interface Times {
  /** The dates it names, as far as it names them. */
  dates: DateMention[];
  /** The stretches it names relative to when it was asked, or by their ends; none where that isn't known. */
  stretches: Stretch[];
}

interface Named {
  date?: DateMention;
  stretch?: Stretch;
}

interface Rule {
  pattern: string;
  after?: string;
  read(groups: (string | undefined)[], asked: Asked | null): Named | null;
}

const PREPOSITIONS = 'in|of|during|by|around|from|over|throughout|within';

const RULES: readonly Rule[] = [
  ...DATES.map(
    ({ pattern, date }): Rule => ({
      pattern,
      read(groups) {
        const found = date(groups);
        return found && { date: found };
      },
    }),
  ),
  ...RELATIVE_TIMES.map(
    ({ pattern, after, stretch }): Rule => ({
      pattern,
      ...(after && { after }),
      read(groups, asked) {
        const found = asked && stretch(groups, asked);
        return found && { stretch: found };
      },
    }),
  ),
  // «Did we march last year?» names no month.
  {
    pattern: `(?<!\\b(?:i|you|he|she|it|we|they|this|that) )${MONTH},? (?:of )?(last|this) year`,
    read: ([name, which], asked) => {
      const year = asked && asked.now.getUTCFullYear() - (/^last$/i.test(which!) ? 1 : 0);
      return { date: { ...monthAlone(name!), year } };
    },
  },
  // «Last March» is one of any year, where the moment of asking isn't known.
  { pattern: `(?:last|this) ${MONTH}`, read: ([name]) => ({ date: monthAlone(name!) }) },
  { pattern: MONTH, after: PREPOSITIONS, read: ([name]) => ({ date: monthAlone(name!) }) },
  {
    pattern: YEAR,
    after: PREPOSITIONS,
    read: ([year]) => ({ date: { month: null, day: null, year: Number(year) } }),
  },
];

const monthAlone = (name: string): DateMention => ({ month: monthOf(name), day: null, year: null });

const READERS = RULES.map(({ pattern, after, read }) => ({
  read,
  leads: after && new RegExp(`^(?:${after})$`, 'i'),
  whole: new RegExp(`^(?:${pattern})$`, 'i'),
}));

/** A pattern without its groups. */
const ungrouped = (pattern: string) => pattern.replace(/\((?!\?)/g, '(?:');

const PART = '(?:the )?(?:very )?(early|beginning of|start of|mid|middle of|late|end of)[ -]';
const ANY = ungrouped(`(?:${PART})?(?:${RULES.map(({ pattern }) => `${pattern}\\b`).join('|')})`);
const LEAD = [
  `(?:back )?(?<lead>${PREPOSITIONS}|on|at|for|through|towards?|between)`,
  '(?<open>since|after|before|until|till|up to|prior to)',
  `(?<count>${ungrouped(COUNT)}|the|last) (?<unit>day|week|weekend|month|year)s? (?<side>before|after)`,
].join('|');

/** A time, with the words before it that belong to it. */
const TIME = new RegExp(`\\b(?:(?:${LEAD}) (?:the year )?)?(?<time>${ANY})(?:['’]s\\b)?`, 'gi');
/** What may follow the first one. */
const SECOND = new RegExp(` (?<join>and|or|to|until|till|through) (?<time>${ANY})`, 'iy');
const ONWARDS = / (?:on|onwards)\b/iy;

/** More than anyone names in a question: what each costs is paid for every message that is ranked. */
const MOST = 16;

const PAST =
  /\b(?:did(?:n['’]?t)?|was|were|had|happened|said|told|asked|wrote|talked|spoke|discussed|mentioned|met|went|called|decided|agreed|have (?:i|we|you|they)(?! to\b)|has (?:he|she|it)|(?:i|we|you|they)['’]ve)\b/i;

/** Whether a question is about what has been. */
export const asksForPast = (text: string): boolean => PAST.test(text);

/**
 * The times a text names, and the text without their words. «May» alone is no month, «in May» is. Of times relative to now,
 * none where that isn't known.
 */
export function readTimes(text: string, asking: Asking = {}): Times & { rest: string } {
  const { now, utc_offset } = asking;
  const asked = now ? { now: wallClock(now, utc_offset), past: asksForPast(text) } : null;
  const named: Named[] = [];
  let last: RegExpExecArray | null = null;
  let rest = '';
  let end = 0;
  TIME.lastIndex = 0;
  for (let match = TIME.exec(text); match; match = TIME.exec(text)) {
    const found = readMatch(text, match, asked);
    if (found.named.length === 0) continue;
    const inBetween = text.slice(end, match.index);
    const one: Named[] | null =
      asked && last && /^,? $/.test(inBetween) ? within(text, [last, match], asked) : null;
    if (one) named.splice(-1, 1, ...one);
    else named.push(...found.named);
    last = found.named.length === 1 && !one ? match : null;
    rest += inBetween;
    end = found.end;
    TIME.lastIndex = end;
    if (named.length >= MOST) break;
  }
  return {
    dates: named.flatMap(({ date }) => date ?? []),
    stretches: named.flatMap(({ stretch }) => (stretch ? inTime(stretch, asking) : [])),
    rest: rest + text.slice(end),
  };
}

/** «In March last year», «last week on Monday»: two that stand side by side are one, where either lies within the other. */
function within(text: string, pair: [RegExpExecArray, RegExpExecArray], asked: Asked): Named[] | null {
  if (pair.some(({ groups }) => groups!.open || groups!.side)) return null;
  for (const [inner, outer] of [pair, pair.toReversed()] as [RegExpExecArray, RegExpExecArray][]) {
    const { named, end } = readMatch(text, outer, asked);
    // «From last week to March» has nothing within it.
    const around = end === outer.index + outer[0].length ? named[0]?.stretch : undefined;
    // «Yesterday» lies where it lies, «on Monday» and «from March to May» in whatever they are said of.
    if (!inner.groups!.lead || !around) continue;
    const found = readMatch(text, inner, { now: new Date(around.to), past: true }).named.map((one) =>
      wholeOf(one, around.to - 1),
    );
    const isWithin = ({ from, to }: Stretch) =>
      around.from <= from && to <= around.to && to - from < around.to - around.from;
    if (found.length > 0 && found.every(isWithin))
      return found.map(({ from, to }) => ({ stretch: lasting(from, to) }));
  }
  return null;
}

/** When a stretch lies that was read off the clock on the asker's wall. */
const inTime = ({ from, to, scale }: Stretch, { utc_offset }: Asking): Stretch => ({
  from: instantOf(new Date(from), utc_offset).getTime(),
  to: instantOf(new Date(to), utc_offset).getTime(),
  scale,
});

/** What was found, and where the words for it end. */
function readMatch(
  text: string,
  match: RegExpExecArray,
  asked: Asked | null,
): { named: Named[]; end: number } {
  const { time = '', count, unit = '', ...words } = match.groups!;
  const [lead, open, side] = [words.lead, words.open, words.side].map((word) => word?.toLowerCase());
  const end = match.index + match[0].length;

  const second = lead && at(SECOND, text, end);
  if (second) {
    const { join, time: other } = second.groups!;
    const ends = end + second[0].length;
    if (lead === 'between' || (lead === 'from' && !/^(?:and|or)$/i.test(join!))) {
      return { named: between(readTime(time, asked), readTime(other!, asked), asked), end: ends };
    }
    // «In September and October»: what led the first leads the second.
    const both = [readTime(time, asked, lead) ?? [], readTime(other!, asked, lead) ?? []].flat();
    if (both.length === 2) return { named: both, end: ends };
  }
  const onwards = lead === 'from' && at(ONWARDS, text, end);
  if (!open && !side && !onwards) return { named: [readTime(time, asked, lead ?? '') ?? []].flat(), end };

  const since = open === 'since' || onwards;
  // «Since Monday» is past in any question.
  const named = readTime(time, asked && { ...asked, past: asked.past || Boolean(since) });
  if (!named) return { named: [], end };
  // Without the moment of asking, the date alone: it tells where to look.
  if (!asked) return { named: [named], end };
  const latest = asked.now.getTime();
  const { from, to, scale } = wholeOf(named, latest);
  let stretch: Stretch | null;
  if (side === 'before' || side === 'after')
    stretch = beside(side === 'before' ? from : to, count!, unit, side);
  else if (since) stretch = { from, to: latest, scale };
  else if (open === 'after') stretch = { from: to, to: Math.max(to, latest), scale };
  // What is to be done before March is not told before the last one, nor what is before the end of this year.
  else if (!asked.past && (named.date?.year === null || to > latest)) stretch = null;
  else stretch = { from: 0, to: open === 'before' || open === 'prior to' ? from : to, scale };
  return { named: stretch ? [{ stretch }] : [], end: onwards ? end + onwards[0].length : end };
}

/** What a sticky pattern matches at a place. */
function at(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(text);
}

const PARTED = new RegExp(`^${PART}`, 'i');

/** `lead`: the word before it, which a month alone needs; where another word than a preposition led, any will do. */
function readTime(text: string, asked: Asked | null, lead?: string): Named | null {
  const part = PARTED.exec(text);
  const bare = part ? text.slice(part[0].length) : text;
  for (const { whole, leads, read } of READERS) {
    if (leads && !part && lead !== undefined && !leads.test(lead)) continue;
    const match = whole.exec(bare);
    const named = match && read(match.slice(1), asked);
    if (!named) continue;
    if (!part || !asked) return named;
    return { stretch: third(wholeOf(named, asked.now.getTime()), part[1]!.toLowerCase()) };
  }
  return null;
}

const wholeOf = ({ date, stretch }: Named, latest: number) => stretch ?? stretchOf(date!, latest);

/** Early, mid or late: a third, to the day. */
function third({ from, to, scale }: Stretch, part: string): Stretch {
  const days = Math.round((to - from) / DAY);
  if (days < 3) return { from, to, scale };
  const place = /^(?:early|beg|start)/.test(part) ? 0 : /^mid/.test(part) ? 1 : 2;
  const cut = (n: number) => (n === 3 ? to : from + Math.floor((n * days) / 3) * DAY);
  return lasting(cut(place), cut(place + 1));
}

/** A year that one end has goes for the other too: the last March before May 2025, the first May after March 2023. */
function between(first: Named | null, last: Named | null, asked: Asked | null): Named[] {
  if (!first || !last || !asked) return [first ?? [], last ?? []].flat();
  const latest = asked.now.getTime();
  let to = wholeOf(last, latest);
  if (first.date?.year && last.date && last.date.year === null) {
    const from = wholeOf(first, 0).from;
    const { year } = first.date;
    to = stretchOf({ ...last.date, year }, 0);
    if (to.from < from) to = stretchOf({ ...last.date, year: year + 1 }, 0);
  }
  const { from, scale } = wholeOf(first, first.date?.year === null ? to.from : latest);
  return from < to.to ? [{ stretch: { from, to: to.to, scale } }] : [];
}

/** How near a message's time is to the nearest of what a question names, by date or from the time of asking; 0 for nothing. */
export function nearest({ dates, stretches }: Times, at: Date): number {
  return Math.max(
    0,
    ...dates.map((date) => nearness(date, at)),
    ...stretches.map((stretch) => fading(stretch, at)),
  );
}

/** Nobody's messages are older, and of years with more or fewer than four figures a database knows nothing. */
const EARLIEST = Date.UTC(1000, 0, 1);

/**
 * The stretches of time that a question names, in ms since the epoch, half-open: what has been of them by now. A date
 * without a year is the latest such that has begun.
 */
export function windowsOf(
  { dates, stretches }: Times,
  asking: Asking & { now: Date },
): { from: number; to: number }[] {
  const latest = asking.now.getTime();
  const today = wallClock(asking.now, asking.utc_offset).getTime();
  return [...dates.map((date) => inTime(stretchOf(date, today), asking)), ...stretches]
    .map(({ from, to }) => ({ from: Math.max(from, EARLIEST), to: Math.min(to, latest) }))
    .filter(({ from, to }) => from < to);
}

/** A question without the words that name its times: what else it asks for. */
export const withoutTimes = ({ rest }: ReturnType<typeof readTimes>): string =>
  rest
    .replace(/ {2,8}/g, ' ')
    .replace(/ (?=[?!.,;:])/g, '')
    .trim();
