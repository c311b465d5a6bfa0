/*
 * What numbers are numbers of. Two writings of one unit get one name and a factor; units of different names never
 * support each other.
 */

export interface Unit {
  name: string;
  /** What a number is multiplied by to be comparable within the name. */
  factor: number;
}

const table: [string, number, string][] = [
  ['percent', 1, '% percent pct procent prozent percentage'],
  ['points', 1, 'pp'],
  ['points', 0.01, 'bp bps'],
  ['times', 1, 'x times fold'],
  ['months', 120, 'decade'],
  ['months', 12, 'year yr y annum'],
  ['months', 1, 'month mo mth'],
  ['months', 3, 'quarter'],
  ['seconds', 604_800, 'week wk'],
  ['seconds', 86_400, 'day'],
  ['seconds', 3_600, 'hour hr h'],
  ['seconds', 60, 'minute min'],
  ['seconds', 1, 'second sec s'],
  ['seconds', 0.001, 'millisecond ms msec'],
  ['seconds', 0.000_001, 'microsecond us'],
  ['bytes', 1e3, 'kb kib kilobyte'],
  ['bytes', 1e6, 'mb mib megabyte'],
  ['bytes', 1e9, 'gb gib gigabyte'],
  ['bytes', 1e12, 'tb tib terabyte'],
  ['bytes', 1e15, 'pb pib petabyte'],
  ['money:usd', 1, 'usd dollar $ us$'],
  ['money:eur', 1, 'eur euro €'],
  ['money:gbp', 1, 'gbp pound sterling £'],
  ['money:jpy', 1, 'jpy yen ¥'],
  ['money:inr', 1, 'inr rupee ₹'],
  ['money:chf', 1, 'chf franc'],
  ['money:cad', 1, 'cad c$ ca$'],
  ['money:aud', 1, 'aud a$ au$'],
  ['money:pln', 1, 'pln zloty zł'],
  ['money:sek', 1, 'sek'],
  ['money:nok', 1, 'nok'],
  ['money:dkk', 1, 'dkk'],
  ['money:brl', 1, 'brl r$'],
  ['money:aed', 1, 'aed dirham'],
  ['money:sar', 1, 'sar riyal'],
  ['money:cny', 1, 'cny rmb yuan'],
  ['money:sgd', 1, 'sgd s$'],
  ['money:zar', 1, 'zar rand'],
];

const units = new Map(
  table.flatMap(([name, factor, words]) => words.split(' ').map((word) => [word, { name, factor }] as const)),
);

export const unitOf = (word: string): Unit | undefined => units.get(word);

/** Words for one kind of thing, so that «a team of 12» and «12 engineers» are about the same number. */
const kinds: Record<string, string> = {
  people: `person people engineer developer employee member teammate colleague staff designer analyst scientist report
    headcount fte programmer specialist consultant tester direct hire recruit contractor individual worker manager`,
  customers: 'customer client account buyer shopper',
  users: 'user subscriber visitor mau dau member signup',
};

const kindOf = new Map<string, string>();
for (const [kind, words] of Object.entries(kinds)) {
  for (const word of words.split(/\s+/)) if (!kindOf.has(word)) kindOf.set(word, kind);
}

/** The unit of a count: the kind of what is counted, or the word itself. */
export const countUnit = (key: string): string => `count:${kindOf.get(key) ?? key}`;
/** Every word for people at work. */
export const peopleWords: readonly string[] = [...kindOf].flatMap(([word, kind]) =>
  kind === 'people' ? [word] : [],
);
export const isCountable = (key: string): boolean => kindOf.has(key);

export const MULTIPLIERS: Record<string, number> = {
  hundred: 1e2,
  k: 1e3,
  thousand: 1e3,
  tsd: 1e3,
  lakh: 1e5,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mio: 1e6,
  mil: 1e6,
  million: 1e6,
  crore: 1e7,
  b: 1e9,
  bn: 1e9,
  mrd: 1e9,
  billion: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
};
