import type { Reading } from './reading.ts';
import type { Candidate } from './types.ts';

/** Who talks with whom, as far as a pool shows. What the two kinds of talk lack to one is talk that nobody answers: notes. */
export interface Sides {
  /** The names that open messages as «Ann: …». */
  speakers: ReadonlySet<string>;
  /** 1 where equals talk. */
  peer: number;
  /** 1 where one side's messages are far longer: somebody asks, and an assistant writes at length. */
  asymmetry: number;
}

/** The names that open messages, where the same few do so again and again. */
function speakersOf(readings: readonly Reading[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { speaker } of readings) if (speaker) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  const least = Math.max(2, readings.length / 50);
  return new Set([...counts].filter(([, n]) => n >= least).map(([name]) => name));
}

/** How many messages in ten must be by the other side for a pool to be a talk and not one person's notes. */
const TALK = 0.1;

/** Reads the sides off a pool; everything is a share, so that one message more or less changes little. */
export function sidesOf(pool: readonly Candidate[], readings: readonly Reading[]): Sides {
  const speakers = speakersOf(readings);
  const sums = { user: [0, 0], assistant: [0, 0] };
  for (const c of pool) {
    sums[c.role][0]! += Math.log2(1 + c.length);
    sums[c.role][1]!++;
  }
  const { user, assistant } = sums;
  const fewer = Math.min(user[1]!, assistant[1]!) / Math.max(1, pool.length);
  const alone = speakers.size > 1 ? 0 : 1 - Math.min(1, fewer / TALK);
  // The assistant's messages: 0 up to 1.7 times as long as the user's, 1 from 4.8 times on.
  const longer =
    user[1] && assistant[1]
      ? Math.min(1, Math.max(0, assistant[0]! / assistant[1]! - user[0]! / user[1]! - 0.75) / 1.5)
      : 0;
  const asymmetry = longer * (1 - alone);
  return { speakers, asymmetry, peer: 1 - alone - asymmetry };
}

/** One message of a pool with what was read off it. */
export interface Said {
  candidate: Candidate;
  reading: Reading;
}

/** Whether two messages are by different people: by the names they open with, else by their roles. */
export function otherSide(a: Said, b: Said, { speakers }: Sides): boolean {
  const [one, two] = [a.reading.speaker, b.reading.speaker];
  if (one && two && speakers.has(one) && speakers.has(two)) return one !== two;
  return a.candidate.role !== b.candidate.role;
}

const HOUR = 3_600_000;

/**
 * How much one message says about the one beside it: all where they are an exchange, half where the same person went on
 * at once, next to nothing where that person wrote again much later: two notes of one folder needn't share a topic.
 */
export function link(a: Said, b: Said, sides: Sides): number {
  if (otherSide(a, b, sides)) return 1;
  const apart = Math.abs(a.candidate.createdAt.getTime() - b.candidate.createdAt.getTime()) / HOUR;
  return Number.isFinite(apart) ? 0.5 / (1 + apart) : 0;
}

/** Whether `reply` answers `question`, told before it: by the other side, and more than a question in return. */
export function answers(question: Said, reply: Said, sides: Sides): boolean {
  return question.reading.endsAsking && reply.reading.asks < 1 && otherSide(question, reply, sides);
}
