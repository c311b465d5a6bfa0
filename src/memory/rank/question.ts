import { fold } from '../text/tokens.ts';
import type { Asking } from './calendar.ts';
import { OPEN } from './reading.ts';
import { readTimes, type Times } from './times.ts';

export { nearest } from './times.ts';

/**
 * What a question asks for, read off its words: enough to know that «when» wants a message with a time in it. Rules of
 * English only; of any other language nothing is recognised, and every feature that builds on it is zero.
 */
export interface Question extends Times {
  /** Kinds of answer it may want; several may hold. */
  when: boolean;
  count: boolean;
  who: boolean;
  where: boolean;
  why: boolean;
  /** Wants many messages: a summary, an order of events, a list. */
  broad: boolean;
  /** Wants to know more than yes or no: what, who, how. */
  open: boolean;
  /** «Have I ever …», «did I …»: a yes or a no, often contradicted elsewhere by «I've never …». */
  whether: boolean;
  /** Asks what the other side said or advised («what did you recommend»). */
  ofAssistant: boolean;
  /** Speaks of the asker: I, my, we. */
  ofAsker: boolean;
  /** Asks for advice rather than for a fact: what was said of one's wishes is then what counts. */
  advice: boolean;
  /** Capitalised words other than the first, folded: names, mostly. */
  names: ReadonlySet<string>;
}

/** Reads a question. `text` as the asker typed it: capitals tell names. Of times relative to now, none where that isn't known. */
export function readQuestion(text: string, asking: Asking = {}): Question {
  const q = fold(text);
  const { dates, stretches } = readTimes(q, asking);
  const names = new Set<string>();
  for (const m of text.matchAll(/(?<=[\p{L}\p{N},'’"»)]\s)["'“«(]?(\p{Lu}[\p{L}'’-]+)/gu)) {
    names.add(fold(m[1]!).replace(/'s?$/, ''));
  }
  return {
    when: /\b(when|what (?:date|day|month|year|time)|which (?:date|day|month|year)|how long ago|how many (?:days|weeks|months|years))\b/.test(
      q,
    ),
    count:
      /\b(how (?:many|much|often|old|long|far|big|tall)|what (?:is the )?(?:amount|number|rate|percentage|price|cost|salary|score)|number of|percent(?:age)?|rate|amount)\b/.test(
        q,
      ),
    who: /\b(who|whom|whose)\b/.test(q),
    where:
      /\b(where|what (?:city|country|place|town|state|area)|which (?:city|country|place|town|state|area))\b/.test(
        q,
      ),
    why: /\b(why|what (?:made|inspired|motivated|sparked|caused)|reason|how come)\b/.test(q),
    broad:
      /\b(summar(?:y|ize|ise)|overview|order in which|walk me through|how have i|over time|throughout|across|progress|evolved?|develop(?:ed)?)\b/.test(
        q,
      ),
    open: OPEN.test(q),
    whether: /^(have|has|had|did|do|does|is|are|was|were|will|would|can|could|am)\b/.test(q),
    ofAssistant:
      /\b(did you|you (?:recommend|suggest|said|say|told|tell|mention|advise|gave|give|recommended|suggested|mentioned|advised)|your (?:advice|suggestion|recommendation|tips?)|have you)\b/.test(
        q,
      ),
    ofAsker: /\b(i|i'm|i've|i'd|i'll|my|me|mine|we|we've|our)\b/.test(q),
    advice:
      /\b(how (?:should|can|could|do|would|might) (?:i|we|you)|(?:should|could|can|must) i|would you (?:suggest|recommend|advise)|what should|what would|can you (?:help|suggest|recommend|give)|any (?:tips|advice|ideas)|help me)\b/.test(
        q,
      ),
    names,
    dates,
    stretches,
  };
}
