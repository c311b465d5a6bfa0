/** Words that are frequent in one language and rare in the others; enough to tell which one a CV is in. */
const frequent: Record<string, readonly string[]> = {
  english: 'the and of to with for by from at on as was that is an into across over through'.split(' '),
  german: 'und der die das mit für von im zu den des bei als auf eine zur sowie durch'.split(' '),
  french: 'et le les des du pour avec dans une au aux sur chez par ainsi'.split(' '),
  spanish: 'y el los las para con del una por en al como desde'.split(' '),
  italian: 'e di il per con del della dei che nel alla presso'.split(' '),
  portuguese: 'e da do para com em dos das uma na ao pela'.split(' '),
  dutch: 'het van een voor met bij aan naar tot ook het'.split(' '),
};

/**
 * Whether the word lists of these checks apply. A text of few words is taken for English unless its words say
 * otherwise; one that is mostly not in Latin letters is not.
 */
export function isEnglish(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 0 && latin / letters < 0.7) return false;
  const seen = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) seen.set(word, (seen.get(word) ?? 0) + 1);
  const frequency = (language: string) =>
    frequent[language]!.reduce((sum, word) => sum + (seen.get(word) ?? 0), 0);
  const english = frequency('english');
  return Object.keys(frequent).every((language) => frequency(language) <= english);
}
