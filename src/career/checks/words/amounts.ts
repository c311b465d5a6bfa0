const numberWords =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|halved|halving|doubled|doubling|tripled|tripling|quadrupled|twice|a third|a quarter|zero|double|triple)\b/i;

/** Numbers that are part of a name and measure nothing. */
const names = [
  /\b(?:ISO|IEC|EN|BS|DIN|IEEE|RFC|SOC|PCI|IFRS|ASC|FRS|OSHA|Form|Section|Article|Part|Chapter|Title|Room|Unit|Ward)[\s-]?\d[\d.:-]*\b/gi,
  /\b(?:Level|Grade|Year|Band|Stage|KS|Key Stage|Phase|Tier|Type|Class|Category|Cat|Windows|Office|Microsoft|Python|Java|PHP|HTML|CSS|ES|Angular|Vue|Drupal|iOS|Android|Web|Industry|Version|v|Dynamics|Sage|COVID|Route|Wave|Series)[\s-]?\d+(?:\.\d+)*\b(?!\s*%)/gi,
  /\b[A-Za-z]+\d+[A-Za-z]*\b|\b\d+[A-Z][a-z]*\d*\b(?=\s+(?:model|printing|design|modelling|modeling))/g,
  /\b(?:19|20)\d{2}(?:\s*[-–/]\s*(?:19|20)?\d{2})?\b/g,
  /\b(?:24\/7|9[-–]5|50\/50|360[- ]degree)\b/g,
];

/** Whether a sentence names an amount, in figures or in words; years, versions and the numbers of norms are none. */
export function holdsAmount(text: string): boolean {
  // «12K», «p99», «4x»: a figure with a unit is an amount; a name with a figure is not.
  const units = /(?<![\p{L}\d])[$€£¥₹~<>+]?\s?\d[\d.,]*\s?(?:%|percent|per cent|[kKmMbB]\b|[kKmM]\+|x\b|\+)/u;
  if (units.test(text) || numberWords.test(text)) return true;
  const rest = names.reduce((kept, pattern) => kept.replace(pattern, ' '), text);
  return /\d/.test(rest);
}
