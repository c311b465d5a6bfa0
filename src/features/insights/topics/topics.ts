import { breathe } from '../../../kernel/breathe.ts';
import type { Memory, MemoryMessage } from '../../../memory/types.ts';
import { distinguishingTerms } from '../labels.ts';
import { ownMessages } from '../messages.ts';
import { type Bucket, type Counted, countByBucket } from './buckets.ts';
import { comesBack, type Recurring } from './comes-back.ts';
import { groupAlike } from './own-topics.ts';
import { nameOfTopic, titleOfPiece, topicOf } from './topic-of.ts';

export const METHOD = 'playbook-words+vectors/1';
/** The newest of so many are read. */
const MOST = 5_000;
const EXAMPLES = 5;

export interface Topic {
  id: string;
  /** `playbook`: one of its topics. `own`: a group of messages that fit none, named by the terms that tell it apart. */
  kind: 'playbook' | 'own';
  label: string;
  count: number;
  first_at: string;
  last_at: string;
  buckets: Counted[];
  /** Message ids of the latest, newest first. */
  examples: string[];
}

export interface TopicsRequest {
  since?: Date;
  until?: Date;
  bucket: Bucket;
}

/** What a person talks about over time, and what they come back to. */
export async function topicsOf(
  memory: Pick<Memory, 'list' | 'vectors'>,
  user: string,
  { since, until, bucket }: TopicsRequest,
) {
  const { messages, cut } = await ownMessages(memory, user, { most: MOST, since, until });
  const byTopic = new Map<string, MemoryMessage[]>();
  const byPiece = new Map<string, MemoryMessage[]>();
  const rest: MemoryMessage[] = [];
  let withoutSubject = 0;
  for (const [i, message] of messages.entries()) {
    if (i % 50 === 49) await breathe();
    const { topic, piece, hasSubject } = topicOf(message);
    if (!hasSubject) withoutSubject++;
    else if (topic) push(byTopic, topic, message);
    else rest.push(message);
    if (piece) push(byPiece, piece, message);
  }
  const own = await ownTopics(memory, user, rest, messages, { since, until });
  const topics: Topic[] = [
    ...[...byTopic].map(([topic, found]) =>
      toTopic({ id: `playbook:${topic}`, kind: 'playbook', label: nameOfTopic(topic) }, found, bucket),
    ),
    ...own.groups.map((group) => toTopic(group, group.messages, bucket)),
  ].sort((a, b) => b.count - a.count || a.id.localeCompare(b.id));
  const pieces = [...byPiece].map(
    ([id, found]): Recurring => ({
      id: `piece:${id}`,
      kind: 'piece',
      label: titleOfPiece(id) ?? id,
      messages: found,
    }),
  );
  const grouped = own.groups.reduce((sum, group) => sum + group.messages.length, 0);
  return {
    bucket,
    topics,
    comes_back_to: comesBack([...pieces, ...own.groups]),
    unsorted: rest.length - grouped,
    without_subject: withoutSubject,
    messages: messages.length,
    cut,
    method: METHOD,
    own_topics: own.about,
  };
}

/** What fits no topic of the playbook, grouped by meaning where there are vectors to tell. */
async function ownTopics(
  memory: Pick<Memory, 'vectors'>,
  user: string,
  rest: readonly MemoryMessage[],
  all: readonly MemoryMessage[],
  span: { since?: Date; until?: Date },
) {
  const read = await memory.vectors(user, { role: 'user', limit: MOST, ...span });
  const about =
    read.degraded === undefined
      ? { state: 'assessed' as const, engine: read.engine }
      : { state: 'not_assessed' as const, engine: read.engine, reason: read.degraded };
  const wanted = new Set(rest.map(({ id }) => id));
  const vectors = read.vectors.filter(({ message }) => wanted.has(message.id));
  const groups = await groupAlike(vectors.map(({ vector }) => vector));
  const members = vectors.map(({ message }) => message);
  const place = new Map(members.map(({ id }, i) => [id, groups[i]!]));
  const count = Math.max(-1, ...groups) + 1;
  const terms = await distinguishingTerms(
    all.map(({ text }) => text),
    all.map(({ id }) => place.get(id) ?? -1),
    count,
  );
  return {
    about,
    groups: terms.flatMap((found, group) => {
      if (found.length === 0) return [];
      const messages = members.filter((_, i) => groups[i] === group);
      // Named by its first message: the same topic keeps its id while it grows.
      return [{ id: `own:${messages[0]!.id}`, kind: 'own' as const, label: found.join(', '), messages }];
    }),
  };
}

function toTopic(
  head: Pick<Topic, 'id' | 'kind' | 'label'>,
  messages: readonly MemoryMessage[],
  bucket: Bucket,
): Topic {
  const { id, kind, label } = head;
  return {
    id,
    kind,
    label,
    count: messages.length,
    first_at: messages[0]!.created_at,
    last_at: messages.at(-1)!.created_at,
    buckets: countByBucket(
      messages.map(({ created_at }) => created_at),
      bucket,
    ),
    examples: messages
      .slice(-EXAMPLES)
      .reverse()
      .map(({ message_id }) => message_id),
  };
}

function push(groups: Map<string, MemoryMessage[]>, key: string, message: MemoryMessage): void {
  const group = groups.get(key);
  if (group) group.push(message);
  else groups.set(key, [message]);
}
