import { buzzwords, cliches } from '../../career/checks/index.ts';
import { LENGTH } from './draft/draft.ts';
import { countWords, type LetterWarning, placeholdersIn } from './letter.ts';

/** What letters made by machines and by habit are full of. */
const LETTER_PHRASES =
  `i am writing to express my|i am thrilled|thrilled to apply|excited to apply|i am excited to|perfect fit|ideal candidate|perfect candidate|esteemed|delve|tapestry|testament to|in today’s fast-paced|in today's fast-paced|ever-evolving|dream company|i believe i would be a great|unique blend|honed my skills|aligns perfectly|align perfectly|deeply passionate|keen interest|to whom it may concern`.split(
    '|',
  );

const MOST = 8;

/** What a reader would stumble over; quotations are the CV's and the posting's business. */
export function wordingWarnings(text: string): LetterWarning[] {
  const own = text.replace(/[“«][^”»]*[”»]|\[[^\]\n]*\]/g, (found) => ' '.repeat(found.length)).toLowerCase();
  const found = [...LETTER_PHRASES, ...cliches, ...buzzwords].filter((phrase) => holds(own, phrase));
  const words = countWords(text);
  return [
    ...(found.length > 0
      ? [
          {
            code: 'cliche',
            message: `Readers have seen these words too often: ${found
              .slice(0, MOST)
              .map((phrase) => `«${phrase}»`)
              .join(', ')}.`,
          },
        ]
      : []),
    ...(words < LENGTH.min || words > LENGTH.max
      ? [
          {
            code: 'length',
            message: `The letter has ${words} words; ${LENGTH.min} to ${LENGTH.max} fit one page and are read.`,
          },
        ]
      : []),
  ];
}

export function placeholderWarnings(text: string): LetterWarning[] {
  const count = placeholdersIn(text).length;
  if (count === 0) return [];
  const what = count === 1 ? 'One place' : `${count} places`;
  return [
    {
      code: 'placeholder',
      message: `${what} in brackets must be written or removed before the letter is sent.`,
    },
  ];
}

function holds(text: string, phrase: string): boolean {
  const at = text.indexOf(phrase);
  if (at < 0) return false;
  return !/\p{L}/u.test(text[at - 1] ?? '') && !/\p{L}/u.test(text[at + phrase.length] ?? '');
}
