/*
 * What keeps a sentence from being a fact of the person though its words are those of one. Rather one fact missed than
 * one made up: the person can always say it again, plainly.
 */

/** Supposed, possible, wished for or planned, anywhere before the words in question. */
const SUPPOSED =
  /\b(?:if|unless|suppose|supposing|imagine|imagining|assume|assuming|whether|in case|might|maybe|perhaps|possibly|could|would|wouldn't|should|i'd|thinking (?:of|about)|considering|wish|dream(?:ed|t|ing)?|wonder(?:ing)?|pretend(?:ing)?|as though|let's say|say that|hypothetically|theoretically|what happens when|once i|until i|by the time|as soon as|the day i|every time|whenever|even when|before i|after i)\b/i;
/** Wished for or planned; what is read as a wish passes by this. */
const WISHED =
  /\b(?:want|wants|hope|hoping|plan|planning|going to|gonna|intend|intending|would like|looking to|trying to|hate to|need to|have to|love to|like to|rather|next (?:week|month|year)|tomorrow|soon|will|'ll)\b/i;
/** Somebody else's words or thoughts. */
const REPORTED =
  /\b(?:(?:they|he|she|you|it|we|who|people|everyone|everybody|somebody|someone|nobody|hr|recruiters?|managers?|boss|interviewers?|friends?|wife|husband|partner|mother|father|mom|mum|dad|sister|brother|colleagues?|linkedin|form|profile|cv|resume|letter|email|article|posting|ad|company|page|site|bot|ai|chatgpt|coach|system)\s+(?:\w+\s+){0,2}(?:ask(?:s|ed)?|say(?:s)?|said|think(?:s)?|thought|tell(?:s)?|told|wr(?:ites?|ote)|assum(?:es?|ed)|believ(?:es?|ed)|claim(?:s|ed)?|suggest(?:s|ed)?|expect(?:s|ed)?|want(?:s|ed)?|list(?:s|ed)?|state(?:s|d)?|show(?:s|ed)?|heard|insist(?:s|ed)?|pretend(?:s|ed)?|joke(?:s|d)?|guess(?:ed|es)?)|according to|i (?:told|tell|said|say|claimed|lied|pretended|wrote|answered|replied|joked|read that|heard|put)|rumou?r|supposedly|allegedly)\b/i;
/** A story, a joke, an exercise. */
const PLAYED =
  /\b(?:role-?\s?play\w*|character|novel|fiction\w*|story|joking|kidding|jk|lol|sarcas\w*|april fool\w*|in (?:the|this|my|our) (?:game|exercise|example|scenario|case study|film|movie|play|mock interview)|for example|e\.g\.|example|persona|lorem|act as|alter ego|in another life|in my head|feels? like|like i(?:'m| am))\b/i;
const DENIED =
  /\b(?:not (?:that|because|true|as if|like|the case)|isn't true|never said|it's a lie|don't think|doubt|no way|nor|neither|no longer true|not sure|unsure|forgot|far from|stop saying)\b/i;
/** What comes after the words and takes them back. */
const TAKEN_BACK =
  /^[^.!?]{0,60}?(?:,? (?:not really|just kidding|kidding|jk|or so they say|in theory|in my dreams|i wish|said (?:no one|nobody)|is what (?:they|he|she|it)|(?:he|she|they) (?:said|says|wrote|thinks?|asked)|would be (?:nice|great|ideal|better|too)|is (?:a lie|wrong|false|not true)|isn't true|was the question|as (?:the|an|my) example)\b)/i;

export interface Trap {
  /** Wishes are what a goal or a target is made of. */
  wishIsFine?: boolean;
  /** «My manager Anna says …» names Anna whatever she says. */
  reportIsFine?: boolean;
}

/**
 * Why the words between `start` and `end` of a sentence are no fact of the person; null where nothing speaks against it.
 * The sentence is one of a masked message.
 */
export function trapIn(sentence: string, start: number, end: number, allowed: Trap = {}): string | null {
  const before = clauseBefore(sentence.slice(0, start));
  const whole = sentence.slice(0, start);
  if (SUPPOSED.test(sentence.slice(0, start + 1))) return 'supposed';
  if (!allowed.wishIsFine && WISHED.test(before)) return 'wished';
  if (!allowed.reportIsFine && REPORTED.test(whole)) return 'reported';
  if (PLAYED.test(sentence)) return 'played';
  if (DENIED.test(whole)) return 'denied';
  const after = sentence.slice(end);
  if (TAKEN_BACK.test(after)) return 'taken back';
  if (
    /^[^,.;]{0,40}\b(?:if|unless|would|could|might)\b/i.test(after) &&
    !/^\s*(?:,|;|and\b|but\b|so\b)/i.test(after)
  )
    return 'supposed';
  return null;
}

/** What stands before within reach of a wish: «I want to stay; I live in Lyon» tells where they live. */
function clauseBefore(text: string): string {
  const cut = Math.max(
    ...[', ', '; ', ' but ', ' because ', ' since ', ' and i ', ' as i '].map((mark) =>
      text.toLowerCase().lastIndexOf(mark),
    ),
  );
  return cut < 0 ? text : text.slice(cut);
}
