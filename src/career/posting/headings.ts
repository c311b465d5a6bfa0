import type { SectionKind } from './types.ts';

/**
 * The names that sections go by. The first that matches counts, so what is only preferred comes before what is required
 * («Preferred qualifications» before «qualifications»). Each has to match from the beginning of the heading.
 */
const names: [SectionKind, RegExp][] = [
  [
    'preferred',
    /^(?:nice[- ](?:to|2)[- ]haves?|bonus\b|preferred\b|preferable|desirables?\b|desired\b|good to have|great to have|pluse?s?$|a plus\b|extra (?:credit|points)|big plus|ideally|optional\b|advantageous|would be (?:great|nice|a plus|an advantage)|it(?:['’]s| is| would be) (?:a plus|nice|great|an advantage|even better)|even better|brownie points|(?:additional|bonus) (?:points|skills|qualifications)|what (?:would|will|could)? ?(?:make|set)s? you (?:stand out|apart)|(?:you(?:['’]ll)? )?stand out|not required|we(?:['’]d| would) (?:also )?(?:love|like) (?:it )?if|helpful|useful (?:experience|skills)|beneficial|assets?$|pluspoints?)/i,
  ],
  [
    'legal',
    /^(?:equal (?:employment )?opportunit|eeo\b|eoe\b|diversity|inclusion|our commitment|commitment to|disclaimers?|privacy|accommodations?|accessibility (?:statement)|legal|e-verify|background checks?|safeguarding statement|fair chance|notice to|data protection notice)/i,
  ],
  [
    'benefits',
    /^(?:benefits|perks|what(?: do)? we(?:['’]re| are)?(?: can)? offer|we (?:can |also )?offer|our offer|the offer|what(?:['’]s| is) in it for you|what you(?:['’]ll| will| can)? (?:get|receive|expect from us)|compensation|pay (?:and|&|range|rate)|salary|remuneration|why (?:join|work|you|us)|what you(?:['’]ll)? enjoy|we provide|package|total rewards|rewards|in return|our benefits)/i,
  ],
  [
    'required',
    /^(?:(?:the |our |key |minimum |basic |required |essential |core |job |position |role |technical |general |main |professional |physical |mandatory |must[- ]have |candidate |your |additional |hard |academic |experience |education |language |knowledge,? |other )*(?:requirements?|qualifications?|criteria|must[- ]haves?|prerequisites|competenc(?:ies|es)|skills|credentials|(?:person )?specification|person spec)\b|essential(?:s)?$|required$|mandatory|experience(?:$|:| and| &| required)|education(?:$| and| &)|knowledge(?:$| and| &|, skills)|licen[cs]es?(?:$| and| &)|certifications?(?:$| and| &)|what (?:you(?:['’]ll| will)?|we|it|do you)(?:['’]re| are|['’]d)? ?(?:also )?(?:bring|need|have|look(?:ing)? for|takes|require|should (?:have|bring)|expect(?: from you)?|must have|offer us|ask|want|would like|value)\b|you(?:['’]ll| will| should| must)? ?(?:have|bring|need|are|possess|might be)\b(?! (?:a chance|the (?:chance|opportunity)))|you(?:['’]ve| ?['’]re)\b|who (?:you are|we(?:['’]re| are) looking for|are you|should apply)|about you$|about you\b|your (?:profile|background|skills?|experience|qualifications?|strengths?|toolkit|competenc)|we(?:['’]re| are)? (?:looking for|expect|require|need|seeking|ask for)|(?:the )?(?:ideal|successful|right) (?:candidate|applicant|person)|candidate(?:['’]s)? profile|profile$|to (?:be successful|succeed|qualify|be considered)|is this you|do you have|must$|how (?:you|to) (?:qualify|succeed)|who we need|what makes you|you bring|ideal profile|applicants? (?:must|should))/i,
  ],
  [
    'responsibilities',
    /^(?:(?:the |our |your |key |main |core |primary |job |role |principal |essential |day[- ]to[- ]day |typical |duties (?:and|&) |roles? (?:and|&) |position )*(?:responsibilit(?:y|ies)|duties|tasks|accountabilities|functions|activities)\b|what (?:you(?:['’]ll| will)?|the (?:job|role))(?: be| actually)? ?(?:do|doing|work(?:ing)? on|own|be responsible for|involves|looks like)\b|what (?:is|are) the (?:job|role|tasks)|your (?:role|mission|day|impact|challenge|job|work)\b|day[- ]to[- ]day|a (?:typical )?day in|a typical (?:day|week|shift)|in this (?:role|position)|you(?:['’]ll| will)(?: be)?$|how you(?:['’]ll| will) (?:make|contribute|spend)|the (?:work|job)$|scope|deliverables|projects you)/i,
  ],
  [
    'apply',
    /^(?:how to apply|to apply|application|apply\b|next steps|(?:our )?(?:interview|hiring|recruitment|selection) process|contact|interested\?|questions\?|closing date|deadline)/i,
  ],
  [
    'about',
    /^(?:about (?!the (?:role|job|position|opportunity|team you)|this (?:role|job|position))|who we are|our (?:company|story|mission|values|culture|team|client|school|hospital|vision|history|customers|clients|product)\b|(?:the )?company(?:$| (?:overview|description|profile|background))|the (?:company|team|school|firm)$|meet (?:us|the team)|why we exist)/i,
  ],
  [
    'intro',
    /^(?:(?:about )?(?:the |this )?(?:role|job|position|opportunity)(?:$| (?:overview|summary|description|purpose))|(?:job|role|position|general)? ?(?:description|summary|overview|purpose|details)$|overview|summary|introduction|(?:our )?(?:tech(?:nology|nical)? )?stack|technolog(?:y|ies)(?: we use)?$|tools(?: we use)?$|location|hours|schedule|shift|job type|employment type|start date|department|reports to|reporting to)/i,
  ],
];

/** A heading without its marks: «## **What you'll do:**» is «What you'll do». */
export function bareHeading(line: string): string {
  return line
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^\d{1,2}[.)]\s*/, '')
    .replace(/[\s:*_#\-–—=|.…!]+$/u, '')
    .trim();
}

/** The section that a heading opens; null where the words are no known name of one. */
export function sectionOf(heading: string): SectionKind | null {
  const bare = bareHeading(heading);
  for (const [kind, name] of names) if (name.test(bare)) return kind;
  return null;
}

/** Whether a line looks like a heading by its form: short, without the end of a sentence. */
export function looksLikeHeading(line: string): 'marked' | 'plain' | null {
  const text = line.trim();
  if (text.length > 75 || text.length < 3 || !/\p{L}/u.test(text)) return null;
  if (/^#{1,6}\s/.test(text) || /^(?:\*\*|__).+(?:\*\*|__):?$/.test(text)) return 'marked';
  if (/[.,;!](?:["”])?$/.test(text) || /[:：]\s*\S/.test(text)) return null;
  if (/[:：]$/.test(text)) return 'marked';
  const words = text.split(/\s+/).length;
  if (!/\p{Ll}/u.test(text) && words <= 7 && !/\d/.test(text)) return 'marked';
  return words <= 9 ? 'plain' : null;
}
