/*
 * How people ask what they said they would do; all patterns read folded text. What was promised to somebody or about
 * something («what did I promise Anna?») is for memory.
 */

const WHEN =
  "(?: (?:this|next|last) (?:week|month|weekend)| today| tomorrow| lately| recently| so far| by (?:now|today|tomorrow|friday)| that is still open)*(?: and (?:did not|didn't|have not|haven't)[^.?!]*)?\\W*$";

const rule = (...parts: string[]): RegExp => new RegExp(parts.join(''));

export const PROMISES = [
  rule(
    "\\bwhat(?: all| else)? (?:did|have|had) i (?:say|said|tell you|told you|promise|promised|announce|announced)(?: that)? (?:i(?:'d| would|'ll| will| was going to)|to) (?:do|get done|finish)",
    WHEN,
  ),
  rule(
    '\\bwhat(?: else)? (?:did|have|had) i (?:promise|promised|commit to|committed to)(?: to do| you)?',
    WHEN,
  ),
  rule(
    '\\b(?:what are|which are|list|show(?: me)?|do i have(?: any)?|are there(?: any)?|any|tell me)(?: all)?(?: of)?(?: my)?(?: (?:open|unkept|broken|outstanding|overdue))? promises',
    WHEN,
  ),
  /\bwhich (?:of my )?promises (?:are|did i|have i|do i|am i)\b/,
  /\b(?:did|have) i (?:keep|kept|do|done) (?:all )?(?:of )?(?:my promises|what i (?:promised|said i would))/,
];
