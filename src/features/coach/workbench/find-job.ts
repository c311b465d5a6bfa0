/** What a person calls a posting by: «the second Stripe job» is «stripe», and the second of those. */
export interface JobWords {
  /** Folded words of company, title or place; empty where none was named. */
  words: string[];
  /** Counted from the one saved first, from 1; -1 is the one saved last. Null where no place in the order is named. */
  nth: number | null;
}

export interface NamedThing {
  title: string | null;
  company: string | null;
  location: string | null;
}

const JOB = '(?:jobs?|roles?|positions?|postings?|openings?|vacanc(?:y|ies)|listings?|adverts?|ads?|gigs?)';
const DEFINITE = new RegExp(
  `\\b(?:the|this|that|my|these|those)\\s+((?:(?!(?:the|this|that|my)\\s)[^\\s?!.,;:]+\\s+){0,5}?)(?:${JOB}\\b|one(?=\\s+(?:i|at|from|with)\\b))((?:\\s+(?:at|from|with|by|in|as|of|for)\\s+[^?!.;:]+)?)`,
  'i',
);
const AFTER =
  /\b(?:match(?:es)?|fits?|suits?|meets?|for|at|with|to|against|from|by|about)\s+((?:[^?!.;:]|\.(?=\S))+)/i;

const ORDER: Record<string, number> = {
  first: 1,
  '1st': 1,
  oldest: 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
  last: -1,
  latest: -1,
  newest: -1,
  recent: -1,
};

/** Words that name no posting: of English, and of how one asks about jobs. */
const EMPTY = new Set(
  `a an the this that these those my your our their its it i me we you he she they them one ones some any all of in on
  at to for from with by as and or but if so than then there here what which who how when where why is are am was were
  be been do does did have has had can could would will should may might not no yes please ok okay hi hey well still
  job jobs role roles position positions posting postings opening openings vacancy vacancies listing listings ad ads
  advert adverts gig description offer opportunity company employer place application applications apply applied cv
  resume letter cover fit fits match matches good great best right strong enough saved save added add want wants
  wanted asks ask asked looking look need needs require requires requirement requirements require skills experience
  just most very really actually now today currently already only again also too about against compare compared me
  myself candidate qualified status stage going doing stand happened happening timeline history up got get`.split(
    /\s+/,
  ),
);

/** Lower case, without accents. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim();
}

function wordsOf(text: string): string[] {
  return (
    folded(text)
      .replaceAll("'s", '')
      .match(/[\p{L}\p{N}+#]+/gu) ?? []
  );
}

/** How a message calls a posting. `definite`: it says «the … job», rather than a name alone. */
export function jobWordsOf(message: string): JobWords & { definite: boolean } {
  const definite = DEFINITE.exec(message);
  const part = definite ? `${definite[1]} ${definite[2]}` : (AFTER.exec(message)?.[1] ?? '');
  return { ...readWords(part), definite: definite !== null };
}

/** Words given by themselves: «stripe backend», «the last one». */
export function readWords(text: string): JobWords {
  const all = wordsOf(text);
  const place = all.find((word) => Object.hasOwn(ORDER, word));
  const words = all.filter((word) => word !== place && !EMPTY.has(word));
  return { words: [...new Set(words)], nth: place === undefined ? null : ORDER[place]! };
}

/**
 * The things that words name, in the order given (the newest first). Each word has to stand in company, title or place;
 * where no thing has them all, those of a company that was named do, as «the Stripe backend job» may be called «Platform
 * Engineer» there. Without words, all of them.
 */
export function named<T>(things: readonly T[], { words, nth }: JobWords, of: (thing: T) => NamedThing): T[] {
  const found = words.length === 0 ? [...things] : byWords(things, words, of);
  if (nth === null) return found;
  const one = nth < 0 ? found[0] : found.at(-nth);
  return one === undefined ? [] : [one];
}

function byWords<T>(things: readonly T[], words: string[], of: (thing: T) => NamedThing): T[] {
  const scored = things.map((thing) => {
    const { title, company, location } = of(thing);
    const inCompany = words.filter((word) => holds(company, word)).length;
    const anywhere = words.filter((word) =>
      [company, title, location].some((text) => holds(text, word)),
    ).length;
    return { thing, inCompany, anywhere };
  });
  const whole = scored.filter(({ anywhere }) => anywhere === words.length);
  if (whole.length > 0) return whole.map(({ thing }) => thing);
  const most = Math.max(
    0,
    ...scored.filter(({ inCompany }) => inCompany > 0).map(({ anywhere }) => anywhere),
  );
  return scored
    .filter(({ inCompany, anywhere }) => inCompany > 0 && anywhere === most)
    .map(({ thing }) => thing);
}

/** Whether a text has a word: whole, begun («dev»), or bent a little («engineering»); «backend» is «back-end» too. */
function holds(text: string | null, word: string): boolean {
  if (text === null) return false;
  const own = wordsOf(text);
  const begins = own.some(
    (one) =>
      one === word ||
      (word.length >= 3 && one.startsWith(word)) ||
      (one.length >= 5 && word.startsWith(one) && word.length - one.length <= 3),
  );
  return begins || own.some((one, at) => at > 0 && own[at - 1]! + one === word);
}
