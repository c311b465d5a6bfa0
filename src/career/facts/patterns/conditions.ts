import { AM, I, type Made, type Pattern, phrase, words } from './pattern.ts';
import { isKnownPlace, PLACE, placeAt } from './places.ts';

const COUNT = '(?<count>\\d{1,2}|an?|one|two|three|four|five|six|eight|ten|twelve)';
const LENGTH = `${COUNT}[- ](?<unit>day|week|month)s?'?`;
const NUMBERS: Record<string, string> = {
  a: '1',
  an: '1',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  eight: '8',
  ten: '10',
  twelve: '12',
};

const says = (key: string, value: string) => (): Made => ({ key, value });
const length =
  (key: string, name: string) =>
  (match: RegExpExecArray): Made => {
    const { count = '', unit = '' } = match.groups!;
    const number = NUMBERS[count.toLowerCase()] ?? count;
    return { key, value: `${name} ${number} ${unit.toLowerCase()}${number === '1' ? '' : 's'}` };
  };

const REMOTE_JOB =
  '(?:an? )?(?:fully |100% |completely )?remote(?:[- ]only)?(?: (?:job|role|position|work|one|setup))';

const PERMIT =
  '(?<permit>green card|work permit|h-?1b(?: visa)?|blue card|skilled worker visa|permanent residen(?:cy|ce)|student visa|settled status|tier 2 visa|working holiday visa|o-?1 visa|tn visa|f-?1 visa|opt|us citizenship|eu citizenship|british citizenship|eu passport|british passport|us passport)(?!\\p{L})(?! (?:lottery|ticket|application|applied|interview|appointment|forms?|process|problem|issue|question|lawyer|fees?|sponsor\\p{L}*|rejected|rejection|refused|refusal|denied|denial|revoked|withdrawn|photo|renewal))';
const permit = (match: RegExpExecArray): Made => ({
  key: 'visa',
  value: match
    .groups!.permit!.replace(/\bh-?1b\b/i, 'H-1B')
    .replace(/\b(?:us|eu)\b/i, (word) => word.toUpperCase()),
});

/** «Open to relocation except to the US»: what is left out belongs to it. */
function relocation(match: RegExpExecArray, sentence: string): Made {
  const after = sentence.slice(match.index + match[0].length);
  const [, how = '', where = ''] =
    /^(?: anywhere)?,? (?:but )?(not|except(?: for)?|apart from|excluding|only(?! if)) ([^.;!?\n]{2,60})/i.exec(
      after,
    ) ?? [];
  const named = where && phrase(where, 8);
  return {
    key: 'relocation',
    value: named ? `can relocate, ${how.toLowerCase()} ${named}` : 'can relocate',
  };
}

