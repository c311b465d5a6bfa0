import type { Known } from './known.ts';
import type { Judged } from './types.ts';
import { peopleWords } from './units.ts';
import { type Word, wordsOf } from './words.ts';

/*
 * Standing that is claimed without a title: that one led people, or won a prize. «Worked in a team of 6» does not hold
 * «led a team of 6».
 */

const LEADING =
  /^(?:led|lead|leading|managed|manage|managing|headed|heading|directed|directing|supervised|supervising|oversaw|overseeing|oversee|leader|manager|management|head|director|supervisor|responsible|charge|chief|founder|founded|owner|ran|run)$/;
const PRIZES =
  /^(?:award|awarded|prize|winner|winning|won|medal|medallist|honour|honor|laureate|scholarship|distinction)$/;
const isLeading = (key: string): boolean =>
  LEADING.test(key) && !/^(?:charge|chief|owner|founded|responsible)$/.test(key);
/** Posts that lead people whatever the sentence says. */
const LEADERS = /^(?:manager|director|supervisor|head|leader|chief|founder|ceo|cto|vp)$/;
const groups = [...peopleWords, 'team', 'group', 'department', 'squad', 'crew', 'division'];
const isGroup = ({ key }: Word): boolean => groups.includes(key);

export function* judgedStanding(text: string, known: Known): Generator<Judged> {
  const words = wordsOf(text);
  for (const [at, word] of words.entries()) {
    if (
      isLeading(word.key) &&
      words.slice(at + 1, at + 7).some((next) => isGroup(next) && sameSentence(text, word, next))
    ) {
      yield { kind: 'title', span: word.span, supported: leads(known) };
    }
    if (PRIZES.test(word.key)) {
      yield { kind: 'certification', span: word.span, supported: known.has((key) => PRIZES.test(key)) };
    }
  }
}

const leads = (known: Known): boolean =>
  known.has((key) => LEADERS.test(key)) || known.beside((key) => LEADING.test(key), groups);

const sameSentence = (text: string, from: Word, to: Word): boolean =>
  !/[.;!?|\n]/.test(text.slice(from.span.end, to.span.start));
