import { findSkills } from '../../skills/index.ts';
import { NUMBER_WORDS } from '../numbers.ts';
import { AM, I, type Made, type Pattern, SOMETIMES, slug, words } from './pattern.ts';
import { ROLE, roleName } from './roles.ts';

/** Where a list of skills ends and something else is said. */
const LIST_ENDS =
  /[.;:!?()]|\s(?:but|although|though|not|without|except|however|yet|never|because|since|which|that|while|when|instead of|rather than|unlike|if|to (?!c#)\p{L}+|and (?:i|want|would|am|plan|hope|don't|my|need|they|also want))\b/iu;
/** «I work with a lady called Python»: whoever is named there is no skill. */
const PEOPLE =
  /(?<!\p{L})(?:lady|man|woman|guy|girl|boy|person|people|somebody|someone|colleagues?|friends?|neighbou?r|boss|manager|clients?|customers?|dog|cat|horse|snake|kids|children)(?!\p{L})/iu;
const LIST = '(?<list>[^.;!?\\n]{1,200})';

const skills = (match: RegExpExecArray): Made[] | null => {
  const list = match.groups!.list!.split(LIST_ENDS)[0]!.split(PEOPLE)[0]!;
  const found = findSkills(list).filter(
    ({ skill }) => skill.kind !== 'spoken' && skill.kind !== 'certification',
  );
  return found.length ? found.map(({ skill }) => ({ value: skill.name, key: skill.id })) : null;
};

const YEARS =
  '(?<years>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\\+? (?:and a half )?(?:years?|yrs)';
const FOR_YEARS = `for (?:about |around |over |more than |almost |nearly |the (?:last|past) )?${YEARS}`;
const HAVE = `${I}(?:'ve| have)(?: got)? (?:also )?`;

export const abilityPatterns: Pattern[] = [
  {
    kind: 'skill',
    words: words(
      `${I} ${SOMETIMES}(?:know(?! (?:that|how|what|why|if|about|my|the|you|it|they|he|she|who|where|when|people|nothing|of|some|a ))|use|code in|program in|work (?:mainly |mostly |daily )?with|write|develop in|specialis[ez]e in) ${LIST}`,
    ),
    confidence: 0.85,
    make: skills,
  },
  {
    kind: 'skill',
    words: words(
      `${AM} (?:very |quite |really |highly |pretty |also )?(?:proficient|skilled|experienced|good|strong|certified|an expert|expert|well[- ]versed|comfortable|familiar) (?:in|with|at|using) ${LIST}`,
    ),
    make: skills,
  },
  {
    kind: 'skill',
    words: words(
      `${HAVE}(?:${YEARS} (?:of )?)?(?:some |good |solid |strong |extensive |hands-on |a lot of |lots of |plenty of |deep |professional )*(?:experience|expertise|background|knowledge) (?:in|with|using|of) ${LIST}`,
    ),
    make: skills,
  },
  {
    kind: 'skill',
    words: words(
      `(?:${I}'ve|${I} have) (?:also |already )?(?:used|worked with|built (?:things|apps|sites|tools|services) (?:in|with)|programmed in|coded in|learned|learnt|mastered) ${LIST}`,
    ),
    confidence: 0.85,
    make: skills,
  },
  {
    kind: 'skill',
    change: 'end',
    words: words(
      `(?:${I} no longer (?:use|work with|code in|program in|write|develop in)|${I}(?:'ve| have)? (?:just )?(?:stopped|quit|given up|gave up) (?:using|working with|coding in|programming in|writing)) ${LIST}`,
    ),
    make: skills,
  },
  {
    kind: 'skill',
    change: 'end',
    words: words(
      `${I} (?:don't|do not) (?:use|work with|code in|program in|write|develop in) (?<list>[^.,;!?\\n]{1,60}?) (?:any ?more|any longer)(?!\\p{L})`,
    ),
    make: skills,
  },
  {
    kind: 'skill',
    words: words(
      `(?<!\\p{L})my (?:main |core |key |top |strongest |best )?(?:skills?|tech stack|stack|tools|strengths) (?:are|is|include|includes|:) ${LIST}`,
    ),
    make: skills,
  },
  {
    kind: 'experience',
    words: words(
      `${HAVE}(?:about |around |over |more than |almost |nearly |roughly )?${YEARS}(?:'|s')? (?:of )?(?:(?:work|working|professional|relevant|industry|total|teaching|management) )?experience(?: (?<how>in|as|with)(?: an?)? (?<field>[^.,;!?\\n]{2,40}))?`,
    ),
    make: years,
  },
  {
    kind: 'experience',
    words: words(
      `(?:${I}'ve|${I} have) (?:worked|been working|been) (?<how>in|as)(?: an?)? (?<field>[^.,;!?\\n]{2,40}?) ${FOR_YEARS}`,
    ),
    make: years,
  },
  {
    kind: 'experience',
    words: words(`(?:${I}'ve|${I} have) been an? (?<field>${ROLE})(?: [^.,;!?\\n]{2,40}?)? ${FOR_YEARS}`),
    make: (match) => (roleName(match.groups!.role!) ? years(match) : null),
  },
];

function years(match: RegExpExecArray): Made | null {
  const word = match.groups!.years!.toLowerCase();
  const count = /^\d/.test(word)
    ? Number(word)
    : word === 'fifteen'
      ? 15
      : word === 'twenty'
        ? 20
        : NUMBER_WORDS.indexOf(word);
  const field = match
    .groups!.field?.trim()
    .split(/\s(?:and|but|so|at|because|for|where|since|which|now|who|under|behind)\b/)[0]
    ?.trim();
  if (count <= 0 || /\b(?:love|relationship|marriage|prison|therapy|pain|this|that|the)\b/i.test(field ?? ''))
    return null;
  return {
    key: field ? slug(field) : 'total',
    value: `${count} years${field ? ` ${match.groups!.how?.toLowerCase() ?? 'as'} ${field}` : ''}`,
  };
}

const SPOKEN =
  'afrikaans|albanian|amharic|arabic|armenian|azerbaijani|basque|bengali|bosnian|bulgarian|burmese|cantonese|catalan|chinese|croatian|czech|danish|dari|dutch|english|estonian|farsi|finnish|flemish|french|galician|georgian|german|greek|gujarati|hausa|hebrew|hindi|hungarian|icelandic|igbo|indonesian|irish|italian|japanese|kannada|kazakh|khmer|korean|kurdish|lao|latvian|lithuanian|macedonian|malay|malayalam|maltese|mandarin|marathi|mongolian|nepali|norwegian|pashto|persian|polish|portuguese|punjabi|romanian|russian|serbian|sinhala|slovak|slovene|slovenian|somali|spanish|swahili|swedish|tagalog|tamil|telugu|thai|tigrinya|turkish|ukrainian|urdu|uzbek|vietnamese|welsh|xhosa|yoruba|zulu';
const LEVEL =
  '(?<level>fluent|native|basic|conversational|some|a little|a bit of|good|decent|intermediate|advanced|business|broken)';
const LANGUAGES = `(?<languages>(?:(?:fluent|native|basic|conversational|some|a little|good|decent|intermediate|advanced) )?(?:${SPOKEN})\\b(?:(?:,? and |, | & |,? as well as )(?:(?:fluent|native|basic|conversational|some|a little|good|decent|intermediate|advanced) )?(?:${SPOKEN})\\b)*)`;
const one = new RegExp(`(?:${LEVEL} )?(?<name>${SPOKEN})\\b`, 'giu');

const languages =
  (level?: string) =>
  (match: RegExpExecArray, sentence: string): Made[] =>
    [...match.groups!.languages!.matchAll(one)].map(({ groups }) => {
      const after =
        /^ (?:(?<word>fluently|natively|well|a little|a bit)|(?:at |on )?(?:an? )?(?<cefr>[abc][12])\b)/i.exec(
          sentence.slice(match.index + match[0].length),
        );
      const how =
        groups!.level?.toLowerCase() ??
        after?.groups?.cefr?.toUpperCase() ??
        (after?.groups?.word
          ? { fluently: 'fluent', natively: 'native' }[after.groups!.word.toLowerCase()]
          : undefined) ??
        match.groups!.stated?.toLowerCase() ??
        level;
      const name = groups!.name!.charAt(0).toUpperCase() + groups!.name!.slice(1).toLowerCase();
      return { key: slug(name), value: how ? `${name} (${how})` : name };
    });

export const languagePatterns: Pattern[] = [
  {
    kind: 'language',
    words: words(`${I} ${SOMETIMES}(?:can )?(?:speak|am able to speak) ${LANGUAGES}`),
    make: languages(),
  },
  {
    kind: 'language',
    words: words(`${AM} (?<stated>fluent|native|conversational|bilingual) in (?:both )?${LANGUAGES}`),
    make: languages(),
  },
  {
    kind: 'language',
    words: words(`(?<!\\p{L})my (?:native language|mother tongue|first language) is ${LANGUAGES}`),
    make: languages('native'),
  },
  {
    kind: 'language',
    words: words(`${AM} an? (?<stated>native|fluent) ${LANGUAGES} speaker`),
    make: languages(),
  },
  {
    kind: 'language',
    words: words(
      `(?<!\\p{L})my ${LANGUAGES} is (?:at )?(?:an? )?(?<stated>fluent|basic|conversational|intermediate|advanced|rusty|[abc][12])\\b`,
    ),
    make: languages(),
  },
];
