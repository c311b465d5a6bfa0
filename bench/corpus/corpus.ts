import { hashText, randomOf, shuffled } from './random.ts';
import { subjectsPerTopic, topics } from './vectors.ts';
import { sentence, subjectName } from './words.ts';

/** A user to be filled, or measured. */
export interface BenchUser {
  id: string;
  messages: number;
}

export interface BenchMessage {
  id: string;
  user: string;
  text: string;
  role: 'user' | 'assistant';
  conversation: string;
  createdAt: Date;
}

/** What a person talks about: a fifth of all topics. */
const topicsPerUser = 40;
const conversationLength = 20;

const began = Date.UTC(2025, 0, 1);

/** A UUID that sorts anywhere: rows of one user are spread over the table, as they are when many people write at once. */
function idOf(user: string, place: number): string {
  const hex = [0, 1, 2, 3].map((part) => hashText(`${part}/${user}/${place}`).toString(16).padStart(8, '0'));
  const all = hex.join('');
  return `${all.slice(0, 8)}-${all.slice(8, 12)}-4${all.slice(13, 16)}-8${all.slice(17, 20)}-${all.slice(20)}`;
}

function subjectFor(user: string, random: () => number): number {
  const first = hashText(user) % topics;
  // Some topics come up far more often than others.
  const topic = (first + Math.floor(topicsPerUser * random() ** 2) * 3) % topics;
  return topic * subjectsPerTopic + Math.floor(random() * subjectsPerTopic);
}

/** A message of a user, by its place: nothing is kept, so a million of them need no memory. */
export function messageAt({ id }: BenchUser, place: number): BenchMessage {
  const random = randomOf(hashText(`${id}#${place}`));
  const name = subjectName(subjectFor(id, random));
  return {
    id: idOf(id, place),
    user: id,
    text: `About ${name}: ${sentence(8 + Math.floor(random() * 40), random)}.`,
    role: place % 2 === 0 ? 'user' : 'assistant',
    conversation: idOf(`${id}/conversation`, Math.floor(place / conversationLength)),
    createdAt: new Date(began + place * 60_000),
  };
}

/** A question about something the user talks about; never the text of a message. */
export function questionAt({ id }: BenchUser, number: number): string {
  const random = randomOf(hashText(`${id}?${number}`));
  return `About ${subjectName(subjectFor(id, random))}, what was said of ${sentence(6, random)}?`;
}

/**
 * The messages of all users in the order of their arrival: conversation by conversation, everybody's interleaved. In
 * chunks, as big as a transaction of an import is.
 */
export function* arrivals(users: BenchUser[], chunk: number): Generator<BenchMessage[]> {
  const conversations = users.flatMap((user) =>
    Array.from({ length: Math.ceil(user.messages / conversationLength) }, (_, i) => ({
      user,
      from: i * conversationLength,
    })),
  );
  let messages: BenchMessage[] = [];
  for (const { user, from } of shuffled(conversations, users.length)) {
    for (let i = from; i < Math.min(from + conversationLength, user.messages); i++)
      messages.push(messageAt(user, i));
    if (messages.length >= chunk) {
      yield messages;
      messages = [];
    }
  }
  if (messages.length > 0) yield messages;
}

/** Users of the sizes given, and others around them until the table has its rows. */
export function population(
  sizes: number[],
  rows: number,
  prefix = '',
): { measured: BenchUser[]; others: BenchUser[] } {
  const user = (name: string, messages: number): BenchUser => ({ id: `bench-${prefix}${name}`, messages });
  const measured = sizes.map((size) => user(`of-${size}`, size));
  const others: BenchUser[] = [];
  let left = rows - sizes.reduce((sum, size) => sum + size, 0);
  for (let i = 0; left > 0; i++) {
    // Of every twelve, one wrote a thousand messages or more.
    const messages = Math.min(left, i % 120 === 60 ? 10_000 : i % 12 === 0 ? 1_000 : 100);
    others.push(user(`other-${i}`, messages));
    left -= messages;
  }
  return { measured, others };
}
