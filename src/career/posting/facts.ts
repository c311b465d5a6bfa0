import type { Posting, Told } from './types.ts';

const place =
  /^(?:[^\S\r\n]|[*•-])*(?:job |work )?(?:locations?|place of work|workplace|where|based in|office|site|standort|arbeitsort)\s*[:：]\s*([^\n|]{2,80})/im;
const based =
  /\b(?:based in|located in|position is in|role is in|our offices? in|onsite in|on-site in|hybrid in|located at|shop in|clinic in|school in|restaurant in|hospital in)\s+((?:[A-Z][\p{L}.'’-]+(?:,? |$)?){1,4}(?:\([^)\n]{2,25}\))?)/u;

const workplaces: [NonNullable<Posting['workplace']>['value'], RegExp][] = [
  ['hybrid', /\bhybrid\b(?! (?:cloud|app|vehicle|car|mobile|environment|infrastructure|event|solution))/i],
  [
    'remote',
    /\b(?:fully remote|100% remote|remote[- ]first|work from (?:home|anywhere)|home[- ]based|remote)\b(?! (?:support|monitoring|teams?|desktop|access|sensing|sites?|control|learning|teaching|patient|locations?|server|assistance|diagnos))/i,
  ],
  [
    'onsite',
    /\b(?:on[- ]?site|in[- ]office|in[- ]person|office[- ]based)\b(?! (?:support|training|parking|gym|childcare|interview|canteen|visits?|customer))/i,
  ],
];

const employments: [string, RegExp][] = [
  ['full-time', /\b(?:full[- ]time|vollzeit)\b(?! (?:education|study))/i],
  ['part-time', /\b(?:part[- ]time|teilzeit)\b/i],
  ['permanent', /\bpermanent\b(?! resid|ly)/i],
  [
    'temporary',
    /\b(?:temporary|temp(?= (?:role|position|job|to))|fixed[- ]term|limited to \d+ (?:months|years)|maternity cover)\b/i,
  ],
  [
    'contract',
    /\b(?:contract(?:or)?(?= (?:role|position|basis|job|to hire|opportunity))|\d+[- ]month contract|contract-to-hire|job type: contract)\b/i,
  ],
  ['freelance', /\b(?:freelance|self-employed basis)\b/i],
  ['internship', /\b(?:internship|placement year)\b/i],
  ['apprenticeship', /\bapprenticeship (?:position|role|programme|program)\b/i],
  ['seasonal', /\bseasonal (?:role|position|work|job|contract)\b/i],
  ['per diem', /\b(?:per diem|prn|bank staff|zero[- ]hours?)\b/i],
];

function told<Value>(value: Value, match: RegExpExecArray): Told<Value> {
  return { value, span: { start: match.index, end: match.index + match[0].length } };
}

export function locationIn(text: string): Told<string> | null {
  const match = place.exec(text) ?? based.exec(text);
  if (!match) return null;
  const value = match[1]!.replace(/[\s.,;]+$/, '');
  const start = match.index + match[0].indexOf(match[1]!);
  return value === '' ? null : { value, span: { start, end: start + value.length } };
}

export function workplaceIn(text: string): Posting['workplace'] {
  for (const [value, pattern] of workplaces) {
    const match = pattern.exec(text);
    if (match && !/\b(?:not|no|non|isn['’]t)[ -](?:a )?(?:fully )?$/i.test(text.slice(0, match.index)))
      return told(value, match);
  }
  return null;
}

export function employmentIn(text: string): Told<string>[] {
  return employments.flatMap(([value, pattern]) => {
    const match = pattern.exec(text);
    return match ? [told(value, match)] : [];
  });
}
