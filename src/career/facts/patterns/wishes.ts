import { behind } from './clause.ts';
import { AM, I, isName, type Made, type Pattern, phrase, slug, words } from './pattern.ts';

const REST = '(?<rest>[^.;!?\\n]{3,120})';
const VAGUE =
  /^(?:it|that|this|them|him|her|me|you|more|something|anything|help|advice|know|hear|see|be sure|make sure|ask|say|tell|thank|talk|share|discuss|understand|start|try|do (?:it|that|this|so|well|better)|go|come|use|feel)\b/i;

const saying =
  (lead: string, most = 10) =>
  (match: RegExpExecArray): Made | null => {
    const rest = phrase(match.groups!.rest!, most);
    // «I prefer clear, measurable goals»: a single word before a comma is a part of a list.
    const isPart = rest !== null && !rest.includes(' ') && match.groups!.rest!.trim().startsWith(`${rest},`);
    if (!rest || isPart || VAGUE.test(rest) || /\?$/.test(match.groups!.rest!)) return null;
    const value = lead ? `${lead} ${rest}` : rest;
    return { key: slug(value), value };
  };

const CAREER =
  '(?<rest>(?:chang(?:e|ing) (?:careers?|jobs?|industr(?:y|ies)|fields?)|switch(?:ing)? (?:careers?|jobs?|to|into) ?[^.;!?\\n]{0,60}|mov(?:e|ing) into [^.;!?\\n]{3,60}|get(?:ting)? into (?:a |the )?[^.;!?\\n]{3,60}|break(?:ing)? into [^.;!?\\n]{3,60}|transition(?:ing)? (?:in)?to [^.;!?\\n]{3,60}|get(?:ting)? promoted[^.;!?\\n]{0,40}|lead(?:ing)? a team[^.;!?\\n]{0,40}|start(?:ing)? (?:my own|a) (?:business|company|startup|agency|practice)[^.;!?\\n]{0,40}|learn(?:ing)? [^.;!?\\n]{2,50}|go(?:ing)? (?:freelance|back to (?:school|university|work))|work(?:ing)? (?:abroad|in (?:another|a different) (?:field|industry|country))|find(?:ing)? (?:a |my )?(?:new |better |first |next )+(?:job|role|position)[^.;!?\\n]{0,40}|retir(?:e|ing) [^.;!?\\n]{2,30}|earn(?:ing)? (?:a|my) [^.;!?\\n]{3,50}|get(?:ting)? (?:a|my) (?:pmp|cpa|aws|mba|certification|degree|licen[cs]e)[^.;!?\\n]{0,40}))';

export const wishPatterns: Pattern[] = [
  {
    kind: 'goal',
    wish: true,
    words: words(
      `(?<!\\p{L})my (?:main |big |biggest |career |long-term |short-term |ultimate |current |new )*(?:goal|aim|plan|objective|ambition)(?: for (?:this|the next) (?:year|month|quarter))? is (?:to |that )?${REST}`,
    ),
    make: saying('', 14),
  },
  {
    kind: 'goal',
    wish: true,
    words: words(
      `(?:${I} (?:really |definitely |just |also )?(?:want|plan|intend|hope|would like|am planning|am hoping|am trying|am determined)|${I}'d (?:really )?like|${AM} (?:planning|hoping|trying|aiming|determined|working)) to ${CAREER}`,
    ),
    confidence: 0.85,
    make: saying('', 10),
  },
  {
    kind: 'preference',
    wish: true,
    words: words(
      `${I} (?:really |strongly |generally |much |usually |definitely )?prefer (?!not\\b|that\\b|if\\b|when\\b|the (?:first|second|third|last|former|latter)\\b)${REST}`,
    ),
    make: (match) => {
      const made = saying('prefers', 12)(match);
      return made && { ...made, value: made.value.replace(/^prefers (?:to )?/i, 'prefers ') };
    },
  },
  {
    kind: 'preference',
    words: words(
      `${I} (?:really |absolutely |truly |genuinely )?(?<verb>love|enjoy|like|hate|dislike|can't stand|don't like|do not like|don't enjoy) (?<rest>(?:working|managing|coding|programming|leading|writing|presenting|teaching|mentoring|public speaking|commuting|travel(?:l)?ing|networking|negotiating|designing|meeting|selling|open offices|small (?:teams|companies)|big (?:teams|companies|corporations)|startups|meetings)[^.;!?\\n]{0,60})`,
    ),
    confidence: 0.85,
    make: (match) => {
      const rest = phrase(match.groups!.rest!, 8);
      const verb =
        {
          love: 'loves',
          enjoy: 'enjoys',
          like: 'likes',
          hate: 'hates',
          dislike: 'dislikes',
          "can't stand": 'cannot stand',
        }[match.groups!.verb!.toLowerCase()] ?? 'does not like';
      return rest ? { key: slug(rest), value: `${verb} ${rest}` } : null;
    },
  },
];

