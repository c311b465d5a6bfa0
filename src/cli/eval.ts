import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import type { Conversation } from '../../evals/conversations.ts';
import type { Report } from '../../evals/report.ts';
import type { Config, DatabaseConfig } from '../config/index.ts';
import { loadEnvironment, parseDatabaseUrl } from '../config/index.ts';
import { AppError } from '../kernel/errors.ts';
import type { RecallMode } from '../memory/index.ts';
import { Ended, exitStatus } from './failure.ts';
import { createProgress } from './progress.ts';
import { configOf, interruptible } from './run.ts';
import type { Terminal } from './terminal.ts';

const modes: RecallMode[] = ['hybrid', 'semantic', 'keyword'];
const evalsFolder = fileURLToPath(new URL('../../evals/', import.meta.url));

const help = `
The files and the measures are described in evals/README.md. Vectors are kept in evals/.cache, so that only the first
run embeds.

With --database the conversations are loaded as users of their own, called eval-..., and taken out again at the end,
also where it fails or is interrupted; only a process that is killed leaves them. The configured embedding engine
becomes that database's: use one to try things in, not one that serves people.

Examples:
  $ interviewly eval ~/conversations
  $ interviewly eval ~/conversations --arms hybrid --database postgresql://localhost/scratch --json`;

interface Options {
  json?: boolean;
  arms: RecallMode[];
  database?: string;
  write?: boolean;
}

export function evalCommand(terminal: Terminal): Command {
  return new Command('eval')
    .description('measure how well recall finds known evidence')
    .argument('<folder>', 'a folder of conversation files with questions')
    .option('--arms <modes>', 'which modes, separated by commas', armsOf, modes)
    .option('--database <url>', 'where to load them; a temporary SQLite file by default')
    .option('--json', 'the report as JSON')
    .option('--write', 'also write it to evals/RESULTS.md')
    .addHelpText('after', help)
    .action(async (folder: string, options: Options) => {
      const report = await evaluate(terminal, await conversationsIn(terminal, folder), options);
      const { renderReport } = await import('../../evals/report.ts');
      const text = renderReport(report);
      terminal.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : text);
      if (!options.write) return;
      const { recallSection, writeSection } = await import('../../evals/results-file.ts');
      const inside = path.relative(evalsFolder, path.resolve(terminal.cwd, folder));
      const { name, page } = recallSection(inside, text, new Date());
      await writeSection(path.join(evalsFolder, 'RESULTS.md'), name, page);
    });
}

function armsOf(text: string): RecallMode[] {
  const arms = text.split(',').map((arm) => arm.trim());
  const wrong = arms.find((arm) => !modes.some((mode) => mode === arm));
  if (wrong !== undefined) throw new InvalidArgumentError(`Known are ${modes.join(', ')}.`);
  return modes.filter((mode) => arms.includes(mode));
}

async function conversationsIn(terminal: Terminal, folder: string): Promise<Conversation[]> {
  const { checkFile, findFiles } = await import('../memory/transfer/index.ts');
  const { readConversation } = await import('../../evals/conversations.ts');
  const files = (await findFiles([folder], terminal.cwd)).filter(isConversation);
  if (files.length === 0) throw nothingIn(`${folder}: no .json file in this folder.`);
  const conversations: Conversation[] = [];
  for (const file of files) {
    const { problems } = await checkFile(file);
    for (const { line, problem } of problems) {
      terminal.stderr.write(`interviewly: ${file}${line ? `:${line}` : ''}: ${problem}\n`);
    }
    if (problems.length > 0) throw new Ended(exitStatus.failed);
    conversations.push(await readConversation(file));
  }
  if (!conversations.some(({ questions }) => questions.some(({ evidence }) => evidence.length > 0)))
    throw nothingIn(`${folder}: no question with evidence in any of its files.`);
  return conversations;
}

