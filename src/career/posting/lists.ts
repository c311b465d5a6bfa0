/** Words that stand between the entries of a list without being any: «or another», «and ideally». */
const filler =
  '(?:another|other|a|an|the|some|similar|equivalent|comparable|any|modern|strong|good|solid|either|both|experience (?:with|in)|knowledge of|e\\.g\\.,?|one of|any of|also|preferably|ideally|basic|advanced|professional|certified)';
const gap = new RegExp(
  `^\\s*(?:\\([^()]{0,40}\\)\\s*)?(?:[,/&|+(]\\s*)*(?:(?:and/or|and|or|as well as|plus|like|such as)\\s+(?:/\\s*or\\s+)?)?(?:${filler}\\s+){0,3}\\(?\\s*$`,
  'i',
);

/** Whether what stands between two names makes them entries of one list. */
export function isListGap(between: string): boolean {
  if (between.length > 60 || between.trim() === '') return false;
  return gap.test(between.replace(/\s+/g, ' '));
}
