import type { Block } from '../assemble.ts';
import { countWords, type Source } from '../letter.ts';
import type { LetterCv } from '../materials.ts';
import { type CvLine, cvSource } from './cv-lines.ts';
import type { Pair } from './demands.ts';
import type { Phrases } from './phrases.ts';
import { periodOf, postOf, quoted } from './words.ts';

/** The points of a draft: what the posting says, and the passage of the CV that answers it; then the skills both name. */
export function pointsOf(
  pairs: readonly Pair[],
  skillLines: readonly CvLine[],
  cv: LetterCv,
  words: Phrases,
): Block[] {
  const points = pairs.map((pair) => pairBlock(pair, cv, words));
  const told = pairs.map(({ line }) => line.text.toLowerCase()).join('\n');
  const left = skillLines.filter(({ text }) => !told.includes(text.toLowerCase())).slice(0, MOST_SKILLS);
  if (left.length > 0) {
    const text = `- ${words.skills(listed(left.map(({ text }) => quoted(text))))}`;
    const sources = left.map(({ pointer, text }) => cvSource(cv, pointer, text));
    points.push({ pieces: [{ text, sources }], tight: true });
  }
  return points;
}

const MOST_SKILLS = 5;
/** A longer demand is named by its skills, or by its first words. */
const MOST_DEMAND_WORDS = 24;

/** A sentence of its own, which «you ask for» cannot take up. */
const SENTENCE =
  /^(?:you|we|i|must|candidates?|applicants?|the|this|our|ideally|please|should|will|able|willing|if)\b|\b(?:needed|required|preferred|essential|desirable|helpful|welcome|mandatory|a plus|an advantage|is|are|will|must|should)\b/i;

function pairBlock({ demand, line, skills }: Pair, cv: LetterCv, words: Phrases): Block {
  const isShort = countWords(demand.text) <= MOST_DEMAND_WORDS;
  const asked =
    isShort || skills.length === 0 ? quoted(isShort ? demand.text : opening(demand.text)) : listed(skills);
  const say = SENTENCE.test(demand.text) ? words.says : demand.kind === 'task' ? words.involves : words.asks;
  const text = `- ${(asked.startsWith('“') ? say : words.asks)(asked)} ${answer(line, words)}`;
  const sources: Source[] = [
    { kind: 'job', quote: demand.text, span: demand.span },
    cvSource(cv, line.pointer, line.text),
  ];
  return { pieces: [{ text, sources }], tight: true };
}

function answer({ entry, kind, text }: CvLine, words: Phrases): string {
  if (kind === 'deed' && entry) {
    const post = postOf(entry);
    const isProject = entry.pointer.startsWith('/projects/');
    const inProject = entry.organization ? ` in the project ${entry.organization}` : '';
    const place = isProject ? inProject : post ? ` as ${post}${periodOf(entry)}` : '';
    return words.shows({ place, quoted: quoted(text) });
  }
  if (kind === 'education' && entry) {
    const where = entry.organization ? `, ${entry.organization}` : '';
    return words.education(`${text}${where}${entry.endDate ? ` (${entry.endDate.slice(0, 4)})` : ''}`);
  }
  return words.lists(quoted(text));
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** The first words of a long demand, as far as a break in it. */
function opening(text: string): string {
  const words = text.split(' ').slice(0, 20).join(' ');
  const at = Math.max(words.lastIndexOf(','), words.lastIndexOf(';'), words.lastIndexOf(' and '));
  return `${at > 30 ? words.slice(0, at) : words} …`;
}
