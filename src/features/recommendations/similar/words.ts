/*
 * What of a profile is told in words comes from these lists and from the skills' taxonomy: nothing that somebody typed can
 * get into it.
 */

/** Families of roles, by what titles say. */
const FAMILIES: [family: string, pattern: RegExp][] = [
  [
    'data',
    /\b(?:data|machine learning|ml|analytics|bi|statisticia\w*|ai) (?:scien|engineer|analy|architect)\w*|\b(?:data scien|statistic|analyst)\w*/i,
  ],
  [
    'software',
    /\b(?:software|backend|back-end|frontend|front-end|full[- ]?stack|web|mobile|ios|android|devops|platform|site reliability|sre|embedded|cloud|qa|test)\b.*\b(?:engineer|developer|architect|tester)|\b(?:developer|programmer|sre|devops)\b/i,
  ],
  ['design', /\b(?:ux|ui|product|graphic|visual|interaction|web) design\w*|\bdesigner\b/i],
  ['product', /\bproduct (?:manag|own|lead)\w*/i],
  ['project', /\b(?:project|program|programme|delivery) (?:manag|lead|coordinat)\w*|\bscrum master\b/i],
  ['marketing', /\b(?:marketing|seo|content|brand|growth|communications|copywriter|social media)\b/i],
  ['sales', /\b(?:sales|account (?:executive|manager)|business development|customer success)\b/i],
  ['finance', /\b(?:accountant|accounting|finance|financial|controller|auditor?|bookkeep\w*|tax|bank\w*)\b/i],
  ['people', /\b(?:hr|human resources|recruit\w*|talent|people (?:partner|operations))\b/i],
  ['operations', /\b(?:operations|logistics|supply chain|procurement|warehouse)\b/i],
  ['health', /\b(?:nurs\w*|doctor|physician|therap\w*|caregiver|pharmac\w*|medical|clinical|care)\b/i],
  ['education', /\b(?:teach\w*|tutor|lecturer|professor|educat\w*)\b/i],
  ['law', /\b(?:lawyer|attorney|legal|paralegal|counsel|compliance)\b/i],
  ['support', /\b(?:support|help ?desk|customer service|service desk|call cent\w*)\b/i],
  ['administration', /\b(?:admin\w*|assistant|secretar\w*|office manager|receptionist)\b/i],
  [
    'engineering',
    /\b(?:mechanical|electrical|civil|chemical|industrial|process|manufacturing) engineer\w*|\btechnician\b/i,
  ],
  ['hospitality', /\b(?:chef|cook|waiter|waitress|barista|hotel|hospitality|restaurant)\b/i],
  ['retail', /\b(?:retail|store manager|shop|cashier|merchandis\w*)\b/i],
];

export function familiesOf(titles: readonly string[]): string[] {
  const found = titles.flatMap((title) => FAMILIES.find(([, pattern]) => pattern.test(title))?.[0] ?? []);
  return [...new Set(found)].sort();
}

/** Ways in which one comes by a job, by what people call them. */
const CHANNELS: [channel: string, pattern: RegExp][] = [
  ['referral', /\b(?:referr\w*|refer|friend|network\w*|colleague|recommend\w*|word of mouth|alumni)\b/i],
  ['recruiter', /\b(?:recruiter|head ?hunter|agency|sourced)\b/i],
  ['linkedin', /linked ?in/i],
  [
    'job_board',
    /\b(?:indeed|glassdoor|stepstone|monster|xing|job ?board|otta|wellfound|angellist|ziprecruiter|infojobs)\b/i,
  ],
  ['company_site', /\b(?:company (?:site|website|page)|website|careers? (?:page|site)|direct\w*)\b/i],
  ['event', /\b(?:event|fair|meetup|conference|hackathon)\b/i],
];

export const channels = ['referral', 'recruiter', 'linkedin', 'job_board', 'company_site', 'event'] as const;
export type Channel = (typeof channels)[number];

export function channelOf(source: string | null): Channel | null {
  const found = source && CHANNELS.find(([, pattern]) => pattern.test(source))?.[0];
  return (found as Channel | undefined) || null;
}

/** What people do about an application beside sending it. */
export const strategies = ['cover_letter', 'contact_at_company'] as const;
export type Strategy = (typeof strategies)[number];
