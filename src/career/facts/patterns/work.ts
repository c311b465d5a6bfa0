import { namedTimes } from '../time.ts';
import { AM, I, isName, type Made, type Pattern, SOMETIMES, slug, words } from './pattern.ts';
import { placeAt } from './places.ts';
import { ROLE, roleName } from './roles.ts';

const CAP = "\\p{Lu}[\\p{L}\\d&.'+-]*";
/** A name of several words; matched without regard to case, and cut to its capitals afterwards. */
const COMPANY =
  "(?<company>[\\p{L}\\d][\\p{L}\\d&.'+-]*(?: (?!(?:as|in|on|since|from|until|i|my|but)\\b)[\\p{L}\\d&][\\p{L}\\d&.'+-]*){0,4})";
const CAPITALS = new RegExp(`^(?:the )?${CAP}(?: (?:of |for |and |& |de )?${CAP})*`, 'u');

/** «Acme Corp since March» is Acme Corp. */
function companyName(text: string): string | null {
  const [name] = CAPITALS.exec(text) ?? [];
  const clean = name?.replace(/(?:\.|'s|,)+$/u, '').replace(/ (?:I|I'm|In|As|Since|On|From)$/u, '');
  if (!clean || !isName(clean.replace(/^the /, '')) || clean.length < 2) return null;
  return clean;
}

const rest = (sentence: string, match: RegExpExecArray) =>
  ` ${sentence.slice(match.index).split(/[;:]|\b(?:but|because|where|when)\b/i)[0]!}`;

const employer =
  (ends = false) =>
  (match: RegExpExecArray, sentence: string, saidAt: Date): Made | null => {
    const value = companyName(match.groups!.company ?? '');
    if (!value) return null;
    return {
      kind: 'employer',
      key: 'employer',
      value,
      ...namedTimes(rest(sentence, match), saidAt, { ends }),
    };
  };

const role = (match: RegExpExecArray, sentence: string, saidAt: Date): Made | null => {
  const value = roleName(match.groups!.role!);
  return value ? { kind: 'role', key: 'role', value, ...namedTimes(rest(sentence, match), saidAt) } : null;
};

/** «as a data analyst at Acme»: both of it. */
const both =
  (ends = false) =>
  (match: RegExpExecArray, sentence: string, saidAt: Date): Made[] | null => {
    const made = [
      match.groups!.role ? role(match, sentence, saidAt) : null,
      match.groups!.company ? employer(ends)(match, sentence, saidAt) : null,
    ];
    const named = namedTimes(rest(sentence, match), saidAt, { ends });
    const found = made.filter((one) => one !== null).map((one) => ({ ...one, ...named }));
    return found.length ? found : null;
  };

const AT = `(?:at|for|with) ${COMPANY}`;
const JOB = '(?:job|position|role|post)';

