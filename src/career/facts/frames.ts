/*
 * What makes a whole message or sentence a play or a story of long ago, wherever in it the words in question stand.
 */

const PLAY =
  '(?:mock interview|interview practice|practi[cs]e interview|role[- ]?play\\w*|exercise|game|simulation|scenario|rehearsal)';
/** From here on nobody speaks of themselves: «Let's do a mock interview. I am a nurse at Bupa.» */
const OPENS_PLAY = new RegExp(
  `\\b(?:(?:let's|let us|can we|could we|shall we|i want to|i'd like to|please)\\s+(?:now |please |just )?(?:do|play|have|run|try|start|practi[cs]e|simulate|rehearse|pretend|imagine)\\b[^.!?\\n]{0,30}\\b(?:${PLAY}|pretend\\w*)|(?:for|during|as part of) (?:the|this|that|our|my|an?) (?:sake of (?:the |this |an? )?)?(?:next |following |short |little )?${PLAY}(?=[,.:;!?]|$| (?:i|i'm|my|we|you|let)\\b)|let's pretend|(?:pretend|imagine) (?:that )?(?:you|i)\\b)`,
  'i',
);

/** The masked message with a play blanked out, from where it begins. */
export function withoutPlay(masked: string): string {
  const found = OPENS_PLAY.exec(masked);
  if (!found) return masked;
  return masked.slice(0, found.index) + masked.slice(found.index).replace(/[^\n]/g, ' ');
}

const LONG_AGO =
  /(?<!\p{L})(?:when i was (?:\d|an? |in |at |still |little|young|small|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|about)|as an? (?:young |little |small )?(?:child|kid|boy|girl|baby|toddler|teen(?:ager)?|student|pupil|undergrad(?:uate)?)(?!\p{L})|(?:in|during) my (?:childhood|youth|teens|early|late|mid|twenties|thirties|student|school|university|college)|at (?:the )?age(?: of)? \w+|aged \d|at (?:1\d|2\d|3\d)(?= |,|$)|(?:years?|months?|decades?|a long time) (?:before|earlier)(?!\p{L})|(?<!(?:\d|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|couple of) )(?:years|decades|ages) ago|a long time ago|back then|in those days|once upon a time|growing up|back in the (?:day|nineties|eighties))/iu;

/** Told of long ago, without a date that could be set beside others. */
export const isStory = (sentence: string): boolean => LONG_AGO.test(sentence);
