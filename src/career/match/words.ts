const small = new Set(
  'the and for with you your our are will who that this from have has not but all can any more other into about their they them its was were been also than then when where which while what how such per via out over under within across each both most some one two work working team teams role job company join ability able strong experience experienced years year skills skill knowledge required preferred requirements including etc new well good great high need must should would could plus etc. using used use make help ensure us we in of to a an at on or as is be it by if do no up so must-have day days time full part'.split(
    ' ',
  ),
);

/** The words that say something, in lower case, plurals without their s. */
export function tellingWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}][\p{L}\d+#-]*/gu) ?? [])
    .map((word) => word.replace(/^-+|-+$/g, ''))
    .filter((word) => word.length > 2 && !small.has(word))
    .map(stem);
}

/** Enough for comparing: «engineers», «engineering» and «engineer» are alike. */
export function stem(word: string): string {
  if (word.length > 6 && /(?:ering|oping|uring|iting|eting)$/.test(word)) return stem(word.slice(0, -3));
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Dice's coefficient of two sets of words: 1 where they are the same, 0 where they share none. */
export function dice(a: Set<string>, b: Set<string>): number {
  if (a.size + b.size === 0) return 0;
  return (2 * [...a].filter((word) => b.has(word)).length) / (a.size + b.size);
}
