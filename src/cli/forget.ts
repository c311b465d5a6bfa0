import { createInterface } from 'node:readline';
import { Command, Option } from 'commander';
import { assertKnownUser } from './known-user.ts';
import { withContext } from './run.ts';
import { oneLine, type Terminal } from './terminal.ts';

const examples = `
Examples:
  $ interviewly forget --user me --message 0192f3c4-...      one message
  $ interviewly forget --user me --conversation 0192f3c0-... a conversation
  $ interviewly forget --user me --matching "my old salary"  shows what fits best, and asks
  $ interviewly forget --user me --everything --yes          all of it, without asking`;

interface Options {
  user: string;
  message?: string;
  conversation?: string;
  matching?: string;
  everything?: boolean;
  yes?: boolean;
}

/** How many messages `--matching` offers: enough to find what was meant, few enough to read. */
const offered = 5;

export function forgetCommand(terminal: Terminal): Command {
  const exclusive = (option: Option) =>
    option.conflicts(
      ['message', 'conversation', 'matching', 'everything'].filter((name) => name !== option.attributeName()),
    );
  return new Command('forget')
    .description('delete what is remembered, from every index')
    .requiredOption('--user <id>', 'whose memory')
    .addOption(exclusive(new Option('--message <id>', 'one message, by its id')))
    .addOption(exclusive(new Option('--conversation <id>', 'a whole conversation')))
    .addOption(exclusive(new Option('--matching <words>', 'messages that say this, after asking for each')))
    .addOption(exclusive(new Option('--everything', 'all that this user ever said')))
    .option('-y, --yes', 'do not ask')
    .addHelpText('after', examples)
    .action(async (options: Options, command: Command) => {
      const { user, message, conversation, matching, everything } = options;
      if (!message && !conversation && !matching && !everything) {
        command.error('error: say what: --message, --conversation, --matching or --everything');
      }
      await withContext(terminal, async ({ memory, store }) => {
        await assertKnownUser(store, user);
        const { agreed, close } = questions(terminal, options);
        let forgotten = 0;
        try {
          if (message) {
            forgotten = Number(await memory.forgetMessage(user, message));
          } else if (conversation) {
            if (await agreed(`Forget the conversation ${conversation}?`))
              forgotten = await memory.forgetConversation(user, conversation);
          } else if (everything) {
            if (await agreed(`Forget everything that ${user} said? This cannot be undone.`))
              forgotten = await memory.forgetEverything(user);
          } else {
            const { results } = await memory.recall(user, { query: matching!, k: offered });
            for (const found of results) {
              terminal.stdout.write(
                `${found.created_at.slice(0, 10)}  ${oneLine(found.text).slice(0, 200)}\n`,
              );
              if (await agreed('Forget this one?'))
                forgotten += Number(await memory.forgetMessage(user, found.id));
            }
          }
        } finally {
          close();
        }
        terminal.stdout.write(`${forgotten} ${forgotten === 1 ? 'message' : 'messages'} forgotten\n`);
      });
    });
}

/** Asks on the terminal; whoever is not there to answer has to say so with --yes: an input that ends means no. */
function questions(
  terminal: Terminal,
  { yes }: Options,
): { agreed(question: string): Promise<boolean>; close(): void } {
  if (yes) return { agreed: async () => true, close() {} };
  const lines = createInterface({ input: terminal.stdin });
  const answers = lines[Symbol.asyncIterator]();
  return {
    async agreed(question) {
      terminal.stdout.write(`${question} [y/N] `);
      const { value, done } = await answers.next();
      if (done) terminal.stdout.write('\n');
      return !done && /^y(?:es)?$/i.test(value.trim());
    },
    close: () => lines.close(),
  };
}
