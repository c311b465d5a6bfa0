/** The parts of a score that an explanation names; each feature belongs to one, told by the beginning of its name. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^(cosine|both)/, 'meaning'],
  [/^own/, 'overall'],
  [/^(bm25|cover|sentence|pairs)/, 'keywords'],
  [/^(before|after|betterSide|answer|wide|sandwiched)/, 'neighbours'],
  [/^(sessionOdds|bestOfSession|opens)/, 'conversation'],
  [/^(speaker|user)/, 'speaker'],
  [/^(when|count|who|where|why|date|wishes|standing)/, 'question'],
];

/** The group of a feature; what only describes the message (whether it asks, how ordinary its words are) is `style`. */
export function groupOf(feature: string): string {
  return GROUPS.find(([start]) => start.test(feature))?.[1] ?? 'style';
}