export const workPatterns: Pattern[] = [
  {
    kind: 'role',
    words: words(`${AM} ${SOMETIMES}(?:working as |employed as )?an? ${ROLE}(?: ${AT})?`),
    make: both(),
  },
  { kind: 'role', words: words(`${AM} ${SOMETIMES}the ${ROLE} ${AT}`), make: both() },
  {
    kind: 'role',
    words: words(
      `${I}(?:'ve| have been)? ${SOMETIMES}(?:work|been working|working) as an? ${ROLE}(?: ${AT})?`,
    ),
    make: both(),
  },
  {
    kind: 'role',
    words: words(
      `(?<!\\p{L})(?:my (?:current )?(?:role|job title|title|position|job) is|by profession ${AM}|by trade ${AM})(?: that of)? (?:an? )?${ROLE}(?: ${AT})?`,
    ),
    make: both(),
  },
  {
    kind: 'role',
    words: words(`^(?:hi|hello|hey)?[,! ]*(?:as|being) an? ${ROLE}(?: ${AT})?(?=,)`),
    confidence: 0.85,
    make: both(),
  },
  {
    kind: 'role',
    words: words(
      `(?<!\\p{L})(?<!(?:lost|quit|left|leaving|losing|quitting|leave|lose|after|ended|old|lose|start|starting) )my (?:new |current )?(?:role|job|work|position) as (?![^.;]{0,80}\\b(?:starting|starts|begins|beginning|ended)\\b)(?:an? |the )?${ROLE}(?: ${AT})?`,
    ),
    make: both(),
  },
  {
    kind: 'employer',
    words: words(`${I} ${SOMETIMES}work (?:full[- ]time |part[- ]time |in [\\p{L} ]{2,20} )?${AT}`),
    make: employer(),
  },
  {
    kind: 'employer',
    words: words(
      `${AM} ${SOMETIMES}(?:working|employed) (?:full[- ]time |part[- ]time )?${AT.replace('at|for|with', 'at|for|by')}`,
    ),
    make: employer(),
  },
  {
    kind: 'employer',
    words: words(
      `${I}(?:'ve| have) (?:been )?(?:worked|working|been) (?:at|for) ${COMPANY} (?:since|for)\\b`,
    ),
    make: employer(),
  },
  {
    kind: 'employer',
    words: words(`(?<!\\p{L})my (?:current )?(?:employer|company) is (?:called )?${COMPANY}`),
    make: employer(),
  },
  {
    kind: 'employer',
    change: 'change',
    words: words(
      `${I}(?:'ve| have)? ${SOMETIMES}(?:recently |finally )?(?:joined|started (?:working |a (?:new )?${JOB} |my new ${JOB} |work )?(?:at|for|with)|began working (?:at|for)|moved over to work (?:at|for)) ${COMPANY}(?:[\\p{L}\\d ,]{0,20}? as an? ${ROLE})?`,
    ),
    make: (match, sentence, saidAt) => {
      // «I joined Toastmasters» is a club; a team, a call and a group are no employers either.
      if (
        /^(?:toastmasters|linkedin|facebook group|the (?:gym|club|group|call|meeting))/i.test(
          match.groups!.company!,
        )
      )
        return null;
      const made = both()(match, sentence, saidAt);
      return made?.some(({ kind }) => kind === 'employer') ? made : null;
    },
  },
  {
    kind: 'role',
    change: 'change',
    words: words(
      `${I}(?:'ve| have)? (?:just |recently |finally |been )*(?:(?:was|got|am|'m) )?(?:promoted to|became|become(?= an? )|started (?:working |work )?as|started a new job as|moved into the role of|been promoted to)(?: an?| the)? ${ROLE}(?: ${AT})?`,
    ),
    make: (match, sentence, saidAt) =>
      /\bbecome\b/i.test(match[0]) && !/(?:'ve|have)/i.test(match[0])
        ? null
        : both()(match, sentence, saidAt),
  },
  {
    kind: 'role',
    change: 'past',
    words: words(
      `${I} (?:used to (?:be|work as)|was(?: working)?(?: as)?|worked as|previously worked as)(?: an?| the) ${ROLE}(?: ${AT})?`,
    ),
    make: both(true),
  },
  { kind: 'role', change: 'past', words: words(`${AM} (?:an? )?(?:former|ex-|ex )\\s?${ROLE}`), make: role },
  {
    kind: 'employer',
    change: 'past',
    words: words(
      `${I} (?:used to work|previously worked|worked|was working|was employed|interned) (?:at|for|with|by) ${COMPANY}`,
    ),
    make: employer(true),
  },
  {
    kind: 'employer',
    change: 'end',
    words: words(
      `${I}(?:'ve| have)? (?:just |recently |finally |also )*(?:left|quit|resigned from|(?:was|got|been) (?:laid off|let go|fired|made redundant) (?:from|by)|no longer work (?:at|for)) (?:my job at |my ${JOB} at )?${COMPANY}|${I} (?:don't|do not) work (?:at|for) (?<company2>${CAP}(?: ${CAP})*) (?:any ?more|any longer)`,
    ),
    make: (match, sentence, saidAt) => {
      const value = companyName(match.groups!.company ?? match.groups!.company2 ?? '');
      if (!value || placeAt(value) !== value) return null;
      return { key: 'employer', value, ...namedTimes(rest(sentence, match), saidAt, { ends: true }) };
    },
  },
  {
    kind: 'employer',
    change: 'end',
    words: words(
      `(?:${I}(?:'ve| have)? (?:just |recently |finally )*(?:quit|left|lost|resigned from) my (?:old |last |current )?${JOB}(?! at)|${I}(?:'ve| have)? (?:just |recently )*(?:was|got|been) (?:laid off|fired|made redundant|let go)(?! (?:from|by))|${AM} (?:currently |now )?(?:unemployed|out of work|between jobs|jobless))`,
    ),
    make: (match, sentence, saidAt) => {
      const named = namedTimes(rest(sentence, match), saidAt, { ends: true });
      return [
        { kind: 'employer', key: 'employer', value: '', ...named },
        { kind: 'role', key: 'role', value: '', ...named },
      ];
    },
  },
];

/** What somebody works towards: said as a wish, and kept as one. */
export const targetPatterns: Pattern[] = [
  {
    kind: 'target_role',
    wish: true,
    words: words(
      `(?:${I} (?:really |do |just |still |'d )?(?:want|would like|'d like|hope|plan|aim|am hoping|am aiming|am planning|'m hoping|'m aiming|'m planning|aspire|am training|'m training|am trying|'m trying)|${AM} (?:hoping|aiming|planning|training|trying|working)) to (?:become|be|work as|get (?:a job|hired|work) as|move into a role as|get promoted to|transition (?:in)?to (?:being )?)(?: an?| the)? ?${ROLE}`,
    ),
    make: target,
  },
  {
    kind: 'target_role',
    wish: true,
    words: words(
      `(?:${AM} (?:currently |now |actively )?(?:looking|searching|job hunting|applying|interviewing|going)|${I}(?:'ve| have)? (?:been )?(?:apply|applying|applied|looking|interviewing)) for (?:an? |the |my (?:next|first) |new |some |other |any |remote |junior |jobs as an? |work as an? |roles as an? ){0,3}${ROLE}s?(?: (?:roles?|jobs?|positions?))?`,
    ),
    confidence: 0.85,
    make: (match) => {
      // Whoever looks for «a lawyer» or «a recruiter» needs one, unless a job is named.
      const wantsWork =
        /(?:roles?|jobs?|positions?|work)\b/i.test(match[0]) ||
        /appl|interview/i.test(match[0]) ||
        /my (?:next|first)/i.test(match[0]);
      return wantsWork ? target(match) : null;
    },
  },
  {
    kind: 'target_role',
    wish: true,
    words: words(
      `(?<!\\p{L})my (?:target|dream|desired|ideal|next) (?:role|job|position|job title)(?: is| would be|:) (?:that of |being |to be(?:come)? |working as )?(?:an? |the )?${ROLE}`,
    ),
    make: target,
  },
  { kind: 'target_role', wish: true, words: words(`${AM} an? aspiring ${ROLE}`), make: target },
  {
    kind: 'target_role',
    wish: true,
    words: words(
      `(?<!\\p{L})my (?:career )?goal is to (?:become|be|work as|land a job as)(?: an?| the)? ${ROLE}`,
    ),
    make: target,
  },
];

function target(match: RegExpExecArray): Made | null {
  const value = roleName(match.groups!.role!);
  return value ? { kind: 'target_role', key: slug(value), value } : null;
}
