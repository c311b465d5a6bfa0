/** A word of a text, in lower case; «c++», «c#» and «.net» are words, and «&» is the word «and». */
export interface Token {
  text: string;
  start: number;
  end: number;
}

const word = /(?<![\p{L}\p{N}])\.net(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:\+\+|[+#](?![\p{L}\p{N}+#]))?|&/giu;

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(word)) {
    const as = match[0];
    const lower = as === '&' ? 'and' : as.toLowerCase();
    tokens.push({ text: lower, start: match.index, end: match.index + as.length });
  }
  return tokens;
}

/** The words of a name alone, without their places. */
export function wordsOf(name: string): string[] {
  // What most names are made of, at a tenth of the cost.
  if (/^[A-Za-z\d]+(?: [A-Za-z\d]+)*$/.test(name)) return name.toLowerCase().split(' ');
  return tokenize(name).map(({ text }) => text);
}

/** «apis» to «api», «strategies» to «strategy»; null where the word ends in no plural. */
export function singular(word: string): string | null {
  if (word.length < 4 || !word.endsWith('s') || /(ss|us|[sxntrl]is)$/.test(word)) return null;
  return word.endsWith('ies') && word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

const spellings: [RegExp, string][] = [
  [/isation/, 'ization'],
  [/ising$/, 'izing'],
  [/ise(d|s|r)?$/, 'ize$1'],
  [/odelling/, 'odeling'],
  [/abour/, 'abor'],
  [/icence/, 'icense'],
  [/entre(s?)$/, 'enter$1'],
  [/haviour/, 'havior'],
  [/paed/, 'ped'],
  [/rogramme$/, 'rogram'],
  [/ounselling/, 'ounseling'],
  [/olour/, 'olor'],
  [/ulfilment/, 'ulfillment'],
  [/moulding/, 'molding'],
  [/rganis(?=e|i)/, 'rganiz'],
];

const backwards: [RegExp, string][] = [
  [/ization/, 'isation'],
  [/izing$/, 'ising'],
  [/ize(d|s|r)?$/, 'ise$1'],
  [/odeling/, 'odelling'],
  [/abor$/, 'abour'],
  [/icense/, 'icence'],
  [/enter(s?)$/, 'entre$1'],
  [/havior/, 'haviour'],
  [/pediatr/, 'paediatr'],
  [/rogram$/, 'rogramme'],
  [/ounseling/, 'ounselling'],
  [/olor/, 'olour'],
  [/ulfillment/, 'ulfilment'],
  [/molding/, 'moulding'],
];

const respell = (word: string, rules: [RegExp, string][]) =>
  rules.reduce((spelt, [from, to]) => spelt.replace(from, to), word);

/** What any of the spellings could touch: most names are done with here. */
const varies = /is[aei]|iz[aei]|odel|abo|icen|ent(?:er|re)|havio|paed|pedi|rogram|ounsel|olo|ulfil|mo?ou?ld/;

/** The same words in British and in American spelling, the given one first. */
export function spelled(words: string[]): string[][] {
  if (!words.some((word) => varies.test(word))) return [words];
  const all = [words, words.map((w) => respell(w, spellings)), words.map((w) => respell(w, backwards))];
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = one.join(' ');
    return !seen.has(key) && seen.add(key);
  });
}