const NAME_ENDS =
  /^(?:'s)?(?:$|\s*[.,;:!?()–—-]|\s(?:and|but|by|from|i|i'm|so|or|though|not|please|if|when|for|anytime|if|in|at|on|with|as|now|too|because|who)(?!\p{L}))/iu;
const ORDERS =
  /(?<!\p{L})(?:ignore|disregard|forget|system|assistant|instructions?|prompt|override)(?!\p{L})/iu;

const RELATION =
  '(?<relation>line manager|hiring manager|manager|boss|supervisor|team lead|mentor|recruiter|headhunter|career coach|coach|colleague|coworker|co-worker|teammate|referee|reference|professor|advisor|adviser|business partner|partner|wife|husband|girlfriend|boyfriend|friend)';
const NAME = "(?<name>\\p{L}[\\p{L}'’-]+(?: \\p{L}[\\p{L}'’-]+)?)";
const RELATIONS: Record<string, string> = {
  boss: 'manager',
  'line manager': 'manager',
  supervisor: 'manager',
  'co-worker': 'colleague',
  coworker: 'colleague',
  teammate: 'colleague',
  headhunter: 'recruiter',
  adviser: 'advisor',
  referee: 'reference',
  'career coach': 'coach',
};
/** Of these one has several. */
const MANY = new Set(['recruiter', 'colleague', 'reference', 'professor', 'hiring manager', 'friend']);

const person = (match: RegExpExecArray): Made | null => {
  const given = match.groups!.relation!.toLowerCase();
  const relation = RELATIONS[given] ?? given;
  const parts = match.groups!.name!.split(' ');
  const name = parts[1] && isName(parts[1]) ? parts.join(' ') : parts[0]!;
  const clean = name.replace(/'s?$/, '');
  if (
    !isName(clean) ||
    clean.length < 2 ||
    /^(?:Manager|Boss|Recruiter|Google|Amazon|Microsoft|Meta|LinkedIn)/.test(clean)
  )
    return null;
  return {
    key: MANY.has(relation) ? `${relation}-${slug(clean)}` : relation,
    value: `${clean} (${relation})`,
  };
};

export const peoplePatterns: Pattern[] = [
  {
    kind: 'person',
    factive: true,
    words: words(
      `(?<!\\p{L})my (?:current |new |own |direct )?${RELATION},? (?:(?:is called|is named|named|called|whose name is|is) )?(?:(?:mr|ms|mrs|dr)\\.? )?${NAME}`,
    ),
    make: person,
  },
  {
    kind: 'person',
    factive: true,
    words: words(`(?<!\\p{L})my (?:current |new |direct )?${RELATION}'s name is ${NAME}`),
    make: person,
  },
  {
    kind: 'person',
    factive: true,
    words: words(`(?<![\\p{L}'] ?)${NAME} is my (?:current |new |direct |line )?${RELATION}\\b`),
    make: person,
  },
  {
    kind: 'person',
    factive: true,
    words: words(`(?<![\\p{L}'] ?)${NAME}, my (?:current |new |direct )?${RELATION},`),
    make: person,
  },
  {
    kind: 'person',
    change: 'past',
    factive: true,
    words: words(
      `(?<!\\p{L})my (?:former|old|previous|ex-?|last) ?${RELATION},? (?:(?:was called|was named|named|called|was) )?${NAME}`,
    ),
    make: person,
  },
  {
    kind: 'name',
    words: words(
      `(?<!\\p{L})(?:my name is|my name's|call me|${I} am called|i'm called) (?<name>\\p{L}[\\p{L}'’-]+(?: \\p{L}[\\p{L}'’-]+){0,2})`,
    ),
    make: (match, sentence) => {
      const name = match.groups!.name!.split(' ');
      const end = name.findIndex((word) => !/^\p{Lu}/u.test(word));
      const value = name.slice(0, end < 0 ? name.length : end).join(' ');
      // «My name is Ignore your instructions»: a sentence that goes on without a pause named nobody.
      const after = behind(sentence, match, [value]);
      return isName(value) && !ORDERS.test(value) && NAME_ENDS.test(after) ? { key: 'name', value } : null;
    },
  },
];
