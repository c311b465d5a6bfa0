import { placeAt } from './patterns/places.ts';
import type { FactKind } from './types.ts';

/** A question that a fact answers. */
export interface AskedFact {
  kinds: FactKind[];
  /** Within the kind: `manager`, `notice_period`, `visa`; all of it where there is none. */
  key?: string;
  /** `now`: what is so; `before`: what was so before; `when`: from when until when something named was so. */
  about: 'now' | 'before' | 'when';
  /** The place, company or other value that is named. */
  named?: string;
}

interface Question {
  words: RegExp;
  kinds: FactKind[];
  about?: AskedFact['about'];
  key?: (match: RegExpExecArray) => string | undefined;
  /** Whether what is named can be what is asked for. */
  holds?: (match: RegExpExecArray) => boolean;
}

const ASK =
  '(?:(?:so|and|but|ok|okay|well|remind me|tell me|do you (?:still )?(?:know|remember)|can you tell me|please|hey|hi),? )*';
const END =
  '(?: (?:now|currently|these days|at the moment|again|right now|today|nowadays|anyway|so far|please))*\\s*[?.!]*$';
const NAMED = "(?<named>[\\p{L}\\d][\\p{L}\\d .&'-]{1,50}?)";
const question = (words: string, kinds: FactKind[], rest: Partial<Question> = {}): Question => ({
  words: new RegExp(`^\\W*${ASK}${words}${END}`, 'iu'),
  kinds,
  ...rest,
});

/** A name by its capital, or a place that is known. */
const isPlace = (named: string) => placeAt(named)?.length === named.trim().length;

