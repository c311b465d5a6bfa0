import type { Coach, CoachReply } from '../features/coach/index.ts';
import { dayAt } from '../kernel/clock.ts';
import { type Memory, relevant } from '../memory/index.ts';
import { utcOffsetHere } from './arguments.ts';
import { sentences } from './failure.ts';
import { excerpt, stemsOf } from './highlight.ts';
import { hasColours, oneLine, printable, type Terminal, widthOf } from './terminal.ts';

/** A talk with the coach as a terminal shows it. */
export interface ChatSession {
  say(message: string, signal: AbortSignal | undefined): Promise<void>;
  startNew(): void;
  /** What the last answer built on; with words, what is remembered about them. */
  showMemory(about: string): Promise<void>;
}

type Shown = { text: string; created_at: string };

interface Parts {
  terminal: Terminal;
  memory: Memory;
  coach: Coach;
  user: string;
  conversation?: string;
}

export function createChatSession({ terminal, memory, coach, user, conversation }: Parts): ChatSession {
  const isPerson = terminal.stdin.isTTY === true;
  let conversationId = conversation;
  let last: Shown[] = [];

  const print = (text: string) => terminal.stdout.write(text);
  const dimmed = (text: string) => (hasColours(terminal) ? `\x1b[2m${text}\x1b[0m` : text);

  function list(shown: Shown[], about: string): void {
    const stems = stemsOf(about);
    for (const { text, created_at } of shown) {
      const head = `  ${dayAt(created_at, utcOffsetHere())}  `;
      print(`${dimmed(head + excerpt(oneLine(text), stems, widthOf(terminal) - head.length))}\n`);
    }
  }

  async function show(reply: CoachReply, message: string): Promise<void> {
    for await (const piece of reply.text) print(printable(piece));
    print('\n');
    const { memories, sources, failure } = await reply.done;
    last = memories;
    if (memories.length > 0) {
      print(dimmed('\nfrom what was said before:\n'));
      list(memories, message);
    }
    for (const source of sources) {
      // A remembered message stands above, with its words.
      if (source.kind !== 'memory')
        print(dimmed(`${source.kind}: ${oneLine(source.title)} (${source.id})\n`));
    }
    if (isPerson) print(`${dimmed(`(${oneLine(reply.engine)})`)}\n`);
    if (failure && failure.code !== 'reply_broken_off') throw failure;
  }

  return {
    async say(message, signal) {
      try {
        const utcOffset = utcOffsetHere();
        const reply = await coach.reply({ user, message, conversationId, utcOffset, signal });
        conversationId = reply.conversationId;
        await show(reply, message);
      } catch (error) {
        if (!isPerson) throw error;
        if (signal?.aborted) print('\n(broken off)\n');
        else terminal.stderr.write(`${lineOf(error)}\n`);
      }
    },

    startNew() {
      conversationId = undefined;
      last = [];
      print('A new conversation; what was said before is remembered.\n');
    },

    async showMemory(about) {
      if (about === '') {
        if (last.length === 0) print('The last answer built on nothing that was said before.\n');
        list(last, '');
        return;
      }
      const { results } = await memory.recall(user, { query: about, k: 5, utc_offset: utcOffsetHere() });
      const enough = relevant(results);
      if (results.length === 0) print('Nothing is remembered about that.\n');
      else if (enough.length === 0) print('Nothing relevant enough was found.\n');
      list([...enough], about);
    },
  };
}

function lineOf(error: unknown): string {
  const { message, remedy } = error as { message: string; remedy?: string };
  return sentences(message, remedy);
}
