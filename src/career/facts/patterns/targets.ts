import { AM, I, type Made, type Pattern, slug, words } from './pattern.ts';
import { ROLE, roleName } from './roles.ts';

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

/** A wish that is no more. */
export const targetEndPatterns: Pattern[] = [
  {
    kind: 'target_role',
    change: 'end',
    wish: true,
    words: words(
      `(?:${I} no longer (?:want|wish|plan|hope|aim|intend)|${AM} no longer (?:aiming|hoping|planning|training|trying)) to (?:become|be|work as)(?: an?| the)? ${ROLE}`,
    ),
    make: target,
  },
  {
    kind: 'target_role',
    change: 'end',
    wish: true,
    words: words(
      `${I} (?:don't|do not) want to (?:become|be|work as)(?: an?| the)? ${ROLE} (?:any ?more|any longer)`,
    ),
    make: target,
  },
];

function target(match: RegExpExecArray): Made | null {
  const value = roleName(match.groups!.role!);
  return value ? { kind: 'target_role', key: slug(value), value } : null;
}