/** A report of nothing would look like one of something. */
const nothingIn = (detail: string) =>
  new AppError('invalid_input', {
    status: 400,
    title: 'The input is not valid',
    detail,
    remedy: 'evals/README.md describes the format.',
  });

const isConversation = (file: string) => path.extname(file).toLowerCase() === '.json';

async function evaluate(
  terminal: Terminal,
  conversations: Conversation[],
  options: Options,
): Promise<Report> {
  const folder = await mkdtemp(path.join(tmpdir(), 'interviewly-eval-'));
  try {
    const temporary: DatabaseConfig = { kind: 'sqlite', path: path.join(folder, 'eval.db') };
    const given = options.database;
    const env = loadEnvironment(terminal);
    const database = given ? parseDatabaseUrl(given, { cwd: terminal.cwd, env }) : temporary;
    const config = { ...configOf(terminal), database };
    return await interruptible(async (signal) => {
      try {
        return await evaluateOn(terminal, config, conversations, { ...options, signal });
      } catch (error) {
        throw signal.aborted ? new Ended(exitStatus.interrupted) : error;
      }
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function evaluateOn(
  terminal: Terminal,
  config: Config,
  conversations: Conversation[],
  { arms: modes, database: given, signal }: Options & { signal: AbortSignal },
): Promise<Report> {
  const { createContext } = await import('../context.ts');
  const { createEmbeddingEngine } = await import('../ai/index.ts');
  const { cachedEmbedding } = await import('../../evals/cached-embedding.ts');
  const { loadConversations, runArm, unloadConversations } = await import('../../evals/run.ts');
  const { runConfidence } = await import('../../evals/confidence-run.ts');
  const embedding = cachedEmbedding(
    createEmbeddingEngine(config.embedding),
    path.join(evalsFolder, '.cache'),
  );
  const context = createContext({ ...config, logLevel: 'fatal' }, { embedding });
  let isPrepared = false;
  try {
    await context.store.prepare();
    isPrepared = true;
    await loadConversations(context, conversations, signal);
    await drained(terminal, context.memory, signal);
    const asked = conversations.flatMap(({ questions }) => questions.map(({ question }) => question));
    const questions = asked.length;
    // Before the clock runs: else the first mode would pay for the embeddings that the others find in the cache.
    for (let at = 0; at < questions; at += embedding.maxBatch) {
      await embedding.embed(asked.slice(at, at + embedding.maxBatch), signal);
    }
    const arms: Report['arms'] = [];
    for (const arm of modes) {
      const progress = await createProgress(terminal, arm);
      const onProgress = (done: number) => {
        signal.throwIfAborted();
        progress.update(done, questions);
      };
      arms.push(await runArm(context, arm, conversations, onProgress).finally(() => progress.stop()));
    }
    const isHybrid = modes.includes('hybrid');
    signal.throwIfAborted();
    const confidence = isHybrid ? await runConfidence(context.memory, conversations) : undefined;
    return {
      embedding: embedding.name,
      database: context.store.kind,
      conversations: conversations.length,
      messages: conversations.reduce((sum, { messages }) => sum + messages.length, 0),
      arms,
      ...(confidence && { confidence }),
    };
  } finally {
    // The temporary one goes as a whole.
    if (given && isPrepared)
      await unloadConversations(context.memory, conversations).catch(() => {
        terminal.stderr.write('interviewly: the users eval-... of this run could not be taken out again\n');
      });
    await context.close();
  }
}

async function drained(
  terminal: Terminal,
  memory: { queue: { drain: DrainQueue } },
  signal: AbortSignal,
): Promise<void> {
  const progress = await createProgress(terminal, 'embedding');
  let total = 0;
  await memory.queue.drain({
    signal,
    onProgress(remaining) {
      total = Math.max(total, remaining);
      progress.update(total - remaining, total);
    },
  });
  progress.stop();
}

type DrainQueue = (options: { signal: AbortSignal; onProgress(remaining: number): void }) => Promise<void>;
