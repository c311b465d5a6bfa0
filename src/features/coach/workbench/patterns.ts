import type { Stage } from '../../applications/index.ts';

/*
 * How people ask, in English, about what stands in the workbench. All patterns read folded text: lower case, no accents,
 * single spaces. What asks how one does a thing is for the playbook, what asks for one's own words is for memory.
 */

const CV = '(?:cv|resume|curriculum vitae|curriculum)';
const MY_CV = `(?:my|this|the) (?:[\\w-]+ ){0,2}?${CV}`;
const END = '\\W*$';
const SOON =
  '(?: (?:(?:for )?(?:this|next|the coming) (?:week|month)|today|now|tomorrow|soon|first|next|again|right now|at the moment|these days|in the next [\\w ]+|in the coming [\\w ]+))*';

const rule = (...parts: string[]): RegExp => new RegExp(parts.join(''));

/** Asks what was said, by whichever side. */
export const REMEMBERED =
  /\b(?:did|have|had) (?:i|we|you) (?:\w+ )?(?:say|said|tell|told|mention(?:ed)?|talk(?:ed)?|discuss(?:ed)?|recommend(?:ed)?|suggest(?:ed)?|advised?|promised?)\b|\b(?:i|you|we)(?:'d|'ve| had| have)? (?:said|told|mentioned|talked|discussed|recommended|suggested|advised|promised)\b|\byour (?:\w+ )?(?:advice|recommendations?|suggestions?|tips?)\b/;

