import { namedTimes } from '../time.ts';
import { behind, timesAround } from './clause.ts';
import { CAP, COMPANY, companyName } from './company.ts';
import { AM, I, type Made, type Pattern, SOMETIMES, words } from './pattern.ts';
import { placeAt } from './places.ts';
import { ROLE, roleName } from './roles.ts';

/** Behind a role: it was learned and is not done, or it is what a form says. */
const NOT_DONE =
  /^(?:,? by (?:training|education|degree|background|schooling|qualification)|,? on paper|,? in (?:name only|training|theory)|,? at heart|,?(?: but| and| now| currently)* (?:working|employed) as)(?!\p{L})/iu;

const isDone = (sentence: string, match: RegExpExecArray, value: string) =>
  !NOT_DONE.test(behind(sentence, match, [value]));

/** «as a data analyst at Acme»: both of it, or the one that is named. */
const both =
  (ends = false) =>
  (match: RegExpExecArray, sentence: string, saidAt: Date): Made[] | null => {
    const { role: named, company } = match.groups!;
    const role = named ? roleName(named) : null;
    if (role && !isDone(sentence, match, role)) return null;
    const employer = company ? companyName(company) : null;
    const values = [role, employer].filter((value) => value !== null);
    const times = timesAround(sentence, match, values, saidAt, { ends });
    const made: Made[] = [];
    if (role) made.push({ kind: 'role', key: 'role', value: role, ...times });
    if (employer) made.push({ kind: 'employer', key: 'employer', value: employer, ...times });
    return made.length ? made : null;
  };

const employer =
  (ends = false) =>
  (match: RegExpExecArray, sentence: string, saidAt: Date): Made[] | null =>
    both(ends)(match, sentence, saidAt)?.filter(({ kind }) => kind === 'employer') ?? null;

const AT = `(?:at|for|with) ${COMPANY}`;
const HOW =
  '(?:full[- ]time |part[- ]time |nights? |days |weekends |evenings |mornings |(?:night |day )?shifts |remotely |in [\\p{L} ]{2,20} )?';
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
      `${AM} ${SOMETIMES}an? [^.;:,!?]{2,40}? (?:(?:but|and|now|currently) )*(?:working|employed) as an? ${ROLE}(?: ${AT})?`,
    ),
    make: both(),
  },
  {
    kind: 'role',
    words: words(`${I}(?:'ve| have) been an? ${ROLE}(?: ${AT})?(?= (?:for|since)\\b)`),
    make: both(),
  },
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
    words: words(`${I} ${SOMETIMES}work ${HOW}${AT}(?: as an? ${ROLE})?`),
    make: both(),
  },
  {
    kind: 'employer',
    words: words(
      `${AM} ${SOMETIMES}(?:working|employed) ${HOW}${AT.replace('at|for|with', 'at|for|by')}(?: as an? ${ROLE})?`,
    ),
    make: both(),
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
      if (!made?.some(({ kind }) => kind === 'employer')) return null;
      return made
        .filter(({ kind, from }) => kind === 'employer' || !isLongAgo(from, saidAt))
        .map((one) => leftSince(one, behind(sentence, match, [one.value]), saidAt));
    },
  },
  {
    kind: 'role',
    change: 'change',
    words: words(
      `${I}(?:'ve| have)? (?:just |recently |finally |been )*(?:(?:was|got|am|'m) )?(?:promoted to|became|become(?= an? )|started (?:working |work )?as|started a new job as|moved into the role of|been promoted to|re-?trained as|requalified as)(?: an?| the)? ${ROLE}(?: ${AT})?`,
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
  {
    kind: 'role',
    change: 'past',
    words: words(`${AM} (?:an? )?(?:former|ex-|ex )\\s?${ROLE}`),
    make: both(),
  },
  {
    kind: 'role',
    change: 'end',
    words: words(
      `(?:${I}(?:'ve| have)? (?:just |recently |finally )*(?:stopped|quit|gave up|given up) (?:being|working as)|${AM} no longer(?: working as| employed as)?|${I} no longer work as) (?:an?|the) ${ROLE}`,
    ),
    make: both(true),
  },
  {
    kind: 'role',
    change: 'end',
    words: words(`(?:${AM} not|${I} (?:don't|do not) work as) (?:an?|the) ${ROLE} (?:any ?more|any longer)`),
    make: both(true),
  },
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
      return { key: 'employer', value, ...timesAround(sentence, match, [value], saidAt, { ends: true }) };
    },
  },
  {
    kind: 'employer',
    change: 'end',
    words: words(
      `(?:${I}(?:'ve| have)? (?:just |recently |finally )*(?:quit|left|lost|resigned from) my (?:old |last |current )?${JOB}(?! at)|${I}(?:'ve| have)? (?:just |recently )*(?:was|got|been) (?:laid off|fired|made redundant|let go)(?! (?:from|by|up|of|about))|${AM} (?:currently |now )?(?:unemployed|out of work|between jobs|jobless))`,
    ),
    make: (match, sentence, saidAt) => {
      const named = timesAround(sentence, match, [], saidAt, { ends: true });
      return [
        { kind: 'employer', key: 'employer', value: '', ...named },
        { kind: 'role', key: 'role', value: '', ...named },
      ];
    },
  },
];

/** The role that one joined in may have become another since. */
const isLongAgo = (from: Date | null | undefined, saidAt: Date) =>
  !!from && saidAt.getTime() - from.getTime() > 2 * 365 * 86_400_000;

/** «I joined Siemens in 2008 and left in 2012»: over. */
function leftSince(made: Made, after: string, saidAt: Date): Made {
  const left =
    /(?<!\p{L})(?:and|but|then)(?!\p{L})[^.;!?]{0,30}(?<!\p{L})(?:left|quit|resigned|(?:was|got) (?:laid off|let go|fired|made redundant))(?<rest>$|[.,;!]| (?:in|after|last|when|again|because|for|two|three|a|at the)(?!\p{L})[^.;!?]*)/iu.exec(
      after,
    );
  if (!left) return made;
  return { ...made, change: 'past', to: namedTimes(` ${left.groups!.rest}`, saidAt).from };
}
