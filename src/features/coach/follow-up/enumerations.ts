/*
 * Lists within sentences, as people tell of several things at once. All patterns are for texts of a few hundred
 * characters.
 */

/** One of a list. */
export interface Item {
  /** As it is written, with what is said of it: «Bosch for 65k with 30 days of holiday». */
  words: string;
  /** What it goes by: «Bosch»; the words themselves where nothing is. */
  name: string;
}

const NAME = String.raw`\p{Lu}[\p{L}\p{N}&'-]*(?:\s+\p{Lu}[\p{L}\p{N}&'-]*)*`;
const PREPOSITION = 'from|at|with|in|by|for|to|of';
/** What joins two of them: «, », « and one », « and another one ». */
const JOINT =
  /[\s,;]+(?:and|or|then|,)?\s*(?:(?:one|another|another one|a second|a second one|the other|the other one|a third)\s+)?$/i;
const JOINS = /[,;]|\b(?:and|or)\b/i;
/** From here on a sentence speaks of something else. */
const GOES_ON = /,?\s+(?:but|so|because|which|who|and (?:i|we|now|both|they|it))\b.*$|[.?!;].*$/is;
const NO_NAME =
  /^(?:I|I'm|I've|I'd|I'll|We|You|He|She|It|They|This|That|These|Those|There|The|My|Our|Your|A|An|But|And|So|If|When|While|What|Which|Who|How|Why|Where|Yes|No|Then|Both|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Yesterday|Today|Tomorrow)\b/;

/** «From A for 70k and one from B for 65k», «at A on Tuesday, at B on Thursday»: what each is named with. */
function byPreposition(sentence: string): Item[] {
  const found = [...sentence.matchAll(new RegExp(`\\b(${PREPOSITION})\\s+(${NAME})`, 'gu'))].filter(
    ([, , name]) => !NO_NAME.test(name!),
  );
  const runs = [...Map.groupBy(found, ([, preposition]) => preposition).values()].map((same) => {
    const run: Item[] = [];
    let open: { at: number; name: string } | null = null;
    for (const match of same) {
      const between = open ? sentence.slice(open.at, match.index) : '';
      const words = between.replace(JOINT, '');
      const isJoined = open !== null && JOINS.test(between.slice(words.length));
      if (open && isJoined) run.push({ words, name: open.name });
      else run.length = 0;
      open = { at: match.index + match[0].length - match[2]!.length, name: match[2]! };
    }
    if (open && run.length > 0)
      run.push({ words: sentence.slice(open.at).replace(GOES_ON, '').trim(), name: open.name });
    return run;
  });
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), []);
}

const CLAUSE = new RegExp(`^(${NAME})\\s+(?:(?:has|have|had|would|will|also|only|then)\\s+)*(\\p{Ll}+)`, 'u');
const BETWEEN = new RegExp(
  `[.!;]\\s+|,?\\s+(?:and|but|while|whereas)\\s+(?=${NAME}\\s+\\p{Ll})|,\\s+(?=${NAME}\\s+\\p{Ll})`,
  'u',
);

/** «A offered me 70k and B offered me 65k»: clauses that say the same of different ones. */
function byClause(text: string): Item[] {
  let run: (Item & { verb: string })[] = [];
  for (const piece of text.split(BETWEEN)) {
    const words = piece.trim().replace(/[\s.!?;,]+$/, '');
    const [, name = '', verb = ''] = CLAUSE.exec(words) ?? [];
    const isOne =
      name !== '' && !NO_NAME.test(name) && run.every((one) => one.name !== name && one.verb === verb);
    if (isOne) run.push({ words, name, verb });
    else if (run.length > 1) break;
    else run = name !== '' && !NO_NAME.test(name) ? [{ words, name, verb }] : [];
  }
  return run.length > 1 ? run.map(({ words, name }) => ({ words, name })) : [];
}

const PART = String.raw`(?:(?:the|my|a|an)\s+)?[\p{L}\p{N}][\p{L}\p{N}&.'/-]*(?:\s+[\p{L}\p{N}&'/-]+){0,4}?`;
const SERIES = new RegExp(
  String.raw`(?:^|[:\s])((?:${PART},\s+){1,5}${PART},?\s+(?:and|or)\s+${PART})(?=[.?!;:,\n]|$|\s+(?:but|because|so|which|who|that|this|last|yesterday|today|now)\b)`,
  'u',
);
const PAIR = new RegExp(
  String.raw`\b(?:from|at|with|to|between|in|as|either|of|for|like|are|is|were|was|both|saw|met|have|know|learn|chose|choose|visited|called)\s+(?:at |in |with |to )?(${NAME})\s+(?:and|or)\s+(?:at |in |with |to )?(${NAME})`,
  'u',
);

/** «A, B and C», or two names: «at Contoso and Fabrikam». */
function bySeries(text: string): Item[] {
  const series = SERIES.exec(text);
  const pair = PAIR.exec(text);
  const named = pair?.slice(1).every((name) => !NO_NAME.test(name)) ? pair.slice(1) : [];
  const items = series ? seriesOf(series[1]!) : named;
  return items.map((words) => ({ words, name: words }));
}

function seriesOf(series: string): string[] {
  const items = series.split(/,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+/).map((item) => item.trim());
  const [first = '', ...rest] = items;
  // The sentence runs into the first item: of that its last words, as many as the others have.
  const size = Math.max(...rest.map((item) => item.split(/\s+/).length));
  return [first.split(/\s+/).slice(-size).join(' '), ...rest].filter(Boolean);
}

/** What a text lists within its sentences; none where it lists nothing. */
export function enumeration(text: string): Item[] {
  for (const sentence of text.split(/(?<=[.!?])\s+|\n+/)) {
    const items = byPreposition(sentence);
    if (items.length > 1) return items;
  }
  const clauses = byClause(text);
  return clauses.length > 1 ? clauses : bySeries(text);
}
