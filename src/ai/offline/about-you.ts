import { blockQuote, dayOf, endsAsking, sentencesOf } from './sentences.ts';
import type { OfflineInput, OfflineReply, Remembered } from './types.ts';

const OWN = /\b(?:i|i'm|i've|i'd|i'll|my|mine)\b/i;
const OTHER = 'other things';
/** «Yeah, I'll try that» tells nothing. */
const LEAST_SUBSTANCE = 1;
const MOST_TOPICS = 6;
const MOST_EACH = 3;
/** Each is looked up in the playbook to find its subject. */
const MOST_SAYINGS = 1_000;

interface Saying {
  memory: Remembered;
  sentence: string;
  substance: number;
}

/** «What do you know about me?»: what was said, by subject, quoted and dated. Nothing is concluded from it. */
export function tellWhatIsKnown(input: OfflineInput): OfflineReply {
  const said = newestSayings(input.recalled);
  const byTopic = Map.groupBy(said, ({ sentence }) => input.topicOf(sentence) ?? OTHER);
  if (!byTopic.size) {
    const text =
      'Nothing about yourself yet. Tell me what you do, what you are looking for, or what happened last.';
    return { kind: 'about-you', text, memories: [], advice: [] };
  }
  const topics = [...byTopic].sort(([a, x], [b, y]) => rank(b, y) - rank(a, x)).slice(0, MOST_TOPICS);
  const memories: string[] = [];
  const isSorted = topics.some(([topic]) => topic !== OTHER);
  const parts = [`This is what you have told me, the newest first${isSorted ? ' in each part' : ''}:`];
  for (const [topic, sayings] of topics) {
    const best = sayings.toSorted((a, b) => b.substance - a.substance).slice(0, MOST_EACH);
    best.sort((a, b) => b.memory.created_at.localeCompare(a.memory.created_at));
    memories.push(...best.map((saying) => saying.memory.id));
    const lines = best.map(
      (saying) => `${dayOf(saying.memory.created_at, input.utcOffset)}:\n\n${blockQuote(saying.sentence)}`,
    );
    // Where nothing has a subject, there is nothing for these to be other than.
    const head = topic === OTHER && topics.length === 1 ? '' : `**${heading(topic)}**\n\n`;
    parts.push(head + lines.join('\n\n'));
  }
  const left = said.length - memories.length;
  const atLeast = said.length === MOST_SAYINGS ? 'at least ' : '';
  if (left > 0) parts.push(`And ${atLeast}${left} more. Ask about any subject and I will look for it.`);
  return { kind: 'about-you', text: parts.join('\n\n'), memories: [...new Set(memories)], advice: [] };
}

/** What was said of oneself, each once, the newest first. */
function newestSayings(recalled: Remembered[]): Saying[] {
  const sayings = new Map<string, Saying>();
  for (const memory of recalled.toSorted((a, b) => b.created_at.localeCompare(a.created_at))) {
    if (memory.role !== 'user') continue;
    for (const sentence of sentencesOf(memory.text)) {
      const key = sentence.toLowerCase();
      if (!isSaying(sentence) || sayings.has(key)) continue;
      const substance = substanceOf(sentence);
      if (substance >= LEAST_SUBSTANCE) sayings.set(key, { memory, sentence, substance });
      if (sayings.size === MOST_SAYINGS) return [...sayings.values()];
    }
  }
  return [...sayings.values()];
}

function isSaying(sentence: string): boolean {
  if (sentence.length < 12 || sentence.length > 300 || endsAsking(sentence)) return false;
  return OWN.test(sentence.replaceAll('’', "'"));
}

/** Numbers and names make a sentence worth more than «I'll try that». */
function substanceOf(sentence: string): number {
  const numbers = /\d/.test(sentence) ? 1 : 0;
  const names = Math.min(2, [...sentence.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{L}+/gu)].length);
  const facts = /\b(?:i am|i'm|i work|i was|i've|i have|i want|i earn|i live|my \w+ (?:is|was))\b/i.test(
    sentence,
  )
    ? 1
    : 0;
  return numbers + names + facts + Math.min(1, sentence.length / 150);
}

function rank(topic: string, sayings: Saying[]): number {
  if (topic === OTHER) return -1;
  return sayings.reduce((sum, { substance }) => sum + substance, 0);
}

function heading(topic: string): string {
  if (topic === 'cv') return 'CV';
  const words = topic.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
