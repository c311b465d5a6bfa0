import { aboutOf } from './read.ts';
import { ownSentences } from './sentences.ts';
import type { ReadDone } from './types.ts';
import { PAST, pastVerbOf } from './verbs.ts';

/** Says that it was not done, was nearly done, or would have been. */
const NOT_DONE =
  /\?|n't\b|\b(?:not|never|nearly|almost|should have|could have|would have|wish|if|half|partly|started|yet to|used to|last (?:year|month|time)|years? ago|months? ago)\b/i;

const DID = new RegExp(
  `(?:^|[,;:]\\s+|\\b(?:and|so|but|then|yes|ok|okay|good news|done)[,:!]?\\s+)I(?:'ve| have)?(?: (?:just|already|finally|now|also|actually|even))* (${PAST})\\b([^,;.!]*)`,
  'gi',
);
/** «My CV is updated now.» */
const IS_DONE = new RegExp(
  `(?:^|\\b(?:and|so|but|yes|ok|okay)[,!]?\\s+)((?:my|the) [\\w' -]{2,40}?) (?:is|are|has been|have been|was|were)(?: (?:now|finally|all|already))* (${PAST}|ready)\\b`,
  'gi',
);

/** What the person said they did, in the order of the text. */
export function readDone(text: string): ReadDone[] {
  return ownSentences(text).flatMap(({ text: sentence, start }) => {
    if (NOT_DONE.test(sentence)) return [];
    const quote = text.slice(start, start + sentence.length);
    const deeds: ReadDone[] = [];
    for (const [, past = '', object = ''] of sentence.matchAll(DID)) add(past, object);
    for (const [, object = '', past = ''] of sentence.matchAll(IS_DONE)) add(past, object);
    return deeds;

    function add(past: string, object: string): void {
      const verb = /^ready$/i.test(past) ? 'finish' : pastVerbOf(past)?.group;
      const about = aboutOf(object, null);
      if (verb && about.length > 0) deeds.push({ quote, verb, about });
    }
  });
}
