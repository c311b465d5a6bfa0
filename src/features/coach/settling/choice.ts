/** What somebody answers who was asked which of some values is right. */
export type Choice =
  | { kind: 'one'; at: number }
  /** These are so, beside each other. */
  | { kind: 'both'; at: number[] }
  /** `instead`: what is named in their place. */
  | { kind: 'neither'; instead: string | null }
  /** Something that was not asked about. */
  | { kind: 'other'; words: string };

/** A value that was asked about, in the order of the question. */
export interface Option {
  value: string;
  /** ISO 8601; «the newer one». */
  said_at: string;
}

const LONGEST = 160;

/** A sentence of these alone says nothing yet: the answer is in the next one. */
const FILLER =
  /^(?:(?:no|yes|yeah|yep|oh|ah|hm+|ok(?:ay)?|right|well|so|sorry|oops|good (?:question|catch|point)|my (?:bad|mistake)|thanks|thank you|you(?:'re| are) right|true|of course|sure)[\s,]*)+$/;
const LEAD =
  /^(?:(?:no|yes|yeah|yep|oh|ah|hm+|ok(?:ay)?|well|so|sorry|oops|actually|definitely|it is|it's|that's|that is|that would be|i meant|i mean|i said)\b[\s,:–-]*)+/;

const NEITHER =
  /^(?:neither(?: one)?(?: of (?:them|these|those|the two|both))?|none(?: of (?:them|these|those|the (?:two|above)|both))?)(?: (?:is|are|was|were) (?:right|correct|true|so))?(?: (?:any ?more|now))?(?=$|[\s,:–-]+(.*)$)|^(?:both|they) (?:are|were) (?:both )?(?:wrong|false|not (?:right|true|correct))$/;
const BOTH =
  /^(?:they(?:'re| are) |i do |i have )?both(?: of (?:them|these|those))?(?: (?:are|is|were))?(?: (?:right|true|correct|so|valid|fine))?(?: (?:now|in a way|really|actually|somehow|at the moment))?(?:,? (?:because|since|as|i|we|it|depending|half|one|in)\b.*)?$/;

/** What comes after it says why. */
const REASON = /,\s+(?=(?:i|we|my)\b(?! mean| meant| said))|,?\s+(?=(?:because|since|although|though)\b)/;

const ORDINALS: [RegExp, (count: number) => number][] = [
  [/^(?:the )?(?:first|former|1st|1)\b/, () => 0],
  [/^(?:the )?(?:second|2nd|2)\b/, () => 1],
  [/^(?:the )?(?:third|3rd|3)\b/, () => 2],
  [/^(?:the )?(?:latter|last)\b/, (count) => count - 1],
];
const NEWER = /^(?:the )?(?:newer|newest|new|latest|later|most recent|more recent|recent|current)\b/;
const OLDER = /^(?:the )?(?:older|oldest|old|previous|earlier|original|earliest)\b/;

/** Words that may stand around a value that is chosen, and say nothing else. */
const FRAME = new Set(
  (
    "a an the is are was it its it's that that's this one ones value right correct correctly true now still currently actually i i'm am " +
    'meant mean live work earn make get have speak in at for with by to of on as me my mine city place employer company job role ' +
    'salary pay name notice period again yes no sorry please really definitely of course only just would be the as per year month ' +
    'week hour day today nowadays these days instead and not but so of them two option number answer since then eur euro euros usd dollars gbp'
  ).split(' '),
);
/** Of a value that stands in such words, it is said that it is not so. */
const DENIED_BEFORE =
  /\b(?:not|no longer|never|isn't|wasn't|n't|instead of|rather than)(?: (?:in|at|the|by|for))?$/;
const DENIED_AFTER =
  /^(?:is|was|were|are)? ?(?:wrong|a typo|a mistake|old|outdated|out of date|no longer|not (?:right|correct|true|so)|before|over|the old(?:er)?(?: one)?|history|past)\b/;
const DENYING = new Set(
  "wrong typo mistake old outdated out date longer never before over older past history was n't isn't wasn't rather than instead".split(
    ' ',
  ),
);

/** Which of the options a short reply picks; null where it is no answer to the question. */
export function readChoice(reply: string, options: readonly Option[]): Choice | null {
  if (reply.length > LONGEST || options.length < 2) return null;
  const sentence = answeringSentence(reply);
  if (sentence === null || /[?？]/.test(sentence)) return null;
  const neither = NEITHER.exec(sentence.replace(LEAD, ''));
  if (neither) return { kind: 'neither', instead: spelledAs(neither[1] ?? '', reply) };
  const [said = '', ...reasons] = sentence.split(REASON);
  const text = said.replace(LEAD, '');
  if (BOTH.test(text)) return { kind: 'both', at: options.map((_, at) => at) };
  const choice = namedIn(text, options) ?? pointedAt(text, options);
  if (choice) return namesOther(reasons.join(' '), options, choice) ? null : choice;
  const other = OTHER.exec(said);
  const words = other && spelledAs(other[1] ?? other[2] ?? '', reply);
  return words && !namesAny(words, options) ? { kind: 'other', words } : null;
}

const fold = (text: string) => text.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim();

function answeringSentence(reply: string): string | null {
  const sentences = fold(reply)
    .split(/(?<=[.!?？;…])\s+/)
    .map((sentence) => sentence.replace(/[\s.!;…]+$/, '').trim())
    .filter(Boolean);
  return sentences.find((sentence) => !FILLER.test(sentence)) ?? null;
}

function pointedAt(text: string, options: readonly Option[]): Choice | null {
  const byTime = options.map((_, at) => at);
  byTime.sort((a, b) => options[a]!.said_at.localeCompare(options[b]!.said_at));
  const forms: [RegExp, number][] = [
    ...ORDINALS.map(([form, at]): [RegExp, number] => [form, at(options.length)]),
    [NEWER, byTime.at(-1)!],
    [OLDER, byTime[0]!],
  ];
  for (const [form, at] of forms) {
    const found = form.exec(text);
    if (found && at < options.length && isFrame(text.slice(found[0].length))) return { kind: 'one', at };
  }
  return null;
}

function isFrame(rest: string, also: ReadonlySet<string> = new Set()): boolean {
  return wordsOf(rest).every((word) => FRAME.has(word) || also.has(word));
}

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Words in a form that compares: «three months» as 3 and month, «70k» and «70,000» as 70000. */
function wordsOf(text: string): string[] {
  const plain = fold(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=\d)[,.' ](?=\d{3}\b)/g, '')
    .replace(/\bone (?=day|week|month|year|hour)/g, '1 ')
    .replace(/\b(\d+(?:\.\d+)?) ?k\b/g, (_, digits: string) => String(Math.round(Number(digits) * 1_000)));
  return (plain.match(/[\p{L}\p{N}+#']+/gu) ?? []).map((word) => {
    const number = NUMBERS.indexOf(word);
    // «The first one» counts nothing.
    if (number > 1) return String(number);
    return /^(?:day|week|month|year|hour)s$/.test(word) ? word.slice(0, -1) : word;
  });
}

/** Words that only this one of the options has. */
function ownWords(options: readonly Option[]): Set<string>[] {
  const all = options.map(({ value }) => new Set(wordsOf(value)));
  return all.map((words, at) => {
    const others = all.filter((_, other) => other !== at);
    return new Set([...words].filter((word) => !others.some((other) => other.has(word))));
  });
}

/** «Berlin, my wife is in Potsdam» may mean either. */
function namesOther(text: string, options: readonly Option[], choice: Choice): boolean {
  const others = choice.kind === 'one' ? options.filter((_, at) => at !== choice.at) : [];
  const said = new Set(wordsOf(text));
  return others.some(({ value }) => wordsOf(value).some((word) => word.length > 2 && said.has(word)));
}

function namesAny(text: string, options: readonly Option[]): boolean {
  const said = new Set(wordsOf(text));
  return ownWords(options).some((own) => [...own].some((word) => said.has(word)));
}

interface Mention {
  option: number;
  denied: boolean;
}

/** The option that a reply names, or leaves where it denies the other one. */
function namedIn(text: string, options: readonly Option[]): Choice | null {
  const values = new Set(options.flatMap(({ value }) => wordsOf(value)));
  const mentions = mentionsIn(text, options);
  if (mentions.length === 0) {
    const same = options.findIndex(({ value }) => wordsOf(value).join(' ') === wordsOf(text).join(' '));
    return same < 0 ? null : { kind: 'one', at: same };
  }
  const denies = mentions.some(({ denied }) => denied);
  if (!isFrame(text, denies ? new Set([...values, ...DENYING]) : values)) return null;
  const meant = [...new Set(mentions.filter(({ denied }) => !denied).map(({ option }) => option))];
  const left = options
    .map((_, at) => at)
    .filter((at) => !mentions.some(({ option, denied }) => denied && option === at));
  if (meant.length === 0) return left.length === 1 ? { kind: 'one', at: left[0]! } : null;
  if (meant.length === 1) return { kind: 'one', at: meant[0]! };
  return denies ? null : { kind: 'both', at: meant };
}

function mentionsIn(text: string, options: readonly Option[]): Mention[] {
  const own = ownWords(options);
  // Each clause denies for itself: «Berlin was before, now Potsdam».
  return text.split(/[,:–]\s+|\s(?=(?:but|and now|now)\b)/).flatMap((clause) => {
    const words = wordsOf(clause);
    return own.flatMap((mine, option): Mention[] => {
      const at = words.findIndex((word) => mine.has(word));
      if (at < 0) return [];
      const end = words.findLastIndex((word) => mine.has(word));
      const before = words.slice(0, at).join(' ');
      const after = words.slice(end + 1).join(' ');
      return [{ option, denied: DENIED_BEFORE.test(before) || DENIED_AFTER.test(after) }];
    });
  });
}

const OTHER =
  /^(?:(?:no|sorry|oops|well|actually)\b,? )*(?:(?:it is|it's|that's|that is) (?:actually |now |in fact )*(.+?)(?: (?:now|actually|in fact|by now|these days))?|(?:i meant|i mean|make that) (?:to say |to write )?(.+?))$/;

/** Folded words as the reply spells them. */
function spelledAs(folded: string, reply: string): string | null {
  const words = folded.trim();
  const at = words === '' ? -1 : fold(reply).indexOf(words);
  return at < 0
    ? null
    : reply
        .replace(/\s+/g, ' ')
        .trim()
        .slice(at, at + words.length);
}
