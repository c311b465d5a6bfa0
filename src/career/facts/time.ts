import { NUMBER_WORDS } from './numbers.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** A time as it is named in a sentence: when something began or ended, in UTC. */
export interface NamedTimes {
  from: Date | null;
  to: Date | null;
}

const POINT = `(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(?<month>${MONTH})\\.?(?: (?<mday>\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?(?:,? (?:of )?(?<myear>(?:19|20)\\d\\d|last year))?|(?<year>(?:19|20)\\d\\d)|(?<last>last (?:week|month|year|spring|summer|autumn|fall|winter)|yesterday|today|this (?:week|month|year|morning))|(?<count>an?|\\d{1,2}|${NUMBER_WORDS.slice(1).join('|')}|a couple of|a few) (?<unit>day|week|month|year)s? ago`;
const STARTS = new RegExp(
  `\\b(?:(?:since|from|as of|starting|in|on|back in) (?:early |mid-? ?|late |the (?:beginning|start|end) of )?)?(?:${POINT})`,
  'i',
);
const UNTIL = new RegExp(
  `\\b(?:until|till|up to|to|-|–) (?:early |mid-? ?|late |the (?:beginning|start|end) of )?(?:${POINT})`,
  'i',
);
const RANGE = /\b(?:from )?((?:19|20)\d\d) ?(?:to|until|till|-|–) ?((?:19|20)\d\d)\b/i;

/**
 * When something began and ended, as a sentence says it: «in March» is the last March that had begun when it was said,
 * «last year» the first of January before. Null where it does not say.
 */
export function namedTimes(
  text: string,
  saidAt: Date,
  { ends = false }: { ends?: boolean } = {},
): NamedTimes {
  const range = RANGE.exec(text);
  if (range) return { from: utc(Number(range[1])), to: utc(Number(range[2])) };
  const until = UNTIL.exec(text);
  const to = until ? pointOf(until.groups!, saidAt) : null;
  const rest = until ? text.slice(0, until.index) : text;
  const start = STARTS.exec(rest);
  // «may» is a month only beside a preposition or a number.
  const isMonth = start && !(/^may$/i.test(start.groups!.month ?? '') && /^\s*may\s*$/i.test(start[0]));
  const from = start && isMonth ? pointOf(start.groups!, saidAt) : null;
  if (ends && from && !to && !/\bsince|from\b/i.test(start![0])) return { from: null, to: from };
  return { from, to };
}

function utc(year: number, month = 0, day = 1): Date {
  return new Date(Date.UTC(year, month, day));
}

function pointOf(groups: Record<string, string | undefined>, saidAt: Date): Date | null {
  const [year, month, day] = [saidAt.getUTCFullYear(), saidAt.getUTCMonth(), saidAt.getUTCDate()];
  const found = ((): Date | null => {
    if (groups.month) {
      const named = MONTHS.findIndex((name) => name.startsWith(groups.month!.toLowerCase().slice(0, 3)));
      const at = Number(groups.day ?? groups.mday ?? 1);
      const given =
        groups.myear && /^\d/.test(groups.myear) ? Number(groups.myear) : groups.myear ? year - 1 : null;
      const past = utc(year, named, at) <= saidAt ? year : year - 1;
      return at >= 1 && at <= 31 ? utc(given ?? past, named, at) : null;
    }
    if (groups.year) return utc(Number(groups.year));
    switch (groups.last?.toLowerCase()) {
      case undefined:
        break;
      case 'yesterday':
        return utc(year, month, day - 1);
      case 'today':
      case 'this morning':
        return utc(year, month, day);
      case 'this week':
      case 'last week':
        return utc(year, month, day - 7);
      case 'this month':
        return utc(year, month);
      case 'last month':
        return utc(year, month - 1);
      case 'this year':
        return utc(year);
      case 'last year':
        return utc(year - 1);
      default:
        return season(groups.last!.split(' ')[1]!, saidAt);
    }
    const count = countOf(groups.count ?? '');
    switch (groups.unit?.toLowerCase()) {
      case 'day':
        return utc(year, month, day - count);
      case 'week':
        return utc(year, month, day - 7 * count);
      case 'month':
        return utc(year, month - count, 1);
      case 'year':
        return utc(year - count, month, 1);
      default:
        return null;
    }
  })();
  return found && found <= saidAt ? found : null;
}

/** The first month of the last one that had begun, on the northern half of the earth. */
function season(name: string, saidAt: Date): Date {
  const month = { spring: 2, summer: 5, autumn: 8, fall: 8, winter: 11 }[name.toLowerCase()] ?? 0;
  const year = saidAt.getUTCFullYear();
  return utc(year, month) <= saidAt && saidAt.getUTCMonth() - month >= 2
    ? utc(year, month)
    : utc(year - 1, month);
}

function countOf(word: string): number {
  if (/^an?$/i.test(word)) return 1;
  if (/couple/i.test(word)) return 2;
  if (/few/i.test(word)) return 3;
  const named = NUMBER_WORDS.indexOf(word.toLowerCase());
  return named >= 0 ? named : Number(word);
}
