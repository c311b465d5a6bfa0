import { Command, Option } from 'commander';
import type { Recalled, RecallMode, RecallResult, Role } from '../memory/index.ts';
import { instant, userId, utcOffsetHere, wholeNumber } from './arguments.ts';
import { excerpt, highlight, stemsOf } from './highlight.ts';
import { assertKnownUser } from './known-user.ts';
import { withContext } from './run.ts';
import { hasColours, oneLine, type Terminal, widthOf } from './terminal.ts';

interface Options {
  user: string;
  k: number;
  mode: RecallMode;
  since?: Date;
  until?: Date;
  conversation?: string;
  role?: Role;
  json?: boolean;
  explain?: boolean;
}

const help = `
hybrid weighs meaning and words together; semantic and keyword take one of them. Times are UTC; words for them in the
question, such as «yesterday», go by this machine's clock. The per cent after a score say how likely the message is
evidence for the question; only hybrid knows.

Examples:
  $ interviewly recall "How do I negotiate salary?" --user user_2abc
  $ interviewly recall "notice period" --user user_2abc -k 3 --role user --since 2024-01-01 --explain`;

export function recallCommand(terminal: Terminal): Command {
  return new Command('recall')
    .description('find what a user said before')
    .argument('<question>', 'what to look for')
    .requiredOption('-u, --user <id>', 'whose memory', userId)
    .option('-k <number>', 'how many messages, 1 to 100', wholeNumber(1, 100), 5)
    .addOption(
      new Option('-m, --mode <mode>', 'how to search')
        .choices(['hybrid', 'semantic', 'keyword'])
        .default('hybrid'),
    )
    .option('--since <time>', 'only messages from then on', instant(false))
    .option('--until <time>', 'only messages up to then', instant(true))
    .option('--conversation <id>', 'only messages of this conversation')
    .addOption(new Option('--role <role>', 'only what this side said').choices(['user', 'assistant']))
    .option('--explain', 'say what each score is made of')
    .option('--json', 'the answer as JSON')
    .addHelpText('after', help)
    .action(async (question: string, options: Options) => {
      await withContext(terminal, async ({ store, memory }) => {
        await assertKnownUser(store, options.user);
        const { since, until, conversation, role } = options;
        const answer = await memory.recall(options.user, {
          query: question,
          k: options.k,
          mode: options.mode,
          filters: { since, until, conversation_id: conversation, role },
          explain: options.explain,
          utc_offset: utcOffsetHere(),
        });
        const { pending } = await memory.queue.status();
        if (pending > 0) {
          terminal.stderr.write(
            `${pending} messages wait for their embedding; until then only keywords find them.\n`,
          );
        }
        terminal.stdout.write(
          options.json ? `${JSON.stringify(answer, null, 2)}\n` : listing(terminal, question, answer),
        );
      });
    });
}

function listing(terminal: Terminal, question: string, { results, mode, degraded }: RecallResult): string {
  const why = degraded ? `: ${oneLine(degraded)}` : '';
  if (results.length === 0) return `nothing found (mode ${mode}${why})\n`;
  const stems = stemsOf(question);
  const width = widthOf(terminal);
  const lines = results.flatMap((result, i) => entry(terminal, result, i + 1, { stems, width }));
  return `${lines.join('\n')}\n(mode ${mode}${why})\n`;
}

/** Rank, date, speaker, score and confidence in columns of one width each, then as much of the text as the line holds. */
function entry(
  terminal: Terminal,
  result: Recalled,
  rank: number,
  { stems, width }: { stems: Set<string>; width: number },
): string[] {
  const speaker = oneLine(result.role).padEnd(9);
  const head = `${String(rank).padStart(3)}  ${result.created_at.slice(0, 10)}  ${speaker}  ${score(result.score)}${certainty(result)}  `;
  const text = excerpt(oneLine(result.text), stems, Math.max(20, width - head.length));
  const line = `${head}${hasColours(terminal) ? highlight(text, stems) : text}`;
  if (!result.explain) return [line];
  const parts = Object.entries(result.explain).map(([name, value]) => `${name} ${score(value)}`);
  return [line, `       ${parts.join(', ')}`];
}

function score(value: number): string {
  return value.toFixed(3).padStart(6);
}

/** Nothing where the mode knows nothing of it, so that the columns stay of one width. */
function certainty({ confidence }: Recalled): string {
  if (confidence === undefined) return '';
  const percent = confidence > 0 && confidence < 0.01 ? '<1' : Math.round(confidence * 100);
  return `  ${`${percent}%`.padStart(4)}`;
}
