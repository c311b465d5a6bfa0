/** Words that usually keep their hyphen: «full-» at a line's end is more often «full-stack» than «fullstack». */
const keeps =
  /(?:^|[^\p{L}])(?:full|front|back|self|cross|non|multi|co|real|high|low|end|open|well|long|short|part|on|off|in|out|third|first|second|data|cost|time|test|event|state|user|customer|client|server|cloud|award|large|small|double|year|month|week|day|hands|decision|problem|peer|object|e|x|pre|post|ex|vice|mid|semi)$/iu;

/** What is left of two lines where a word was broken at the end of the first; null where none was. */
export function joinBrokenWord(line: string, next: string, rest: string): [string, string] | null {
  const broken = /^(.*?)(\p{L}+)(-|\u00AD|\u2010)$/u.exec(line);
  const end = /^\s*(\p{Ll}[\p{L}'’]*)([^\s]*)(?:\s+|$)(.*)$/u.exec(next);
  if (!broken || !end || broken[2]!.length < 2) return null;
  const [, before, head, hyphen] = broken as unknown as [string, string, string, string];
  const [, tail, punctuation, after] = end as unknown as [string, string, string, string];
  const withHyphen = `${head}-${tail}`;
  const isCompound =
    hyphen !== '\u00AD' &&
    (punctuation.startsWith('-') ||
      rest.toLowerCase().includes(withHyphen.toLowerCase()) ||
      keeps.test(head));
  return [`${before}${isCompound ? withHyphen : head + tail}${punctuation}`, after];
}