/** Asks how one does it. */
export const ADVICE =
  /\bhow (?:do|should|can|could|would|might|to|soon|long|often|closely|much time)\b|\bshould (?:my|a|an|the|one|you|we)\b|\bshould i (?:\w+ )?(?:say|send|write|include|put|mention|wear|expect|ask|wait|reply|apply|keep|list|remove|use|bring|prepare|take|accept|decline|negotiate|withdraw)\b|\b(?:template|examples?|tips|advice|subject line|polite|rude|best (?:way|time|practices?)|phrase)\b|\bis it (?:ok|okay|fine|rude|normal|bad|good|worth|wise|too|better|acceptable|a good|a bad)\b|\bwhat(?: is|'s|s)? an? \b|\bwhat (?:do|should|can|could|would) (?:i|you|we|one) (?:do|say|write)(?: \w+)? (?:when|if|after|once)\b|\bwhen (?:do|should|is|can|to|would)\b|^why\b|\bwhat does it mean\b|\b(?:explain|teach)\b|\bfollow[- ]?up (?:e-?mail|mail|message|letter|note|call|question)/;

/** Times that no list of applications answers for: one's past is memory's. */
export const EARLIER_TIMES =
  /\b(?:19|20)\d\d\b|\blast (?:year|summer|winter|spring|fall|autumn|job|time|search)\b|\b(?:years?|months?) ago\b|\bused to\b|\bin my (?:last|previous|old)\b|\bafter (?:college|university|school)\b/;

const GOES =
  '(?:fits?|match(?:es)?|suits?|suitable|suited|meets?|compares?|measures? up|stacks? up|holds? up|stands? up|lines? up|aligns?|aligned|covers?|satisf(?:y|ies)|relevant|(?:good|strong|senior) enough|enough|good|right|a (?:good |strong |close )?(?:match|fit))';
const SELF = '(?:background|experience|skills?|skill ?set|qualifications|profile)';
const THE_JOB = '\\b(?:job|role|position|posting|opening|vacancy|listing|ad|gig)\\b';

export const FIT = [
  /\b(?:rate|judge|assess|check|show|tell me|what is|what's|how is|how's|how good is) my fit\b/,
  /\bhow (?:well|closely|close|far|strong|good|suitable|suited|qualified)(?: \w+){0,2} am i\b/,
  /\b(?:do|would) i (?:tick|fall short)\b|\bwhere do i fall short\b/,
  rule(`\\b(?:my|the|this) (?:[\\w-]+ ){0,2}?(?:${CV}|${SELF})\\b[^.?!]{0,40}?\\b${GOES}\\b`),
  /\b(?:am|would) i (?:be )?(?:\w+ ){0,3}?(?:fit|match|candidate|contender|qualified|suited|suitable|right|cut out|eligible|overqualified|underqualified|(?:experienced|strong|good|senior) enough|ready)\b/,
  /\b(?:do|would|could|can|did) i (?:really |actually |even |still )?(?:fit|match|qualify|meet|suit|measure up|stack up|compare|satisfy|have (?:what|the (?:right )?(?:skills|experience|qualifications|background)|enough experience|a (?:good |real )?(?:chance|shot)|any chance)|stand a chance)\b/,
  /\bhow (?:well |closely |much |far )?(?:do|would|could) i (?:fit|match|meet|suit|measure up|stack up|compare|qualify|satisfy|stand (?:with|against|for))\b/,
  rule(
    `\\b(?:what|which)\\b[^.?!]{0,40}\\b(?:am i|is my ${CV}|does my ${CV}|do i|my ${CV} is|i am|i'm)\\b[^.?!]{0,20}\\b(?:miss|missing|lack|lacking|short of|not have|not meet|meet)\\b`,
  ),
  rule(`\\bwhat(?:'s| is|s)? missing (?:in|from|on) ${MY_CV}\\b.`),
  rule(
    `\\b(?:compare|match|check|hold|score|analy[sz]e|assess|rate|test|evaluate)\\b[^.?!]{0,20}\\b${MY_CV}\\b[^.?!]{0,20}\\b(?:to|with|against|for|and)\\b`,
  ),
  /\b(?:chances?|odds|shot)\b[^.?!]*\b(?:at|of|for|with|on)\b/,
  rule(`\\bgaps? between ${MY_CV}\\b`),
  rule(
    `${THE_JOB}[^.?!]{0,40}\\b(?:fits?|match(?:es)?|suits?|right|good|realistic|too senior|too junior|a stretch)(?: (?:for|with))? (?:me|my)\\b`,
  ),
];

/** How one makes a CV fit is advice, and so is whether one should. */
export const FIT_ADVICE =
  /\bhow (?:do|can|should|could|to|would|might)\b(?: (?:i|we|you|one))? (?:best )?(?:check|review|proofread|send|format|describe|apply|make|get|tailor|adapt|adjust|tune|rewrite|change|improve|customi[sz]e|write|fit (?:my|a|the)|increase|raise|prepare|explain|show|prove|convince)\b|\bshould\b|\bmust\b|\b(?:increase|improve|raise|better) my (?:chances|odds)\b|\b(?:tips|advice)\b|^why\b|\b(?:an? |any |every |each )(?:\w+ )?(?:job|role|posting|position|job ad)\b(?! i (?:saved|added))|\bpage\b/;

const FAULTS =
  '(?:problems?|issues?|mistakes?|errors?|typos?|weak(?:ness(?:es)?| points?| spots?)|faults?|flaws?|red flags?)';
const FINE =
  '(?:good|ok|okay|ready|fine|readable|well written|well-written|solid|strong|weak|bad|decent|complete|correct|too long|too short|any good|in order|up to scratch)';
const POLITE =
  "^(?:(?:please|hi|hey|hello|ok|okay|so|now|can you|could you|would you|will you|can we|let's|lets|i want you to|i'd like you to|i would like you to|coach)\\b[, ]*)*";

export const CHECK = [
  rule(
    `\\bwhat(?:'s| is| are|s)?(?: the| all)?(?: (?:main|biggest|worst|top))? (?:wrong|missing|bad|weak|${FAULTS})\\b[^.?!]{0,12}\\b(?:in|with|on|about|from|of) ${MY_CV}${END}`,
  ),
  rule(
    `${POLITE}(?:quickly )?(?:check|review|analy[sz]e|audit|critique|proofread|scan|evaluate|assess|look (?:at|over)|go (?:over|through)|inspect|rate|score|grade|find (?:the )?${FAULTS} in) (?:out )?${MY_CV}(?: (?:please|for me|again|now|for ${FAULTS}|and [\\w' ]+))*${END}`,
  ),
  rule(
    `\\b(?:is|are) my (?:[\\w-]+ )?${CV} (?:really |actually |already |now )?${FINE}(?: (?:enough|now|yet|as it is|to (?:send|go|use)|like this))*${END}`,
  ),
  rule(
    `\\bhow (?:good|strong|bad|solid|readable|well written) is ${MY_CV}${END}`,
    `|\\bhow(?:'s| is| does) ${MY_CV}(?: look(?:ing)?| doing| hold(?:ing)? up)?${END}`,
  ),
  rule(
    `\\b(?:any|some|there|which|list|show|the) (?:me )?(?:the )?${FAULTS}(?: are)?(?: there)? (?:in|with|on|of) ${MY_CV}${END}`,
    `|\\bdoes ${MY_CV} have (?:any )?${FAULTS}`,
  ),
  rule(
    `${POLITE}(?:give me (?:some |your |honest )*feedback (?:on|about)|(?:take|have) a (?:\\w+ )?look (?:at|through)) ${MY_CV}(?: please)?${END}`,
  ),
  rule(`\\bwhat (?:did|does|do) the (?:cv )?checks? (?:of|on|for) ${MY_CV} (?:say|find|show)`),
];

/** A CV that is there answers these better than a piece on CVs in general. */
export const CHECK_IF_THERE = [
  rule(
    `\\b(?:improve|fix|strengthen|change|polish|correct) (?:first )?(?:in |on |about |with )?my ${CV}${END}`,
  ),
  rule(
    `\\b(?:can|could|will|would) (?:an? |the )?(?:ats|machines?|parsers?|software|robots?|programs?|computers?) (?:even )?(?:read|parse) my ${CV}`,
  ),
  rule(`\\bmy ${CV} (?:\\w+ )?(?:ats|machine)[- ](?:friendly|safe|readable|compatible|proof)`),
  rule(
    `\\b(?:does|will|would) my ${CV} (?:pass|get (?:through|past)) (?:an? |the )?(?:ats|checks?|filters?|screening)`,
  ),
];

const HOLDS =
  '(?:mention|list|include|show|say|contain|have|cover|name|talk about|state|claim|tell|describe)s?';

/** «What do I claim in my CV about Go?» asks for the CV, and not for what was said in a conversation. */
export const OWN_CV_TEXT = rule(
  `\\bwhat (?:do|did|have) i (?:write|written|list|listed|put|claim|claimed)\\b[^.?!]*\\b(?:in|on|into) my ${CV}\\b`,
);

/** The groups hold what is asked about. */
export const CV_SAYS = [
  rule(
    `\\bwhat (?:do|did|have) i (?:write|written|list|listed|put|claim|claimed|say|have)\\b([^.?!]*)\\b(?:in|on|into) my ${CV}\\b(.*)$`,
  ),
  rule(
    `\\b(?:what|where|which [\\w ]+?|who|when|how)\\b(?: exactly)? (?:does|do|did) ${MY_CV} (?:\\w+ )?${HOLDS}\\b(.*)$`,
  ),
  rule(`\\b(?:does|do) ${MY_CV} (?:already |even |also |actually |really |anywhere )?${HOLDS}\\b(.*)$`),
  rule(
    `\\bis there (?:anything|something|a word)(?: (?:in|on) ${MY_CV})? (?:about|on) (.+?)(?: (?:in|on) ${MY_CV})?${END}`,
  ),
  rule(
    `^(?:and |so )?is (?:my |the )?([\\w+#. -]{1,40}?) (?:already |even |mentioned |listed |named )*(?:in|on) my ${CV}${END}`,
  ),
  rule(`\\b(?:according to|from|based on|as per) my ${CV}\\b[, ]*(.*)$`),
  rule(`^(.+?)\\b(?:according to|based on|as per) my ${CV}${END}`),
  rule(
    `^(?:please |can you |could you )*(?:show|read|open|print|give)(?: me)? my (?:latest |current )?${CV}${END}()`,
  ),
  rule(`\\bwhat(?:'s| is| stands|s) (?:all )?(?:in|on) my (?:latest |current )?${CV}${END}()`),
  rule(`\\bwhich ([\\w ]+?) (?:are|is|stand|stands|do i have) (?:listed |named )?(?:in|on) my ${CV}${END}`),
];

const FOLLOW_UPS = '(?:follow[- ]?ups|follow-up|reminders?|to-?dos?|next steps)';
const NO_ANSWER =
  "(?:waiting|unanswered|silent|overdue|stale|stuck|quiet|(?:hasn't|haven't|has not|have not|didn't|did not) (?:yet |even )?(?:answer|repl|respon|got(?:ten)? back|come back|c[oa]me back|hear|written|write|react)|(?:no|without(?: an| a| any)?) (?:answer|reply|response|news)|ghost(?:ed|ing))";

export const DUE = [
  rule(
    `\\bdo i (?:need|have) to (?:follow[- ]?up|chase)(?: (?:with|on|up))* (?:anyone|anything|someone|anybody|somebody)${SOON}${END}`,
  ),
  rule(
    `\\b(?:list|show|tell)(?: me)? (?:everything|all|what)(?: that)?(?: is|'s| are)?(?: all)? due${SOON}${END}`,
  ),
  rule(
    `\\b(?:any|which|what)(?: of my)? applications\\b[^.?!]{0,15}\\bi (?:should|need to|have to|must|can) (?:chase|follow)`,
  ),
  rule(
    `\\b(?:what(?:'s| is| are|s)?|anything|is (?:there )?anything|is something|something)(?: (?:else|all|still|now))? (?:due|overdue|up next|coming up|pending)(?: (?:for me|in|on|with|for|from|of|regarding)\\b(?: my| the| all)? (?:applications?|job search|search|pipeline|plate|jobs|agenda)| for me)?${SOON}${END}`,
  ),
  rule(
    `\\b(?:what|which(?: \\w+){0,4}|who|whom|anything|anyone|any(?: \\w+){0,3}|something|someone|where)\\b[^.?!]{0,40}\\b(?:i|we|to)\\b[^.?!]{0,20}\\b(?:follow(?:ed|ing)?[- ]?up|chas(?:e|ing)(?: up)?|nudge)\\b(?: (?:on|with|about))?${SOON}${END}`,
  ),
  rule(
    `\\b(?:my|any|which|what|open|pending|due|overdue|outstanding|upcoming|show(?: me)?|list|do i have)\\b(?: (?!is\\b|of\\b)\\w+){0,3} ${FOLLOW_UPS}\\b(?: (?:are|is|do i|should i|need|that are)\\b[^.?!]*| (?:due|open|pending|overdue|left|coming up|scheduled|set|on my (?:list|plate)))*${SOON}${END}`,
  ),
  rule(
    `\\b(?:which|what|how many|any)\\b(?: of)?(?: my)? ?(?:\\w+ )?applications?\\b[^.?!]{0,30}\\b${NO_ANSWER}`,
  ),
  rule(
    `\\b(?:which|what) (?:of my )?(?:\\w+ )?(?:applications?|jobs?)\\b[^.?!]{0,20}\\b(?:due|need|needs|require|want)\\b`,
  ),
  rule(`\\b(?:what|which) (?:needs|need|requires) (?:my )?(?:attention|action|doing|follow)`),
  rule(
    `\\bwhat (?:do|should|must|can) i (?:have to |need to )?do\\b[^.?!]*\\b(?:about|for|with|on|in) my (?:\\w+ )?(?:applications?|pipeline)${SOON}${END}`,
  ),
];

/** These may be about a life beside the applications; they are taken where something is due. */
export const DUE_IF_THERE = [
  rule(
    `^(?:and |so )?(?:who|which (?:compan(?:y|ies)|employers?|recruiters?|ones?|of them))\\b[^.?!]{0,20}\\b${NO_ANSWER}`,
  ),
  rule(`\\b(?:who|what|where) am i (?:still )?waiting\\b[^.?!]{0,15}${END}`),
  rule(`\\bwho (?:still )?owes me (?:an answer|a reply|a response)`),
  rule(
    `\\bwhat (?:do|should|must) i (?:have to |need to )?do(?: for my (?:job )?search)? (?:this week|today|next week|now)(?: for my (?:job )?search)?${END}`,
  ),
  rule(`\\bwhat(?:'s| is|s)? on my (?:plate|agenda|calendar|list|to-?do list|schedule)${SOON}${END}`),
  rule(
    `\\b(?:(?:do i have|are there|have i got) (?:any |an )?|any |my (?:next |upcoming )|upcoming |when (?:is|are) my next )interviews?(?: coming up| scheduled| planned| ahead| set| on)*${SOON}${END}`,
  ),
];

const APPLICATION_THINGS =
  '(?:applications?|jobs?|interviews?|offers?|rejections?|compan(?:y|ies)|positions?|roles?|employers?|ones?|places)';

/** Where not `sure`, a person without applications may have told about them instead: memory is asked. */
export const APPLICATIONS: { pattern: RegExp; sure: boolean }[] = [
  { pattern: rule(`\\b(?:what|which) stages? are my (?:\\w+ )?applications\\b`), sure: true },
  {
    pattern: rule(
      `\\b(?:show|list|see|display|print|give|open)(?: me)?(?: all| an overview)?(?: of)? (?:my|all|the) (?:[\\w-]+ ){0,3}?(?:pipeline|applications|funnel)\\b[^.?!]{0,40}${END}`,
    ),
    sure: true,
  },
  { pattern: rule(`^(?:my )?(?:pipeline|applications)${END}`), sure: true },
  {
    pattern: rule(`\\bwhat(?:'s| is| does|s) (?:in )?my (?:\\w+ )?(?:pipeline|funnel)(?: look like)?${END}`),
    sure: true,
  },
  { pattern: rule(`\\bhow does my (?:\\w+ )?(?:pipeline|funnel) look${SOON}${END}`), sure: true },
  {
    pattern: rule(
      `\\b(?:state|status|overview|summary|stages?) of (?:all )?my (?:\\w+ ){0,2}(?:pipeline|applications|job search|search)\\b`,
    ),
    sure: false,
  },
  {
    pattern: rule(
      `\\bhow(?:'s| is| are) my (?:\\w+ )?(?:pipeline|applications|job search|search)(?: going| doing| looking| coming along)?${END}`,
    ),
    sure: false,
  },
  {
    pattern: rule(
      `\\bwhere do (?:i|my applications) stand(?: with my (?:\\w+ )?(?:applications|search))?${SOON}${END}`,
    ),
    sure: false,
  },
  {
    pattern: rule(
      `\\bwhere (?:all )?(?:did|have|else did|else have|all did|all have) i (?:already |so far |all )?(?:apply|applied)(?: to| so far| already| yet| until now| this (?:week|month|year)| recently| for (?:an? )?(?:jobs?|work))*${END}`,
    ),
    sure: false,
  },
  {
    pattern: rule(
      `\\bhow many (?:\\w+ )?${APPLICATION_THINGS}\\b[^.?!]*\\b(?:do i|have i|did i|i have|i've|am i|are (?:there|in|at|still|open|active)|i sent|of mine|my)\\b`,
    ),
    sure: false,
  },
  {
    pattern: rule(
      `\\b(?:which|what) (?:[\\w-]+ )?${APPLICATION_THINGS}\\b[^.?!]*\\b(?:(?:did|have) i (?:already |so far )?(?:appl|sen[dt])|am i (?:still )?(?:interview|in the running)|(?:are|is|do i have|have i got|have) (?:still |currently |now )?(?:in|at|on|open|active|alive|rejected|left|saved|moved)\\b|rejected me|turned me down|i (?:have )?applied|made me an offer|have an offer|do i have${END})`,
    ),
    sure: false,
  },
  {
    pattern: rule(`\\b(?:who|which compan(?:y|ies)) (?:has |have )?(?:rejected|turned down|ghosted) me\\b`),
    sure: false,
  },
];

/** One application, by the name of its job. */
export const ONE_APPLICATION = [
  /\b(?:status|stage|state|timeline|history) (?:of|for|with) (?:my|the) .*\b(?:application|job|role|position)\b/,
  /\bwhat (?:stage|status) is\b/,
  /\b(?:did|have) i (?:already |ever )?appl(?:y|ied) (?:to|at|for|with) ./,
  /\bwhen did i (?:last )?appl(?:y|ied) (?:to|at|for|with) ./,
  /\bwhere does (?:my|the) .*\b(?:application|job)\b.* stand\b/,
  /\b(?:how(?:'s| is)|what(?:'s| is| has)? happen(?:ed|ing)? (?:with|to)|what about|any news (?:on|about|with)) my .*\bapplication\b/,
];

/** How a question names stages. */
export const STAGE_WORDS: Partial<Record<Stage, RegExp>> = {
  saved: /\bsaved\b/,
  screening: /\bscreen(?:ing|s|ed)?\b/,
  interview: /\binterview(?:s|ing)?\b/,
  offer: /\boffers?\b/,
  accepted: /\baccepted\b/,
  rejected: /\breject(?:ed|ions?)\b|\bturned (?:me )?down\b/,
  withdrawn: /\bwithdr(?:ew|awn)\b/,
  ghosted: /\bghosted\b/,
};

export const LETTER = [
  rule(
    `${POLITE}(?:help me |please |i need you to |i need |i want |i'd like )*(?:to )?(?:write|draft|create|generate|compose|make|prepare|produce)\\b[^.?!]{0,30}\\b(?:cover(?:ing)? ?letters?|motivation(?:al)? letter|application letter|letter)\\b`,
  ),
  rule(
    `${POLITE}(?:i need |i want |i'd like |give me )?(?:a |the |my )?(?:\\w+ )?cover(?:ing)? ?letter (?:for|to|about)\\b`,
  ),
];

export const NOT_A_COVER_LETTER =
  /\b(?:resignation|recommendation|reference|thank[- ]you|rejection|complaint|acceptance|notice|appeal|follow[- ]?up)\b/;
