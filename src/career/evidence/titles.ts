import type { Known } from './known.ts';
import type { Judged } from './types.ts';
import { isFunctionWord, type Word, wordsOf } from './words.ts';

/** Job titles: a word for a post, in the singular, with the words that rank or qualify it. */

const POSTS = new Set(
  `engineer developer programmer architect manager director analyst consultant designer scientist researcher
  administrator specialist coordinator officer president founder cofounder chairman chairwoman chairperson executive
  supervisor superintendent accountant auditor controller treasurer attorney lawyer paralegal counsel nurse physician
  doctor surgeon therapist pharmacist teacher professor lecturer tutor instructor trainer librarian editor journalist
  writer copywriter translator producer photographer recruiter salesperson cashier clerk receptionist secretary
  assistant technician mechanic electrician plumber welder operator driver chef cook waiter barista intern trainee
  apprentice fellow associate strategist planner buyer broker banker trader actuary economist statistician
  ceo cto cfo coo cio ciso cmo cpo vp svp evp avp partner sysadmin devops sre dba`
    .split(/\s+/)
    .filter(Boolean),
);
/** Words that name a post only behind one that says of what: «team lead», «scrum master». */
const WITH_FIELD =
  /^(?:team|tech|technical|project|engineering|product|design|squad|chapter|group|scrum|delivery)$/;
const RANKS =
  /^(?:senior|sr|junior|jr|lead|principal|staff|chief|head|deputy|vice|assistant|associate|executive|acting|interim|managing|general|distinguished|global|regional)$/;
const SAME: Record<string, string> = {
  sr: 'senior',
  jr: 'junior',
  vp: 'vicepresident',
  dev: 'developer',
  eng: 'engineer',
};

export function* judgedTitles(text: string, known: Known): Generator<Judged> {
  const words = wordsOf(text);
  for (let at = 0; at < words.length; at++) {
    const found = titleAt(words, at, text);
    if (!found) continue;
    const supported = variants(found).some((words) => known.phrase(words));
    yield { kind: 'title', span: { start: found[0]!.span.start, end: found.at(-1)!.span.end }, supported };
    at = Math.max(at, words.indexOf(found.at(-1)!));
  }
}

/** The title whose post stands at a place: with its ranks, and with capitalised words before it. */
function titleAt(words: readonly Word[], at: number, text: string): Word[] | null {
  const post = words[at]!;
  const before = words[at - 1];
  const key = post.key;
  if (/^(?:head|vp|director|president)$/.test(key)) {
    const of = words[at + 1];
    const field = words[at + 2];
    if (of?.text === 'of' && field && isPart(text, of, field)) return [post, of, field];
  }
  const isPost =
    POSTS.has(key) &&
    (post.text.toLowerCase() === key || post.text.replaceAll('.', '').toLowerCase() === key);
  const isLead =
    /^(?:lead|master|owner)$/.test(key) &&
    before !== undefined &&
    WITH_FIELD.test(before.key) &&
    isPart(text, before, post);
  if (!isPost && !isLead) return null;
  const title = [post];
  for (let from = at - 1; from >= 0 && title.length < 5; from--) {
    const word = words[from]!;
    const isRank = RANKS.test(word.key);
    const isField = /^\p{Lu}/u.test(word.text) && /^\p{Lu}/u.test(post.text) && !startsSentence(text, word);
    if (!(isRank || isField || (isLead && from === at - 1)) || isFunctionWord(word.key)) break;
    if (!isPart(text, word, title[0]!)) break;
    title.unshift(word);
  }
  return title;
}

/** At the start of a sentence a capital says nothing; the point of «Sr.» ends none. */
function startsSentence(text: string, word: Word): boolean {
  const before = text.slice(Math.max(0, word.span.start - 6), word.span.start);
  return !RANKS.test(word.key) && /(?:^|[.!?\n•;])\s*$/.test(before) && !/\b[SJ]r\. $/i.test(before);
}

const isPart = (text: string, word: Word, next: Word): boolean =>
  /^[ .-]{1,2}$/.test(text.slice(word.span.end, next.span.start));

/** The title as it is, and with its short forms written out or the other way round. */
function variants(title: readonly Word[]): Word[][] {
  const long = title.map((word) => ({ ...word, key: SAME[word.key] ?? word.key }));
  const short = title.map((word) => {
    const brief = Object.entries(SAME).find(([, full]) => full === word.key)?.[0];
    return { ...word, key: brief ?? word.key };
  });
  const joined = title.map(({ key }) => key).join('');
  const vice = joined.includes('vicepresident')
    ? [[{ ...title[0]!, key: joined.replace('vicepresident', 'vp') }]]
    : [];
  return [[...title], long, short, ...vice];
}
