import { MONEY, money } from '../money.ts';
import { namedTimes } from '../time.ts';
import { AM, I, type Made, type Pattern, SOMETIMES, words } from './pattern.ts';

const ABOUT =
  '(?:about |around |roughly |approximately |nearly |almost |just (?:over|under) |over |only |exactly |close to |up to |~ ?|at least |a minimum of |between )?';
const MY_PAY =
  '(?<!\\p{L})my (?:current |annual |yearly |monthly |base |gross |present )*(?:salary|base|base pay|pay|wage|income|compensation|total comp(?:ensation)?|package)';
const EARN = '(?:earn|make|am paid|get paid|am earning|am making|am on|take home)';
/** «$500 a month from Etsy» is no salary, «$40 more» no sum. */
const NOT_PAY =
  /^\s*(?:more|less|extra|raise|increase|from|selling|on the side|in (?:tips|commission|bonus|debt)|worth|of (?:debt|revenue|sales)|for (?:rent|my|the|this)|in (?:19|20)\d\d|to \d|people|hours|%|percent|mistakes|days|calls)/i;

const pay =
  (kind: 'salary_current' | 'salary_target', ends = false) =>
  (match: RegExpExecArray, sentence: string, saidAt: Date): Made | null => {
    const value = money(match.groups!);
    const after = sentence.slice(match.index + match[0].length);
    if (!value || NOT_PAY.test(after)) return null;
    // «I make 3,000 calls»: a bare number is pay only where the sentence speaks of pay.
    const isBare = !/[A-Z]{3}/.test(value) && !match.groups!.times;
    if (isBare && !/\b(?:salary|earn|paid|pay|income|wage|compensation)/i.test(match[0])) return null;
    return { kind, key: kind, value, ...namedTimes(after, saidAt, { ends }) };
  };

export const payPatterns: Pattern[] = [
  {
    kind: 'salary_current',
    words: words(
      `(?:${I} ${SOMETIMES}${EARN}|${AM} ${SOMETIMES}(?:paid|earning|making|on)) (?:a salary of |a base of )?${ABOUT}${MONEY}`,
    ),
    make: pay('salary_current'),
  },
  {
    kind: 'salary_current',
    words: words(`${MY_PAY} (?:is|=|:) (?:currently |still )?${ABOUT}${MONEY}`),
    make: pay('salary_current'),
  },
  {
    kind: 'salary_current',
    words: words(`^[^.]{0,60}\\b${AM}[^.,]{0,40} and (?:earning|making) ${ABOUT}${MONEY}`),
    make: pay('salary_current'),
  },
  {
    kind: 'salary_current',
    change: 'change',
    words: words(
      `(?:${I} now (?:earn|make)|${AM} now (?:earning|making|on|paid)|${I}(?:'ve| have)? (?:just |recently |finally )*(?:got|received|was given|negotiated|gotten) (?:a |my )(?:raise|pay rise|salary increase|increase|promotion and a raise) to|my (?:salary|pay|base|income) (?:is now|went (?:up|down) to|(?:has )?(?:increased|dropped|rose|risen|changed) to|was (?:raised|cut|increased) to)|my new (?:salary|base|pay) is) (?:a salary of )?${ABOUT}${MONEY}`,
    ),
    make: pay('salary_current'),
  },
  {
    kind: 'salary_current',
    change: 'change',
    // «A raise: 58k» is the new pay; «a raise of 5k» is what came on top.
    words: words(
      `${I}(?:'ve| have)? (?:just |recently |finally )*(?:got|received|was given|gotten) (?:a |my )(?:raise|pay rise|salary increase)(?: ?[:–—-]|,? (?:and )?(?:now|so now)(?: (?:it's|${I}(?:'m| am)? ?(?:on|at|earn|make)))?) ?(?:now )?${ABOUT}${MONEY}`,
    ),
    make: pay('salary_current'),
  },
  {
    kind: 'salary_current',
    words: words(
      `(?<!\\p{L})(?:they|my (?:company|employer|boss|job)) (?:(?:currently|now|only|still) )*pays? me ${ABOUT}${MONEY}`,
    ),
    make: (match, sentence, saidAt) => {
      const made = pay('salary_current')(match, sentence, saidAt);
      // «They pay me 50 euros for each article»: pay has a period, or is a year's.
      return made && /per \w+$/.test(made.value) ? made : null;
    },
  },
  {
    kind: 'salary_current',
    change: 'past',
    words: words(
      `(?:${I} (?:used to (?:earn|make)|was (?:earning|making|paid|on)|earned)|my (?:old|previous|last|former) (?:salary|pay|base) was) ${ABOUT}${MONEY}`,
    ),
    make: pay('salary_current', true),
  },
];

