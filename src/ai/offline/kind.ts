import { shorten } from '../shorten.ts';
import { asks, endsAsking, sentencesOf } from './sentences.ts';

export type Kind =
  | 'crisis'
  | 'forget'
  | 'complaint'
  | 'identity'
  | 'greeting'
  | 'thanks'
  | 'farewell'
  | 'abilities'
  | 'about-you'
  | 'recall'
  | 'advice'
  | 'question'
  | 'statement';

export interface Reading {
  kind: Kind;
  /** The part of the message that asks; the whole of it where none does. */
  question: string;
  /** Asks what the coach said, rather than the person. */
  ofCoach: boolean;
  /** Asks for a summary or an order of events: for many sayings, not for one. */
  wantsMany: boolean;
  /** Asks for a text to be written, which only a model can do. */
  wantsText: boolean;
}

/** Words of somebody who may be thinking of ending their life. Rather one too many than one missed. */
const CRISIS =
  /\b(?:kill(?:ing)? myself|suicid\w*|end(?:ing)? (?:it all|my life|my own life)|(?:don't|do not|no longer) want to (?:live|be alive|be here any ?more|wake up)|want(?:ing)? to die|wish i (?:was|were) dead|better off (?:dead|without me)|hurt(?:ing)? myself|self[- ]harm\w*|(?:can't|cannot|can not) go on(?: like this| living| any ?more)?[\s.!,]*(?:$|any|like|living)|no (?:reason|point) (?:to|in) liv(?:e|ing)|take my (?:own )?life)\b/;
const FORGET =
  /^(?:please |can you |could you |would you |i want you to )*(?:forget|delete|erase|remove|wipe)\b.{0,40}\b(?:what i|everything|all|that|this|it|my (?:data|memory|memories|messages|history|account)|about|i (?:said|told))\b/;
