import { Command } from 'commander';
import type { Context } from '../context.ts';
import { conversationId, userId } from './arguments.ts';
import type { ChatSession } from './chat-session.ts';
import { withContext } from './run.ts';
import { hasColours, oneLine, type Terminal } from './terminal.ts';

const commands = `/memory [WORDS]  what the last answer built on, or what is remembered about WORDS
/new             begin a new conversation
/help            this list
/quit            end (Ctrl-D does too)
`;

const help = `
${commands}
Where standard input is no terminal, each line of it is a message and each reply is printed.

Examples:
  $ interviewly chat --user user_2abc
  $ echo "How do I ask for a raise?" | interviewly chat --user user_2abc`;

/** How long the end waits for embeddings; what is left stays queued for whoever comes next. */
const drainMs = 8_000;

export function chatCommand(terminal: Terminal): Command {
  return new Command('chat')
    .description('talk to the coach')
    .requiredOption('-u, --user <id>', 'who is talking', userId)
    .option('-c, --conversation <id>', 'go on with this conversation', conversationId)
    .addHelpText('after', help)
    .action(async (options: { user: string; conversation?: string }) => {
      await withContext(terminal, async (context) => {
        const { createCoach } = await import('../features/coach/index.ts');
        const { memory } = context;
        const coach = createCoach({ ...context, config: context.config.chat });
        const { createChatSession } = await import('./chat-session.ts');
        const session = createChatSession({ terminal, memory, coach, ...options });
        try {
          if (terminal.stdin.isTTY) await talk(terminal, session);
          else await readAll(terminal, session);
        } finally {
          await embedLast(terminal, context);
        }
      });
    });
}

/** The interactive form: a line editor with history; Ctrl-C breaks an answer off, and ends where there is none. */
async function talk(terminal: Terminal, session: ChatSession): Promise<void> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: terminal.stdin, output: terminal.stdout, historySize: 200 });
  const prompt = hasColours(terminal) ? '\x1b[1myou>\x1b[0m ' : 'you> ';
  let answering: AbortController | undefined;
  lines.on('SIGINT', () => (answering ? answering.abort() : lines.close()));
  lines.setPrompt(prompt);
  terminal.stdout.write('/help shows what you can type.\n');
  lines.prompt();
  // A loop over the lines, not `question`: that one loses lines which are pasted while an answer is written.
  for await (const line of lines) {
    answering = new AbortController();
    const goesOn = await handled(terminal, session, line, answering.signal);
    answering = undefined;
    if (!goesOn) break;
    lines.prompt();
  }
  lines.close();
}

/** False where the person wants to end. What goes wrong with one message is said, and the talk goes on. */
async function handled(
  terminal: Terminal,
  session: ChatSession,
  line: string,
  signal: AbortSignal,
): Promise<boolean> {
  const [word = '', ...rest] = line.trim().split(/\s+/);
  if (word === '') return true;
  if (!word.startsWith('/')) {
    await session.say(line.trim(), signal);
    return true;
  }
  if (word === '/quit' || word === '/exit') return false;
  if (word === '/new') session.startNew();
  else if (word === '/memory') await session.showMemory(rest.join(' '));
  else if (word === '/help') terminal.stdout.write(commands);
  else terminal.stdout.write(`${oneLine(word)} is no command; /help lists them.\n`);
  return true;
}

/** The form for pipes: no prompt and no commands but a plain answer to each line; a failure ends it. */
async function readAll(terminal: Terminal, session: ChatSession): Promise<void> {
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: terminal.stdin });
  for await (const line of lines) {
    if (line.trim() !== '') await session.say(line.trim(), undefined);
  }
}

async function embedLast(terminal: Terminal, { memory }: Context): Promise<void> {
  const signal = AbortSignal.timeout(drainMs);
  try {
    await memory.queue.drain({ signal, changeOver: false });
  } catch {
    terminal.stderr.write('Some messages wait for their embedding; until then only keywords find them.\n');
  }
}
