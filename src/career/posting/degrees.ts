import type { Span } from '../resume/index.ts';
import type { DegreeDemand, DegreeLevel, Importance } from './types.ts';

/** From the lowest to the highest. */
export const degreeLevels: DegreeLevel[] = [
  'secondary',
  'vocational',
  'associate',
  'bachelor',
  'master',
  'doctorate',
];

const names: [DegreeLevel, RegExp][] = [
  [
    'doctorate',
    /\b(?:ph\.?\s?d\b\.?|doctorate|doctoral(?: degree)?|dphil|md degree|juris doctor|\bj\.?d\.?(?= (?:degree|from|or|and|required)))/gi,
  ],
  [
    'master',
    /\b(?:master['’]s(?: degrees?)?|masters?(?: of [A-Z]\w+| degrees?| in\b)|postgraduate (?:degree|qualification)|graduate degree|advanced degree|m\.?sc\b\.?|mba\b|msn\b|m\.?eng\b\.?|m\.?ed\b\.?|m\.?phil\b\.?|ll\.?m\b\.?|msw\b)|\b(?:MS|MA|M\.S\.|M\.A\.)(?=\s+(?:in|degree|or|required|preferred)\b|[,/) ]|$)/gi,
  ],
  [
    'bachelor',
    /\b(?:bachelor['’]?s?(?:\s+(?:degrees?|of \w+))?|baccalaureate|undergraduate degree|university degree|college degree|(?:four|4)[- ]year degree|b\.?sc\b\.?|bsn\b|b\.?eng\b\.?|b\.?tech\b\.?|b\.?ed\b\.?|llb\b|bba\b|b\.?com\b\.?|honou?rs degree|first degree|degree[- ](?:qualified|educated|level))|\b(?:BS|BA|B\.S\.|B\.A\.)(?=\s+(?:in|degree|or|required|preferred)\b|[,/) ]|$)|\b(?<!(?:associate|associate['’]s|master['’]s|masters?|bachelor['’]?s?|doctoral|graduate|advanced|year|university|college|high|large|certain|md|honou?rs|first|undergraduate|postgraduate)\s)degree\b(?!\s+of\b)(?=\s*(?:in\b|or\b|required|preferred|is\b|,|\.|;|$|\())/gi,
  ],
  [
    'associate',
    /\bassociate['’]?s?(?:\s+degree|\s+of (?:science|arts))|\bassociate['’]s\b|\ba\.?a\.?s\.? degree|\bfoundation degree|\bhnd\b/gi,
  ],
  [
    'vocational',
    /\b(?:completed (?:an )?apprenticeship|apprenticeship(?= (?:in|as|or|completed|required))|time[- ]served|vocational (?:training|qualification|diploma|school)|trade school|technical (?:diploma|school|college)|nvq\b(?: level \d)?|btec\b|completed (?:vocational )?training|college diploma|city (?:&|and) guilds|diploma in)/gi,
  ],
  [
    'secondary',
    /\b(?:high[- ]school (?:diploma|degree|graduate|education|equivalency)|ged\b|secondary (?:school|education) (?:diploma|certificate|completed)|gcses?\b|a[- ]levels?\b|school[- ]leaving certificate|matric certificate|leaving cert(?:ificate)?|diploma or ged)/gi,
  ],
];

const madeUpFor =
  /\bor\b[^.;]{0,40}\b(?:equivalent|relevant|practical|comparable|proven|professional|work|hands-on|related)\b(?:\s+\w+){0,3}\s*(?:experience|combination|training|qualifications?|skills|certification|background)|\bor (?:an? )?equivalent\b(?!\s+(?:degree|field|subject))|\bin lieu of\b|\bor experience\b|\bequivalent (?:practical |work |professional )?experience\b|\bequivalent combination\b|\bcombination of education and\b/i;

/** The subjects after «in»: «Computer Science, Mathematics or a related field». */
function fieldsAfter(rest: string): string[] {
  const match = /^[^.;()]{0,25}?\b(?:in|of)\s+(?:an?\s+|the\s+)?([^.;()\n]+)/i.exec(rest);
  if (!match) return [];
  return match[1]!
    .split(/\s*(?:,|\/|\bor\b|\band\b|&)\s*/i)
    .map((field) =>
      field
        .replace(/^(?:an?|the|any)\s+/i, '')
        .replace(/\s+(?:is|are|required|preferred|degree|with|plus|from|desirable|highly)\b.*$/i, '')
        .trim(),
    )
    .filter((field) => field.length > 1 && field.split(/\s+/).length <= 4 && /^\p{L}/u.test(field))
    .filter(
      (field) =>
        !/\b(?:related|relevant|similar|equivalent|field|discipline|subject|area|experience|years?|degree|master|bachelor|stem field)/i.test(
          field,
        ),
    );
}

/** The degrees a clause asks for. Of several that are wanted alike the lowest counts: «Bachelor's or Master's». */
export function degreesIn(
  text: string,
  clause: Span,
  importance: (at: number) => Importance,
): DegreeDemand[] {
  const body = text.slice(clause.start, clause.end);
  const found: DegreeDemand[] = [];
  for (const [level, pattern] of names) {
    for (const match of body.matchAll(pattern)) {
      const start = clause.start + match.index;
      const span = { start, end: start + match[0].length };
      if (found.some((other) => span.start < other.span.end && other.span.start < span.end)) continue;
      const kind = importance(start);
      if (kind === 'mentioned') continue;
      found.push({
        level,
        kind,
        soft: madeUpFor.test(body),
        fields: fieldsAfter(body.slice(match.index + match[0].length)),
        span,
      });
    }
  }
  return (['required', 'preferred'] as const).flatMap((kind) => {
    const alike = found.filter((degree) => degree.kind === kind);
    alike.sort((a, b) => degreeLevels.indexOf(a.level) - degreeLevels.indexOf(b.level));
    const lowest = alike[0];
    if (!lowest) return [];
    return [{ ...lowest, fields: [...new Set(alike.flatMap(({ fields }) => fields))] }];
  });
}

/** The level a degree's name has («BSc», «Master of Arts»); null where it names none. */
export function degreeLevelOf(name: string): DegreeLevel | null {
  for (const [level, pattern] of names) if (name.search(pattern) >= 0) return level;
  if (/\b(?:bs|ba|bachelor|bfa|barch|laurea|licence|licenciatura|diplom|degree)\b|\bb\.\s?[a-z]/i.test(name))
    return 'bachelor';
  if (/\b(?:ms|ma|master|magister|mfa|march)\b/i.test(name)) return 'master';
  if (/\b(?:associate|aas|aa)\b/i.test(name)) return 'associate';
  if (/\b(?:apprentice\w*|diploma|certificate|vocational)\b/i.test(name)) return 'vocational';
  return /\b(?:high school|secondary|abitur|matura|baccalaur[ée]at)\b/i.test(name) ? 'secondary' : null;
}
