/** The kind of answer a question wants: «how much does it cost» is not answered by a sentence without an amount. */
export interface Wanted {
  kind: 'money' | 'amount' | 'time' | 'person' | 'place';
  /** Words of the question that a sentence holding such an answer need not repeat. */
  implied: string;
  /** The values in a sentence, in a form that compares; empty where it has none. */
  valuesIn(sentence: string): string[];
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*';
/** Each number is tried from its first digit alone: from every one of «1,1,1,…» would take minutes. */
const MONEY =
  /(?:[$€£¥₹]|\b(?:usd|eur|gbp|chf|cad|aud|inr) )\s?\d[\d.,]*\s?[km]?\b|\b(?<!\d[.,]*)\d[\d.,]*\s?(?:k\b|(?:dollars|euros?|pounds|francs|rupees|bucks|cents|usd|eur|gbp|chf|cad|aud|inr)\b|[$€£])|\b\d+(?:\.\d+)?(?= ?(?:\/|per |a |an )(?:month|mo|hour|hr|year|yr|week|day)\b)/gi;
const AMOUNT =
  /\b\d[\d.,]*\s?(?:%|k\b)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|dozen|once|twice|half)\b/gi;
const TIME = new RegExp(
  [
    `\\b${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? \\d{4})?`,
    `\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}\\b(?:,? \\d{4})?`,
    `\\b(?:in|since|until|by|last|next|this) (?:${MONTH}|(?:19|20)\\d\\d|week|month|year|spring|summer|autumn|fall|winter|weekend)\\b(?: \\d{4})?`,
    '\\b(?:january|february|march|april|june|july|august|september|october|november|december)\\b',
    '\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b(?:19|20)\\d\\d\\b|\\b\\d{1,2}(?::\\d\\d)? ?(?:am|pm)\\b|\\b\\d{1,2}:\\d\\d\\b',
    '\\b(?:yesterday|today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b|\\b(?:days?|weeks?|months?|years?) ago\\b',
  ].join('|'),
  'gi',
);
const PERSON =
  /(?<=[\p{Ll}\p{N},] )\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?|\bmy (?:\w+ )?(?:manager|boss|wife|husband|partner|mother|father|mom|dad|brother|sister|friend|mentor|colleague|coach|recruiter)\b/gu;
const PLACE = /\b(?:in|at|from|near|to) (?:the )?\p{Lu}[\p{L}'’-]+(?:[ ,]+\p{Lu}[\p{L}'’-]+)*/gu;

const KINDS: { kind: Wanted['kind']; asked: RegExp; implied: string; values: RegExp }[] = [
  {
    kind: 'money',
    asked:
      /\bhow much\b.*\b(?:costs?|pay|paid|earn(?:ed)?|make|made|spen[dt]|charged?|worth|salary|owe|money|ask|rent|fees?|subscription)\b|\bhow expensive\b|\bwhat(?:'s| is| was| are| were)? (?:the |my |our )?(?:[\w-]+ ){0,4}(?:salary|price|cost|fee|rent|budget|pay|rate|wage|income|bonus)\b|\bhow much (?:is|was|are|were) (?:my|the|our)\b/,
    implied:
      'cost price pay charge fee spend money amount much worth expensive month monthly year yearly week weekly',
    values: MONEY,
  },
  {
    kind: 'time',
    asked:
      /\bwhen\b|\bwhat (?:date|day|month|year|time)\b|\bwhich (?:date|day|month|year)\b|\bhow long ago\b|\bdeadline\b/,
    implied: 'when date day month year time',
    values: TIME,
  },
  {
    kind: 'amount',
    asked:
      /\bhow (?:many|much|old|often|long|far|big|large)\b|\b(?:number|percentage|percent|score) of\b|\bwhat score\b/,
    implied: 'many much number often long old',
    values: AMOUNT,
  },
  { kind: 'person', asked: /\bwho(?:m|se)?\b|\bname of\b/, implied: 'who name', values: PERSON },
  {
    kind: 'place',
    asked: /\bwhere\b|\b(?:what|which) (?:city|country|town|place)\b/,
    implied: 'where',
    values: PLACE,
  },
];

/** What sort of answer a question wants, where its words say so. English only; of other languages nothing is recognised. */
export function wantedBy(question: string): Wanted | null {
  const folded = question.toLowerCase().replaceAll('’', "'");
  const found = KINDS.find(({ asked }) => asked.test(folded));
  if (!found) return null;
  return {
    kind: found.kind,
    implied: found.implied,
    valuesIn: (sentence) => valuesIn(sentence, found.values),
  };
}

function valuesIn(sentence: string, pattern: RegExp): string[] {
  const found = [...sentence.matchAll(pattern)].map(([value]) =>
    value
      .toLowerCase()
      .replace(/[\s,$€£]+/g, '')
      .replace(/\.$/, ''),
  );
  return [...new Set(found)];
}
