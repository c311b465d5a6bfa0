/*
 * Invented words with the statistics of real ones. The keyword leg's work is the length of the lists that it reads, so
 * what counts is how often words are used (Zipf and Mandelbrot's law), not what they say.
 */

const consonants = 'bdfgklmnprtvz';
const vowels = 'aou';
const syllables = consonants.length * vowels.length;

/** A pronounceable word for a number; no two numbers share one, and no stemmer cuts any of them. */
function spell(number: number, length: number): string {
  let word = '';
  for (let rest = number, i = 0; i < length; i++) {
    const syllable = rest % syllables;
    word += consonants[Math.floor(syllable / vowels.length)]! + vowels[syllable % vowels.length]!;
    rest = Math.floor(rest / syllables);
  }
  return word;
}

const vocabulary = 20_000;
const words = Array.from({ length: vocabulary }, (_, rank) => spell(rank, 3));

/** Cumulated: what share of all uses the words up to this rank have. The offset stands for the stop words at the head. */
const shares = (() => {
  const uses = words.map((_, rank) => 1 / (rank + 20));
  const total = uses.reduce((sum, use) => sum + use, 0);
  let sum = 0;
  return Float64Array.from(uses, (use) => {
    sum += use;
    return sum / total;
  });
})();

function wordAt(share: number): string {
  let low = 0;
  for (let high = vocabulary - 1; low < high; ) {
    const middle = (low + high) >> 1;
    if (shares[middle]! < share) low = middle + 1;
    else high = middle;
  }
  return words[low]!;
}

const stopWords =
  'the of and to in a is that for it was on with as at by this had not are but from or have an'.split(' ');

/** A text of so many words: two in five are stop words, as in English. */
export function sentence(length: number, random: () => number): string {
  const parts: string[] = [];
  for (let i = 0; i < length; i++) {
    parts.push(random() < 0.4 ? stopWords[Math.floor(random() * stopWords.length)]! : wordAt(random()));
  }
  return parts.join(' ');
}

/** What a subject is called: four syllables, so it is none of the vocabulary. */
export const subjectName = (subject: number): string => spell(subject, 4);

const consonantOf = new Map([...consonants].map((letter, i) => [letter, i]));

/** The subject that a text names in its second word; null where it was not made here. */
export function subjectOf(text: string): number | null {
  const name = /^\S+ (\w{8})\b/.exec(text)?.[1];
  if (!name) return null;
  let subject = 0;
  for (let at = 6; at >= 0; at -= 2) {
    const consonant = consonantOf.get(name[at]!);
    const vowel = vowels.indexOf(name[at + 1]!);
    if (consonant === undefined || vowel < 0) return null;
    subject = subject * syllables + consonant * vowels.length + vowel;
  }
  return subject;
}
