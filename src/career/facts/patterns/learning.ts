import { namedTimes } from '../time.ts';
import { AM, I, type Made, type Pattern, phrase, slug, words } from './pattern.ts';

const DEGREE =
  "(?<degree>(?:bachelor|master|associate)(?:'?s)?(?: degree| of (?:arts|science|engineering|business administration|education|fine arts))?|ph\\.?d\\.?|doctorate|mba|b\\.?sc\\.?|m\\.?sc\\.?|b\\.?a\\.?|m\\.?a\\.?|b\\.?s\\.?|m\\.?s\\.?|degree|diploma|associate degree)";
const TAIL = '(?<tail>[^.;!?\\n]{0,80})';

/** «in economics from Leeds»: the field and the school, with what else is said cut off. */
function tail(text: string): string | null {
  const bare = text
    .split(
      /,|\s(?:and|but|so|because|which|that|who|where|when|now|then|before|after|while|last|this|since|with)\b|\s(?:in|from|since) (?:19|20)\d\d/i,
    )[0]!
    .trim();
  return bare && /^(?:in|of|from|at)\s+\S/i.test(bare) ? bare : null;
}

const degree =
  (verb: string) =>
  (match: RegExpExecArray, _sentence: string, saidAt: Date): Made | null => {
    const rest = tail(match.groups!.tail ?? '');
    const name = match.groups!.degree!.replace(/\.$/, '');
    // «a degree» alone says too little; a field or a school makes it a fact.
    if (!rest && /^(?:degree|diploma|ba|ma|bs|ms)$/i.test(name.replaceAll('.', ''))) return null;
    const named = namedTimes(match.groups!.tail ?? '', saidAt);
    const value = [
      verb,
      name.replace(
        /^(?:bachelor|master|associate)/i,
        (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
      ),
      rest,
    ]
      .filter(Boolean)
      .join(' ');
    return { key: slug(value), value, from: named.from };
  };

export const learningPatterns: Pattern[] = [
  {
    kind: 'education',
    words: words(
      `${I}(?:'ve| have)?(?: got)? (?:have |hold |earned |got |completed |finished |did )?(?:recently )?(?:an? |my )${DEGREE}(?= in| from| of| at|[.,;!]|$| and)${TAIL}`,
    ),
    make: (match, sentence, saidAt) =>
      /^i (?:an?|my)\b/i.test(match[0]) ? null : degree('')(match, sentence, saidAt),
  },
  {
    kind: 'education',
    words: words(`${I} graduated (?:with an? ${DEGREE} )?(?<tail>(?:from|in|at) [^.;!?\\n]{2,80})`),
    make: (match, _sentence, saidAt) => {
      const rest = tail(match.groups!.tail!);
      if (!rest || !/^(?:from|at) (?:the )?\p{Lu}/u.test(rest)) return null;
      const value = [match.groups!.degree, 'graduated', rest].filter(Boolean).join(' ');
      return { key: slug(value), value, from: namedTimes(match.groups!.tail!, saidAt).from };
    },
  },
  {
    kind: 'education',
    words: words(
      `${I} studied (?<field>[\\p{L}][\\p{L} &-]{2,40}?)(?<tail> (?:at|in) (?:the )?\\p{L}[^.;,!?\\n]{2,60})`,
    ),
    make: (match) => {
      const rest = tail(match.groups!.tail!.trim());
      if (
        !rest ||
        !/^(?:at|in) (?:the )?\p{Lu}/u.test(rest) ||
        !phrase(match.groups!.field!, 5) ||
        /\b(?:for|hard|all|every|how|that|abroad)\b/i.test(match.groups!.field!)
      )
        return null;
      const value = `studied ${match.groups!.field!.trim()} ${rest}`;
      return { key: slug(value), value };
    },
  },
  {
    kind: 'education',
    words: words(
      `${AM} (?:currently |now )?(?:studying|doing|pursuing|working on|finishing|completing|in my (?:first|second|third|last|final) year of) (?:for )?(?:an? |my )${DEGREE}(?= in| from| of| at|[.,;!]|$| and)${TAIL}`,
    ),
    make: (match, sentence, saidAt) => {
      const made = degree('studying for')(match, sentence, saidAt);
      return made && { ...made, from: null };
    },
  },
];
