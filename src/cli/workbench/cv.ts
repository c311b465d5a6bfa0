import path from 'node:path';
import { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { Findings } from '../../features/cv/index.ts';
import { notFound } from '../../kernel/errors.ts';
import { userId } from '../arguments.ts';
import { oneLine, type Terminal } from '../terminal.ts';
import { bytesOf, textOf } from './given.ts';
import { deps, run } from './run.ts';

interface Options {
  user: string;
  job?: string;
  jobFile?: string;
  json?: boolean;
}

const help = `
Files are PDF, Word (.docx), Markdown, plain text, HTML or JSON Resume, told by their content; - reads standard input.

Examples:
  $ interviewly cv add cv.pdf --user me
  $ interviewly cv check --user me
  $ interviewly cv check --user me --job-file posting.txt`;

export function cvCommand(terminal: Terminal): Command {
  const command = new Command('cv').description('add a CV, check it, hold it against a posting');
  command
    .command('add')
    .description('read a CV and keep it')
    .argument('<file>', 'the CV, or - for standard input')
    .requiredOption('-u, --user <id>', 'whose CV', userId)
    .option('--json', 'the CV as JSON Resume')
    .action((file: string, options: Options) =>
      run(terminal, async (context, signal) => {
        const { addCv, importCv, Upload } = await import('../../features/cv/index.ts');
        const upload = new Upload(
          await bytesOf(terminal, file),
          file === '-' ? undefined : path.basename(file),
          'application/octet-stream',
        );
        const cv = await addCv(
          options.user,
          await importCv({ file: upload }, deps(context), signal),
          context,
        );
        if (options.json) return `${JSON.stringify(cv.resume, null, 2)}\n`;
        const { basics, work = [], education = [], skills = [] } = cv.resume;
        const warnings = cv.warnings.map(({ message }) => `  ! ${oneLine(message)}\n`).join('');
        return (
          `CV ${cv.id} (${cv.file_type}, read by ${cv.engine})\n` +
          `  ${[basics?.name, basics?.label, basics?.email]
            .filter(Boolean)
            .map((part) => oneLine(part!))
            .join(', ')}\n` +
          `  ${work.length} jobs, ${education.length} schools, ${skills.length} groups of skills\n${warnings}`
        );
      }),
    );
  command
    .command('list')
    .description('list the CVs')
    .requiredOption('-u, --user <id>', 'whose CVs', userId)
    .action((options: Options) =>
      run(terminal, async (context) => {
        const { listCvs } = await import('../../features/cv/index.ts');
        const { cvs } = await listCvs(options.user, { limit: 100 }, context);
        if (cvs.length === 0) return 'no CV yet: interviewly cv add FILE\n';
        return cvs
          .map(
            (cv) =>
              `${cv.id}  ${cv.created_at.slice(0, 10)}  ${oneLine([cv.filename, cv.name].filter(Boolean).join(', '))}\n`,
          )
          .join('');
      }),
    );
  command
    .command('check')
    .description('check a CV, the newest unless one is named, and hold it against a posting')
    .argument('[id]', 'of the CV')
    .requiredOption('-u, --user <id>', 'whose CV', userId)
    .option('--job <id>', 'of a saved posting')
    .option('--job-file <file>', 'a posting as text, or - for standard input')
    .option('--json', 'the whole analysis as JSON')
    .action((id: string | undefined, options: Options) =>
      run(terminal, async (context, signal) => {
        const { createAnalysis } = await import('../../features/cv/index.ts');
        const job_text = options.jobFile && (await textOf(terminal, options.jobFile));
        const cv = id ?? (await newestCv(context, options.user));
        const aim = { ...(options.job && { job_id: options.job }), ...(job_text && { job_text }) };
        const analysis = await createAnalysis(deps(context), options.user, cv, aim, signal);
        return options.json ? `${JSON.stringify(analysis, null, 2)}\n` : report(analysis);
      }),
    );
  return command.addHelpText('after', help);
}

/** The newest CV's id; where there is none, how to add one. */
export async function newestCv({ store }: Pick<Context, 'store'>, user: string): Promise<string> {
  const { latestCv } = await import('../../features/cv/index.ts');
  const { identitiesOf } = await import('../../features/account/index.ts');
  const cv = await store.read(async (db) => latestCv(db, await identitiesOf(db, user)));
  if (!cv) throw notFound(`CV of ${user} (interviewly cv add FILE)`);
  return cv.id;
}

function report({ readability, writing, job_match, engine }: Findings): string {
  const lines = [
    ...group('Readability', readability),
    ...group('Writing', writing),
    'items' in writing.judgements
      ? `Judged by ${engine}; --json has the judgements.`
      : `Not assessed: ${oneLine(writing.judgements.not_assessed)}.`,
  ];
  if (job_match) {
    const { required, preferred, listed, supported, missing } = job_match;
    const names = (skills: typeof missing, kind: string) =>
      skills.filter((skill) => skill.kind === kind).map(({ name }) => name);
    const line = (label: string, found: string[]) =>
      found.length > 0 ? [`  ${label}: ${found.join(', ')}`] : [];
    lines.push(
      '',
      `Match: ${required.met} of ${required.total} required, ${preferred.met} of ${preferred.total} preferred`,
      ...line('listed', [...names(listed, 'required'), ...names(listed, 'preferred')]),
      ...line('shown in prose', [...names(supported, 'required'), ...names(supported, 'preferred')]),
      ...line('missing, required', names(missing, 'required')),
      ...line('missing, preferred', names(missing, 'preferred')),
    );
  }
  return `${lines.join('\n')}\n`;
}

function group(title: string, { passed, total, checks }: Findings['readability']): string[] {
  const failed = checks.filter((check) => check.passed === false);
  return [
    `${title}: ${passed} of ${total} passed`,
    ...failed.map(
      ({ severity, message, action }) =>
        `  ${severity.padEnd(6)} ${oneLine(message)}\n         ${oneLine(action ?? '')}`,
    ),
  ];
}