const COMPLAINT =
  /^(?:(?:no|sorry|but)[,. ]+)*(?:that(?:'s| is| was)? (?:wrong|not (?:right|true|correct|what i (?:asked|meant|said)))|you(?:'re| are) wrong|you (?:didn't|did not) answer|that (?:doesn't|does not|didn't) (?:answer|help)|wrong(?: answer)?)\b/;
const IDENTITY =
  /\bare you (?:a |an |some |really |just )*(?:real|human|person|people|bot|robot|machine|program|ai|model|chat ?gpt|gpt\S*|claude|llm|language model)\b|\bam i talking to (?:a |an )*(?:real |human|person|bot|machine|ai|program)/;
const GREETING =
  /^(?:hi|hello|hey|howdy|greetings|good (?:morning|afternoon|evening|day))(?: (?:there|coach|again|everyone))?[\s!.,:)]*(?:how are you(?: (?:doing|today))*)?[\s?!.]*$/;
const THANKS =
  /^(?:ok(?:ay)?[,. ]+|great[,. ]+|perfect[,. ]+)?(?:many thanks|thanks|thank you|thx|cheers)\b(?:(?! but\b)[^?]){0,60}$/;
const FAREWELL =
  /^(?:good ?bye|bye(?: bye)?|see you(?: later| soon)?|good night|talk (?:later|soon))[\s!.]*$/;
const ABILITIES =
  /\b(?:what (?:can|do) you (?:actually )?do|what are you(?: able to do)?|who are you|how (?:do|can) you (?:work|help)|what can (?:i|you) (?:ask you|help)|how do(?:es)? this work)\b|^help[\s!.?]*$/;
const ABOUT_YOU =
  /\bwhat (?:do|did|else do) you (?:know|remember|have) (?:about|on|of) me\b|\bwhat have i (?:told|shared with|said to) you(?: so far| already)?[\s?.!]*$|\bwhat do you remember[\s?.!]*$|\b(?:summari[sz]e|list|show)(?: me)? (?:what|everything) (?:you (?:know|remember)|i(?:'ve| have)? (?:told|said))/;
const OF_COACH =
  /\b(?:did you (?:\w+ )?(?:say|tell|recommend|suggest|advise|mention|give|propose)|you (?:recommended|suggested|told me|advised|said|proposed|gave me)|(?:was|were|is|are) your (?:\w+ )?(?:advice|suggestions?|recommendations?|tips?))\b/;
const ADVICE =
  /\b(?:how (?:do|can|could|should|would|might) (?:i|we|you|one)\b|how to\b|(?:what|when|where|which|who|how much|how many|how long)\b[^?]*\b(?:should|must|shall) (?:i|we|my)\b|(?:should|can|could|may|must|shall) (?:i|we|my)\b|what (?:can|could|would|do) (?:i|you) (?:do|say|answer|wear|write|recommend|suggest|advise)\b|do (?:i|we) (?:need|have to|really need)\b|have to\b|need to\b|is it (?:ok|okay|fine|normal|worth|better|legal|too late|a good|a bad)\b|any (?:tips|advice|ideas|suggestions|thoughts)\b|(?:tips|advice|help) (?:on|for|with|about)\b|what(?:'s| is| are) (?:the |a |some )?(?:good|best|right|better|common)\b|help me\b|(?:can|could|would) you (?:please )?(?:help|suggest|recommend|explain|review|advise|give)\b)/;
const IMPERATIVE =
  /^(?:please |can you |could you )?(?:help|give|suggest|recommend|advise|explain|teach|write|draft|review|rewrite|improve|prepare|compare|translate|generate|create|make)\b/;
const WRITES =
  /^(?:please |can you |could you |help me )*(?:to )?(?:write|draft|rewrite|generate|translate|compose|create)\b/;
const MANY =
  /\b(?:summari[sz]e|(?:an?|the|your) (?:\w+ )?(?:summary|overview) of|the order in which|in (?:what|which) order|walk me through|over time|progress(?:ed)?|evolved?|history of|everything (?:i|we)(?:'ve| have)? (?:said|told|talked))\b/;
const REMIND =
  /\b(?:remind me|do you (?:still )?(?:remember|recall|know) (?:what|when|where|who|which|how|if|whether|my|the)|(?:what|when|where|who|which|why|how)\b[^?]*\b(?:did|have|had|was|were|am) (?:i|we|my)\b|(?:have|had|did|was|were|am) (?:i|we)\b|tell me (?:what|when|where|who|which|how) (?:i|my)\b)/;
const OF_SELF =
  /\b(?:what|when|where|who|which|how (?:much|many|old|often|long|far))\b[^?]*\b(?:(?:do|does|is|are|was|were|did|has|will) (?:i|my|our|we)|what(?:'s| is) my|(?:i|we) (?:do|did|have|had|am|was|said|told|mentioned|applied|earn|pay|use|wanted?|worked?|live)|i'm|i've|my)\b|\b(?:what|who|where|when)(?:'s|'re) (?:my|our)\b|^(?:do|does|is|are|was|were|has) (?:i|my|our)\b|^(?:who|what|which \w+) (?:\w+ed|told|gave|sent|paid|taught|made|got) (?:me|my|us|our)\b/;

/** What is asked stands at the beginning or the end of a message; between them, somebody pasted something. */
const LONGEST_READ = 2_000;

/** Reads what a message wants. Rules of English; what none of them knows counts as a question or a statement. */
export function readKind(whole: string): Reading {
  const message = shorten(whole, LONGEST_READ);
  const sentences = sentencesOf(message);
  const asking = sentences.filter(endsAsking);
  const question = asking.length ? asking.slice(-2).join(' ') : message.trim();
  const folded = fold(message);
  const asked = fold(question);
  const reading = (kind: Kind): Reading => ({
    kind,
    question,
    ofCoach: OF_COACH.test(asked),
    wantsMany: MANY.test(asked),
    wantsText: WRITES.test(asked),
  });
  if (CRISIS.test(folded)) return reading('crisis');
  if (COMPLAINT.test(folded)) return reading('complaint');
  if (FORGET.test(folded)) return reading('forget');
  if (IDENTITY.test(asked)) return reading('identity');
  if (GREETING.test(folded)) return reading('greeting');
  if (THANKS.test(folded)) return reading('thanks');
  if (FAREWELL.test(folded)) return reading('farewell');
  if (ABOUT_YOU.test(asked)) return reading('about-you');
  if (folded.length < 80 && ABILITIES.test(asked)) return reading('abilities');
  if (OF_COACH.test(asked)) return reading('recall');
  if (!asking.length && !startsAsking(asked)) {
    if (IMPERATIVE.test(asked) || /\bhelp me\b|\bi need (?:help|advice|tips)\b/.test(asked))
      return reading('advice');
    return reading(REMIND.test(asked) && /^(?:please )?(?:remind|tell)/.test(asked) ? 'recall' : 'statement');
  }
  if (ADVICE.test(asked)) return reading('advice');
  if (REMIND.test(asked) || OF_SELF.test(asked)) return reading('recall');
  return reading('question');
}

function startsAsking(folded: string): boolean {
  return asks(`${folded.replace(/[.!\s]+$/, '')}?`);
}

function fold(text: string): string {
  return text.trim().toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ');
}