/** What a job has to be like, or the person cannot take it. */
export const conditionPatterns: Pattern[] = [
  {
    kind: 'constraint',
    wish: true,
    words: words(
      `(?:${I} (?:can )?only (?:want|take|accept|consider|work|apply for)(?: to work)? (?:fully )?(?:remote(?:ly)?(?: (?:jobs?|roles?|positions?|work))?|from home)|${I} (?:need|must have|require|only want|want|am looking for|'m looking for) ${REMOTE_JOB}|${I} (?:have to|need to|must) work (?:remotely|from home)|${AM} looking for ${REMOTE_JOB})`,
    ),
    make: says('remote', 'remote work'),
  },
  {
    kind: 'constraint',
    wish: true,
    words: words(
      `(?:${I} (?:don't|do not) want (?:a |to work )?(?:fully )?remote(?:ly)?(?: (?:job|role|work))?|${I} (?:need|want) to work (?:in|from) (?:an|the) office)`,
    ),
    make: says('remote', 'work in an office'),
  },
  {
    kind: 'constraint',
    wish: true,
    words: words(
      `(?:${I} (?:can't|cannot|can not|won't|will not|am not able to|am not willing to|am unable to|don't want to) relocate|${AM} not (?:willing|able|open) to (?:relocate|relocating)|relocat(?:ing|ion) is not an option for me|${I} (?:can't|cannot) move (?:to another city|away|abroad))`,
    ),
    make: says('relocation', 'cannot relocate'),
  },
  {
    kind: 'constraint',
    wish: true,
    words: words(
      `(?:${AM} (?:willing|open|ready|happy|prepared) to (?:relocate|relocating|relocation)|${I} (?:can|would|am able to) relocate)`,
    ),
    make: relocation,
  },
  {
    kind: 'constraint',
    words: words(
      `(?<!\\p{L})my notice period (?:is|was (?:cut|reduced|raised) to|went (?:up|down) to) (?:(?:still|now|only|just|currently|actually|about|down to|up to|at least) )*${LENGTH}`,
    ),
    make: length('notice_period', 'notice period of'),
  },
  {
    kind: 'constraint',
    wish: true,
    words: words(`(?:${I}(?:'ve| have)(?: got)?|${AM} on|there is) an? ${LENGTH} notice(?: period)?`),
    make: length('notice_period', 'notice period of'),
  },
  {
    kind: 'constraint',
    wish: true,
    words: words(`${I} (?:have|need) to give (?:my employer )?${LENGTH} (?:of )?notice`),
    make: length('notice_period', 'notice period of'),
  },
  {
    kind: 'constraint',
    wish: true,
    words: words(
      `${I} (?:will |do |'ll )?(?:need|require) (?:an? )?(?:visa|work permit|h-?1b|employer|visa or work permit)?\\s?(?:visa )?sponsorship`,
    ),
    make: says('visa', 'needs visa sponsorship'),
  },
  {
    kind: 'constraint',
    wish: true,
    words: words(
      `${I} (?:will |do |'ll )?(?:need|require) an? (?:work )?(?:visa|work permit) (?:to work |to live )?(?:in|for) (?:the )?${PLACE}`,
    ),
    make: (match) => {
      const place = placeAt(match.groups!.place!);
      if (!place || !isKnownPlace(place)) return null;
      const the = /^(?:us|usa|uk|uae|netherlands|united|philippines)\b/i.test(place) ? 'the ' : '';
      return { key: 'visa', value: `needs a visa for ${the}${place}` };
    },
  },
  {
    kind: 'constraint',
    change: 'change',
    words: words(
      `${I} no longer (?:need|require) (?:an? )?(?:(?:visa|work permit) ?)?(?:sponsorship|visa|work permit)`,
    ),
    make: says('visa', 'needs no visa sponsorship'),
  },
  {
    kind: 'constraint',
    change: 'end',
    words: words(
      `${I} no longer (?:need|want|require|insist on) (?:(?:to work|working) (?:remotely|from home)|remote work|${REMOTE_JOB})`,
    ),
    make: says('remote', ''),
  },
  {
    kind: 'constraint',
    change: 'end',
    words: words(`${I} no longer have (?:an? |any )?notice period`),
    make: says('notice_period', ''),
  },
  {
    kind: 'constraint',
    words: words(
      `(?:${I} (?:don't|do not) (?:need|require) (?:an? )?(?:(?:visa|work permit) ?)?(?:sponsorship|visa|work permit)|no sponsorship needed for me)`,
    ),
    make: says('visa', 'needs no visa sponsorship'),
  },
  {
    kind: 'constraint',
    words: words(`(?:${I}(?:'ve| have)(?: got)?|${AM} on|${I} hold) (?:an? |my )?(?:valid )?${PERMIT}`),
    make: permit,
  },
  {
    kind: 'constraint',
    change: 'change',
    words: words(
      `(?:${I}(?:'ve| have)? (?:just |finally |recently |now )*(?:got|gotten|received|obtained|(?:was|been|got) granted)) (?:an? |my )?(?:new )?${PERMIT}`,
    ),
    make: permit,
  },
  {
    kind: 'constraint',
    words: words(
      `${AM} an? (?<citizen>us|u\\.s\\.|american|eu|british|uk|canadian|german|french|irish|australian|indian|swiss) (?:citizen|national)\\b`,
    ),
    make: (match) => ({
      key: 'visa',
      value: `${match.groups!.citizen!.toUpperCase().replaceAll('.', '').length <= 2 ? match.groups!.citizen!.toUpperCase().replaceAll('.', '') : match.groups!.citizen} citizen`,
    }),
  },
  {
    kind: 'constraint',
    wish: true,
    words: words(
      `${I} (?:can|want to|need to|have to|would like to|'d like to|must)(?: only)? work (?:only )?(?:part[- ]time|(?:at most |up to |no more than |max(?:imum)? )?(?<hours>\\d{1,2}) hours (?:a|per) week|(?<days>two|three|four|[2-4]) days (?:a|per) week)`,
    ),
    make: (match) => {
      const { hours, days } = match.groups!;
      return {
        key: 'hours',
        value: hours
          ? `${hours} hours a week`
          : days
            ? `${NUMBERS[days.toLowerCase()] ?? days} days a week`
            : 'part-time',
      };
    },
  },
  {
    kind: 'constraint',
    wish: true,
    words: words(
      `(?:${I} (?:need|want|am looking for|'m looking for)|${AM} looking for|${I} can only (?:do|take)) (?:an? )?part[- ]time (?:job|role|work|position|hours)?`,
    ),
    make: says('hours', 'part-time'),
  },
  {
    kind: 'constraint',
    words: words(
      `${I} (?:can't|cannot|can not|won't|am not able to) work (?:on )?(?<when>nights?|weekends?|evenings|night shifts|shifts|full[- ]time|overtime|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)`,
    ),
    make: (match) => ({
      key: `hours_${match.groups!.when!.toLowerCase().replaceAll(' ', '_')}`,
      value: `cannot work ${match.groups!.when!.toLowerCase()}`,
    }),
  },
  {
    kind: 'constraint',
    words: words(
      `${I} can start (?:work |a new job |working )?(?<when>immediately|right away|(?:in|within|on|from|after) [^.,;!?\\n]{2,30})`,
    ),
    make: (match) => {
      const when = phrase(match.groups!.when!, 5);
      return when ? { key: 'start', value: `can start ${when}` } : null;
    },
  },
];