/** «85-90k» is wanted from 85k on: the lower of two sums, in the thousands of the upper one. */
const LOWER = '(?:[$€£]?(?<low>\\d{1,3}(?:[,.]\\d{3})+|\\d+)\\s?k?\\s?(?:-|–|to|and)\\s?)?';
const wanted = (match: RegExpExecArray, sentence: string, saidAt: Date): Made | null => {
  const groups = match.groups!;
  const { low, digits } = groups;
  const size = (text: string) => Number(text.replace(/[,.](?=\d{3}\b)/g, ''));
  if (low && size(low) < size(digits!)) {
    groups.digits = low;
    if (size(low) >= 1_000) groups.times = '';
  }
  return pay('salary_target')(match, sentence, saidAt);
};

const WANT = `(?:${I} (?:really |do |'d )?(?:want|would like|expect|need|hope|aim|am aiming|am hoping|am asking|am looking|target)|${I}'d like|${AM} (?:aiming|hoping|asking|looking|targeting|expecting))`;

export const targetPayPatterns: Pattern[] = [
  {
    kind: 'salary_target',
    wish: true,
    words: words(
      `${WANT} (?:to (?:earn|make|get|be paid|reach|get paid)|for|a salary of|a base of|a base salary of|an income of)? ?(?:a (?:base )?(?:salary|pay) of )?${ABOUT}${LOWER}${MONEY}`,
    ),
    make: (match, sentence, saidAt) => {
      const made = wanted(match, sentence, saidAt);
      // «I need $500 for rent» is no salary: earning is named, or the sum is a year's.
      const isPay =
        /\b(?:earn|make|paid|salary|base|income|pay)\b/i.test(match[0]) ||
        /per year$/.test(made?.value ?? '') ||
        /^\s*(?:salary|base)/i.test(sentence.slice(match.index + match[0].length));
      return made && isPay ? made : null;
    },
  },
  {
    kind: 'salary_target',
    wish: true,
    words: words(
      `(?<!\\p{L})my (?:target|desired|expected|ideal|minimum|dream|goal) (?:base |annual )?(?:salary|pay|base|compensation|income|number|range)(?: is| would be|:)(?: now)? ${ABOUT}${LOWER}${MONEY}`,
    ),
    make: wanted,
  },
  {
    kind: 'salary_target',
    wish: true,
    words: words(
      `(?<!\\p{L})my salary (?:expectations?|target|goal|requirements?|ask) (?:is|are)(?: now)? ${ABOUT}${LOWER}${MONEY}`,
    ),
    make: wanted,
  },
  {
    kind: 'salary_target',
    wish: true,
    words: words(
      `${I} (?:won't|will not|would not|wouldn't|can't|cannot|do not want to|don't want to) (?:go (?:below|under|lower than)|(?:accept|take|work for|settle for|do it for) (?:anything |a (?:job|salary|offer) )?(?:below|under|less than)) ${MONEY}`,
    ),
    make: (match, sentence, saidAt) => {
      const made = pay('salary_target')(match, sentence, saidAt);
      return made && /per \w+$/.test(made.value) ? made : null;
    },
  },
  {
    kind: 'salary_target',
    wish: true,
    change: 'change',
    words: words(
      `(?:${I} now want|${AM} now (?:aiming for|asking for|looking for)|my (?:target|target salary|salary target) (?:is now|went up to|(?:has )?changed to)|${I}(?:'ve| have)? (?:raised|lowered|changed) my (?:target|target salary|salary target|expectations?) to) ${ABOUT}${MONEY}`,
    ),
    make: pay('salary_target'),
  },
];
