import { isPlace, workModeOf } from './places.ts';
import { namesRole } from './roles.ts';

const name =
  "[\\p{Lu}\\d][\\p{L}\\d&.'’+-]*(?: (?:[\\p{Lu}\\d&][\\p{L}\\d&.'’+-]*|of|and|de|the|für|und|et)){0,4}?";

/** Sentences in which a posting names its employer; the first group is the name. */
const sentences = [
  `(?:^|[.!?]\\s+|\\n)(?:At|Here at) (${name})[,'’ ]+(?:s\\b|we\\b|you\\b|our\\b|you['’])`,
  `(?:^|[.!?]\\s+|\\n)(${name}) (?:is|are) (?:currently |now |actively )?(?:hiring|looking for|seeking|searching for|recruiting|on a mission)`,
  `(?:^|[.!?]\\s+|\\n)(${name}) is (?:an? |the |one of )(?:[\\p{L}-]+ ){0,5}(?:company|startup|start-up|provider|platform|leader|agency|bank|firm|organi[sz]ation|manufacturer|business|consultancy|retailer|studio|university|hospital|charity|non-?profit|foundation|marketplace|insurer|brand|group|scale-up|institute|team)\\b`,
  `\\b[Jj]oin(?:ing)? (?:the team at |us at |the )?(${name})(?:['’]s|(?: team)?(?: as| to | and |,|\\.|!|\\n| in ))`,
  `\\b(?:career|opportunity|role|job|position|work|working|life|team) at (${name})(?=[\\s,.!?:;]|$)`,
  `(?:^|\\n)(?:#+ )?(?:About|Über|À propos de|Sobre|Who is) (${name}):?(?=\\n)`,
].map((source) => new RegExp(source, 'gu'));

const common = new Set(
  'we our us you your the this that it they there these what who why how here about role job position team company opportunity summary overview responsibilities requirements qualifications benefits as in at for from with applicants candidates candidate ideal successful salary location remote hybrid please if when all an a my i be to do apply on by us skills experience experienced senior junior culture work working life data everyone someone nobody innovation diversity client clients employer organization organisation business department engineering product sales marketing design today now least home scale work'.split(
    ' ',
  ),
);

/** The employer that the sentences of a posting name, where they agree; null where none does. */
export function companyIn(text: string): string | null {
  const votes = new Map<string, number>();
  sentences.forEach((sentence, i) => {
    for (const match of text.slice(0, 30_000).matchAll(sentence)) {
      const found = match[1]!.replace(/['’]s$/, '').replace(/[.,]+$/, '');
      if (isName(found)) votes.set(found, (votes.get(found) ?? 0) + (i === 3 || i === 4 ? 1 : 2));
    }
  });
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1]);
  return best && (!second || best[1] > second[1] || second[0].startsWith(best[0])) ? best[0] : null;
}

/** Whether words can be an employer's name and not a heading, a place or a role. */
export function isName(words: string): boolean {
  const text = words.trim();
  if (text.length < 2 || text.length > 60 || !/^[\p{L}\d]/u.test(text) || !/\p{L}/u.test(text)) return false;
  const parts = text.toLowerCase().split(/\s+/);
  if (parts.length > 7 || common.has(parts[0]!) || parts.every((part) => common.has(part))) return false;
  return !namesRole(text) && !isPlace(text) && workModeOf(text) === null;
}

/** Whether a name found elsewhere is the employer's: the text speaks of it as postings do of theirs. */
export function isEmployerIn(text: string, words: string): boolean {
  const quoted = words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `\\b(?:[Aa]t|[Jj]oin|[Aa]bout|[Ww]ith) ${quoted}(?![\\p{L}\\d])|(?:^|[.!?\\n]\\s*)${quoted}(?:['’]s)? (?:is|are|was|has|helps|builds|makes|provides|offers)\\b|${quoted} (?:GmbH|Inc|Ltd|LLC|AG|SA|Group)\\b`,
    'u',
  ).test(text);
}
