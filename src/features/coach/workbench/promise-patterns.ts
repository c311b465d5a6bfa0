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

const SOON =
  '(?: (?:for me|on my (?:side|list|plate)|now|today|this week|at the moment|right now|yet|still|then))*\\W*$';
const UNDONE =
  '(?:open|outstanding|undone|unfinished|not done|left(?: over)?(?: (?:for me )?to (?:do|be done))?|to do|to be done)';

/** What is left of what was promised, and of what is due. */
export const OPEN = [
  rule(
    `^(?:(?:and|so|ok|okay)\\b,? )*what(?:'s| is|s)(?: there)?(?: all)?(?: still)? (?:for me )?${UNDONE}`,
    SOON,
  ),
  rule(
    '^(?:(?:and|so|ok|okay)\\b,? )*what(?: else)? (?:do|must|should) i (?:still (?:have to |need to )?|have (?:still |left )?to |need (?:still )?to |have left to )(?:do|get done|finish)(?: still)?',
    SOON,
  ),
  rule(
    "^(?:(?:and|so)\\b,? )*what (?:haven't i|have i not|did i not|didn't i) (?:yet )?(?:do|done|finish|finished)(?: so far)?",
    SOON,
  ),
  rule('^(?:is (?:there )?)?anything(?: still)? (?:open|outstanding|left to do)', SOON),
];