const questions: Question[] = [
  question(
    'where (?:did i (?:use to |used to )?live|was i (?:living|based)|have i lived|was my home)(?: (?:before|earlier|previously|last year|until then|before that|before (?:this|now|i moved|moving)))*(?: (?:that|to [\\p{L} ]{2,30}))?',
    ['location'],
    { about: 'before' },
  ),
  question(
    `(?:when|how long|from when|until when|since when|in (?:which|what) years?) (?:did i live|have i lived|have i been living|was i living|was i based|do i live|am i living|did i (?:move|relocate)|did i leave)(?: (?:in|to|from|at))? ${NAMED}`,
    ['location', 'employer'],
    { about: 'when' },
  ),
  question(
    `(?:where|(?:in )?(?:what|which) (?:city|town|place|country) ?)(?: (?:do i|i) (?:still )?(?:currently )?live| am i (?:currently )?(?:based|living|located)| i am based)(?: in)?`,
    ['location'],
  ),
  question(
    `(?:in (?:what|which) (?:city|town|country) am i|(?:what|which) (?:city|town|country) am i (?:currently )?in)`,
    ['location'],
  ),
  question(`what(?:'s| is) my (?:location|home town|hometown|city|address)`, ['location']),
  question(`(?:do i (?:still )?live|am i (?:still )?(?:living|based)) in ${NAMED}`, ['location']),
  // «Am I still in the running?» asks for no place.
  question(`am i still in ${NAMED}`, ['location'], { holds: ({ groups }) => isPlace(groups!.named!) }),
  question(
    '(?:where did i (?:use to )?work|who did i work for|what was my (?:old|previous|last|former) (?:employer|company))(?: (?:before|earlier|previously|before that))*',
    ['employer'],
    { about: 'before' },
  ),
  question(
    `(?:when|how long|since when|until when) (?:did i work|have i (?:worked|been working|been)|was i|did i (?:join|leave|quit|start)|do i work)(?: (?:at|for|with))? ${NAMED}`,
    ['employer'],
    { about: 'when' },
  ),
  question(
    `(?:where do i (?:currently )?work|who do i (?:currently )?work for|what company do i work (?:for|at)|who(?:'s| is) my (?:current )?employer|what(?:'s| is) my (?:current )?(?:employer|company))`,
    ['employer'],
  ),
  question(
    `(?:what do i do(?: for (?:a living|work))?|what(?:'s| is) my (?:current )?(?:job|role|title|job title|position|profession|occupation))`,
    ['role', 'employer'],
  ),
  question(
    `what was my (?:old|previous|last|former) (?:job|role|title|job title|position)`,
    ['role', 'employer'],
    { about: 'before' },
  ),
  question(
    `(?:what(?:'s| is) my (?:target|desired|expected|ideal|dream) (?:salary|pay|compensation)|what(?:'s| is|'re| are) my salary (?:expectations?|target|goal)|(?:how much|what) (?:salary )?do i want(?: to (?:earn|make))?|how much (?:do|did) i (?:say i )?want(?:ed)? to (?:earn|make))`,
    ['salary_target'],
  ),
  question(
    `(?:what(?:'s| is) my (?:current )?(?:salary|pay|income|wage|base(?: salary)?|compensation)|how much (?:do i (?:currently )?(?:earn|make|get paid)|am i (?:paid|earning|making))|what do i (?:currently )?(?:earn|make))`,
    ['salary_current'],
  ),
  question(
    `(?:what was my (?:old|previous|last|former|earlier) (?:salary|pay)|(?:how much|what) did i (?:use to )?(?:earn|make)(?: before| earlier| previously)*|what was my salary before)`,
    ['salary_current'],
    { about: 'before' },
  ),
  question(
    `(?:(?:what|which) (?:kind of |sort of )?(?:job|role|position)s? (?:am i (?:looking for|after|aiming for|applying for)|do i want)|what(?:'s| is) my (?:target|dream|desired) (?:role|job|position)|what do i want to (?:be|become))`,
    ['target_role'],
  ),
  question(
    "(?:what are my (?:main |key )?skills|(?:what|which) skills do i have|what(?:'s| is) my (?:tech )?stack|what can i do well)",
    ['skill'],
  ),
  question('(?:(?:what|which) languages do i speak|what are my languages)', ['language']),
  question(
    "(?:what(?:'s| is) my (?:degree|education)|what did i study|where did i (?:study|graduate)|(?:what|which) degrees? do i have)",
    ['education'],
  ),
  question("(?:how (?:many years of|much) (?:work )?experience do i have|what(?:'s| is) my experience)", [
    'experience',
  ]),
  question("(?:what(?:'s| is)|how long is) my notice period", ['constraint'], { key: () => 'notice_period' }),
  question(
    "(?:do i need (?:a )?(?:visa )?sponsorship|do i need a (?:visa|work permit)|what(?:'s| is) my visa(?: status)?)",
    ['constraint'],
    { key: () => 'visa' },
  ),
  question('(?:can i relocate|am i (?:willing|open) to relocate)', ['constraint'], {
    key: () => 'relocation',
  }),
  question('what are my (?:constraints|conditions|requirements|limits)', ['constraint']),
  question("(?:what(?:'s| is| are) my (?:career )?goals?|what am i (?:working|aiming) (?:towards?|for))", [
    'goal',
    'target_role',
  ]),
  question('(?:what are my preferences|what do i prefer)', ['preference']),
  question(
    "(?:who(?:'s| is)|what(?:'s| is) the name of) my (?<named>manager|boss|supervisor|mentor|recruiter|coach|colleague|hiring manager)",
    ['person'],
    {
      key: ({ groups }) =>
        ({ boss: 'manager', supervisor: 'manager' })[groups!.named!.toLowerCase()] ??
        groups!.named!.toLowerCase().replace(' ', '-'),
    },
  ),
  question("(?:(?:what(?:'s| is) )?my (?:first |last |full )?name|what am i called|who am i)", ['name']),
];

/** The fact that a message asks for, where it asks for nothing else; null for every other message. */
export function askedFact(message: string): AskedFact | null {
  const text = message.trim().replaceAll('’', "'");
  if (text.length > 160) return null;
  for (const { words, kinds, about = 'now', key, holds } of questions) {
    const match = words.exec(text);
    if (!match || holds?.(match) === false) continue;
    const named = key ? undefined : match.groups?.named?.trim();
    return { kinds, about, key: key?.(match), ...(named && { named }) };
  }
  return null;
}
