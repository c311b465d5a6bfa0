import { dayAt, wallClock } from '../../kernel/clock.ts';
import type { MemoryMessage } from '../../memory/types.ts';
import type { Piece } from '../../playbook/index.ts';
import type { Fact } from '../facts/index.ts';
import type { Thing } from './workbench/index.ts';

/** A remembered message as an answer shows it. */
export interface ShownMemory {
  id: string;
  message_id: string;
  text: string;
  role: 'user' | 'assistant';
  conversation_id: string | null;
  created_at: string;
}

/** One thing an answer rests on. `cited`: the answer names it; else it was before the engine and may have shaped it. */
export type Source =
  | { kind: 'memory'; id: string; title: string; created_at: string; cited: boolean }
  | { kind: 'playbook'; id: string; title: string; topic: string; references: string[]; cited: boolean }
  | { kind: Thing['kind']; id: string; title: string; cited: boolean }
  | { kind: 'fact'; id: string; title: string; cited: boolean };

/** Collects what was put before the engine, by the coach or by a tool, each once and in that order. */
export class Material {
  readonly #memories = new Map<string, ShownMemory>();
  readonly #pieces = new Map<string, Piece>();
  readonly #things = new Map<string, Thing>();
  readonly #facts = new Map<string, Fact>();
  readonly #utcOffset: number | undefined;

  /** `utcOffset`: how far the reader's clock is ahead of UTC, in minutes; an answer names days by it. */
  constructor(utcOffset?: number) {
    this.#utcOffset = utcOffset;
  }

  addMemories(messages: readonly MemoryMessage[]): void {
    for (const message of messages)
      if (!this.#memories.has(message.id)) this.#memories.set(message.id, show(message));
  }

  addPieces(pieces: readonly Piece[]): void {
    for (const piece of pieces) this.#pieces.set(piece.id, piece);
  }

  /** CVs, postings, applications and letters. One that changed meanwhile is named as it is now. */
  addThings(things: readonly Thing[]): void {
    for (const thing of things) this.#things.set(`${thing.kind} ${thing.id}`, thing);
  }

  /** What is known of the person. Their sources are named without what they say: that goes when it is forgotten. */
  addFacts(facts: readonly Fact[]): void {
    for (const fact of facts) this.#facts.set(fact.id, fact);
  }

  memories(): ShownMemory[] {
    return [...this.#memories.values()];
  }

  /**
   * The sources of an answer, those it names first. A memory is named by its date, a piece by its id or title,
   * other things by their id or a name of theirs.
   */
  sources(answer: string): Source[] {
    const sources: Source[] = [
      ...this.memories().map((memory): Source => {
        const { id, role, created_at } = memory;
        const title = `What ${role === 'user' ? 'you' : 'the coach'} said on ${dayAt(created_at, this.#utcOffset)}`;
        const cited = namesDay(answer, wallClock(created_at, this.#utcOffset));
        return { kind: 'memory', id, title, created_at, cited };
      }),
      ...[...this.#pieces.values()].map((piece): Source => {
        const { id, title, topic, sources: references } = piece;
        const cited =
          answer.includes(`(${id})`) || answer.includes(`playbook:${id}`) || answer.includes(title);
        return { kind: 'playbook', id, title, topic, references, cited };
      }),
      ...[...this.#things.values()].map(
        ({ kind, id, title, names }): Source => ({
          kind,
          id,
          title,
          cited: namesThing(answer, [id, ...names]),
        }),
      ),
      ...[...this.#facts.values()].map(({ id, kind, value, said_at }): Source => {
        const title = `${kind.replaceAll('_', ' ')}, ${said_at.slice(0, 10)}`;
        return { kind: 'fact', id, title, cited: namesThing(answer, [value]) };
      }),
    ];
    return sources.sort((a, b) => Number(b.cited) - Number(a.cited));
  }
}

function show({ id, message_id, text, role, conversation_id, created_at }: MemoryMessage): ShownMemory {
  return { id, message_id, text, role, conversation_id, created_at };
}

/** Whether a text has one of the names as whole words; signs and case make no difference. */
function namesThing(text: string, names: readonly string[]): boolean {
  const words = (part: string) =>
    ` ${part
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  const whole = words(text);
  return names.some((name) => words(name).trim() !== '' && whole.includes(words(name)));
}

/** Whether a text names a day: 2024-03-15, 15 March 2024, or March 15, 2024. */
function namesDay(text: string, date: Date): boolean {
  const month = date.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  const [day, year] = [date.getUTCDate(), date.getUTCFullYear()];
  const spelled = new RegExp(
    `\\b(?:${day}(?:st|nd|rd|th)? ${month}|${month} ${day}(?:st|nd|rd|th)?),? ${year}\\b`,
    'i',
  );
  return text.includes(dayAt(date)) || spelled.test(text);
}
