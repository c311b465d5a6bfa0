import { shorten } from '../shorten.ts';
import { relatedSayings, saidOn } from './from-memory.ts';
import { pointTo } from './from-playbook.ts';
import { blockQuote } from './sentences.ts';
import type { OfflineInput, OfflineReply } from './types.ts';

/** News that calls for a first word of its own; what each is about is searched for in the playbook. */
const OCCASIONS: { told: RegExp; queries: string[]; word: string }[] = [
  {
    told: /\b(?:laid off|let go|redundan\w+|lost my job|layoffs?)\b/,
    queries: ['What should I do after I was laid off?'],
    word: 'I am sorry to hear that.',
  },
  {
    told: /\b(?:got fired|was fired|been fired)\b/,
    queries: ['How do I explain that I was fired?'],
    word: 'I am sorry to hear that.',
  },
  {
    told: /\b(?:rejected|rejection|turned me down|didn't get the (?:job|role|offer|position))\b/,
    queries: ['How do I handle rejection?'],
    word: 'I am sorry that it did not work out.',
  },
  {
    told: /\b(?:ghosted|haven't heard back|no (?:reply|response|answer) (?:from|after))\b/,
    queries: ['What do I do when an employer ghosted me?'],
    word: '',
  },
  {
    told: /\b(?:(?:got|have|received|made me|gave me|accepted) (?:an?|the|their|two|another) (?:\w+ ){0,2}offers?|offered me)\b/,
    queries: ['How do I evaluate a job offer?'],
    word: 'Good news: an offer.',
  },
  { told: /\b(?:promoted|promotion)\b/, queries: ['How do I ask for a promotion?'], word: '' },
  { told: /\bphone screen\b/, queries: ['How do I prepare for a phone screen?'], word: '' },
  {
    told: /\binterview(?:s|ing)?\b/,
    queries: [
      'How do I answer tell me about yourself?',
      'How do I prepare for a behavioral interview?',
      'What questions should I ask the interviewer?',
    ],
    word: '',
  },
  {
    told: /\b(?:burn(?:ed|t|ing)? ?out|exhausted|overwhelmed)\b/,
    queries: ['How do I recover from burnout?'],
    word: 'That sounds hard.',
  },
  {
    told: /\b(?:nervous|anxious|scared)\b/,
    queries: ['How do I calm my nerves before an interview?'],
    word: '',
  },
  {
    told: /\b(?:resign(?:ed|ing)?|quit(?:ting)?|hand(?:ed)? in my notice)\b/,
    queries: ['How do I resign well?'],
    word: '',
  },
  { told: /\bapplied\b/, queries: ['When should I follow up after applying?'], word: '' },
  {
    told: /\b(?:career change|chang(?:e|ing) careers?|switch(?:ing)? (?:careers?|to|into))\b/,
    queries: ['How do I change careers?'],
    word: '',
  },
  { told: /\b(?:salary|underpaid|a raise)\b/, queries: ['How do I ask for a raise?'], word: '' },
];

/** What else to search the playbook for: a piece of news shares few words with the advice it calls for. */
export function adviceQueries(message: string): string[] {
  const folded = fold(message);
  return OCCASIONS.filter(({ told }) => told.test(folded)).flatMap(({ queries }) => queries);
}

/** Said in turn, so that a person who tells several things does not hear the same words each time. */
const ACKNOWLEDGEMENTS = [
  'I have kept this and will come back to it when it matters.',
  'Noted, with today as its date.',
  'I will remember that.',
  'Kept.',
];

function acknowledgement({ conversation }: OfflineInput): string {
  const turns = conversation.filter((turn) => turn.role === 'user').length;
  return ACKNOWLEDGEMENTS[turns % ACKNOWLEDGEMENTS.length]!;
}

/** Every word of it is looked for in every sentence that was recalled. */
const LONGEST_ABOUT = 2_000;

/** Acknowledges what was told, recalls what was told about it before, and names next steps. */
export function answerStatement(input: OfflineInput): OfflineReply {
  const folded = fold(input.message);
  const word = OCCASIONS.find((occasion) => occasion.told.test(folded))?.word ?? '';
  const related = relatedSayings(input, shorten(input.message, LONGEST_ABOUT));
  const pieces = input.advice.filter((piece) => piece.good).slice(0, 3);
  const parts = [`${word} ${acknowledgement(input)}`.trim()];
  if (related.length) {
    parts.push('You have told me something on this before:');
    for (const quote of related)
      parts.push(`${saidOn(quote.memory, input)}\n\n${blockQuote(quote.sentence)}`);
  }
  if (pieces.length) {
    parts.push(`What may help now, from the playbook:\n\n${pieces.map(pointTo).join('\n')}`);
    parts.push('Ask me about any of these for the steps.');
  } else {
    parts.push('Ask me about the next step, or about anything you have told me before.');
  }
  return {
    kind: 'statement',
    text: parts.join('\n\n'),
    memories: related.map((quote) => quote.memory.id),
    advice: pieces.map((piece) => piece.id),
  };
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}
