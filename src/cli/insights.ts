import { Command } from 'commander';
import type { Analytics } from '../features/analytics/index.ts';
import { Ended, exitStatus } from './failure.ts';
import { createProgress } from './progress.ts';
import { interruptible, withContext } from './run.ts';
import { oneLine, type Terminal } from './terminal.ts';

const examples = `
A running server does this by itself. Nothing is shown that fewer than INSIGHTS_MIN_PEOPLE different people stand
behind (5 by default), and no text of anybody.

Examples:
  $ interviewly insights
  $ interviewly insights --refresh
  $ interviewly insights --status --json`;

interface Options {
  refresh?: boolean;
  status?: boolean;
  json?: boolean;
}

export function insightsCommand(terminal: Terminal): Command {
  return new Command('insights')
    .description('show what people ask most and what is answered badly, over everybody')
    .option('--refresh', 'cluster everything anew first')
    .option('--status', 'show how far the analytics are, and do nothing')
    .option('--json', 'as JSON')
    .addHelpText('after', examples)
    .action(async (options: Options) => {
      await interruptible((signal) =>
        withContext(terminal, async ({ analytics }) => {
          if (options.status) return show(terminal, await analytics.status(), options, statusText);
          if (options.refresh) await analytics.request();
          await work(terminal, analytics, signal);
          const found = { ...(await analytics.clusters()), ...(await analytics.gaps()) };
          show(terminal, found, options, reportText);
        }),
      );
    });
}

/** One turn in this process, with its progress. */
async function work(terminal: Terminal, analytics: Analytics, signal: AbortSignal): Promise<void> {
  const progress = await createProgress(terminal, 'insights');
  try {
    const worked = await analytics.work({
      signal,
      onProgress: (_phase, done, total) => progress.update(done, total),
    });
    progress.stop();
    if (worked === 'busy')
      terminal.stderr.write('another process works on it; this is what there is so far\n');
    if (worked === 'waiting') {
      terminal.stderr.write(
        'some messages wait for their embedding («interviewly embed») and are not in it yet\n',
      );
    }
  } catch (error) {
    progress.stop();
    if (!signal.aborted) throw error;
    terminal.stderr.write('interrupted; the next run goes on from here\n');
    throw new Ended(exitStatus.interrupted);
  }
}

function show<T>(terminal: Terminal, value: T, options: Options, text: (value: T) => string): void {
  terminal.stdout.write(options.json ? `${JSON.stringify(value, null, 2)}\n` : text(value));
}

function statusText({
  running,
  progress,
  last_run,
  error,
}: Awaited<ReturnType<Analytics['status']>>): string {
  const lines = [running ? 'running' : 'not running'];
  if (progress) lines.push(`${progress.phase} ${progress.done} of ${progress.total} messages`);
  if (last_run) {
    const { finished_at, messages, clusters, gaps, engine } = last_run;
    lines.push(
      `last clustering ${finished_at}: ${messages} messages, ${clusters} clusters, ${gaps} gaps, by ${engine}`,
    );
  }
  if (error) lines.push(oneLine(error));
  return `${lines.join('\n')}\n`;
}

type Report = Awaited<ReturnType<Analytics['clusters']>> & Awaited<ReturnType<Analytics['gaps']>>;

function reportText({ clusters, gaps, min_people, questions }: Report): string {
  const line = (one: { title: string; messages: number; people: number }) =>
    `  ${String(one.people).padStart(5)} people ${String(one.messages).padStart(6)} questions  ${oneLine(one.title)}\n`;
  const hidden = `with at least ${min_people} people`;
  return [
    `${questions} questions. Asked most, ${hidden}:\n`,
    ...(clusters.length > 0 ? clusters.map(line) : ['  none\n']),
    `Answered badly, ${hidden}:\n`,
    ...(gaps.length > 0 ? gaps.map(line) : ['  none\n']),
  ].join('');
}
