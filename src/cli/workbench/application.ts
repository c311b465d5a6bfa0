import { Argument, Command, Option } from 'commander';
import type { Application, Stage } from '../../features/applications/index.ts';
import { userId } from '../arguments.ts';
import { oneLine, type Terminal } from '../terminal.ts';
import { run } from './run.ts';

/** As the feature has them; it is loaded when a command runs, so that help answers at once. A test compares the two. */
export const stageNames = [
  'saved',
  'applied',
  'screening',
  'interview',
  'offer',
  'accepted',
  'rejected',
  'withdrawn',
  'ghosted',
] as const satisfies readonly Stage[];

interface Options {
  user: string;
  job: string;
  stage: Stage;
  note?: string;
  json?: boolean;
}

const help = `
Examples:
  $ interviewly application add --job 0198... --stage applied --user me
  $ interviewly application move 0198... interview --user me
  $ interviewly application due --user me`;

export function applicationCommand(terminal: Terminal): Command {
  const command = new Command('application').description('track applications');
  const user = () =>
    new Option('-u, --user <id>', 'whose applications').argParser(userId).makeOptionMandatory();
  const json = () => new Option('--json', 'as JSON');
  command
    .command('add')
    .description('track an application for a saved posting')
    .addOption(user())
    .requiredOption('--job <id>', 'of the posting')
    .addOption(new Option('--stage <stage>', 'where it stands').choices(stageNames).default('saved'))
    .addOption(json())
    .action((options: Options) =>
      run(terminal, async (context) => {
        const { createApplication } = await import('../../features/applications/index.ts');
        const { application, created } = await createApplication(
          context,
          options.user,
          { job_id: options.job, stage: options.stage },
          'person',
        );
        return shown(options, application, created ? '' : 'tracked already: ');
      }),
    );
  command
    .command('move')
    .description('say where an application stands now')
    .argument('<id>', 'of the application')
    .addArgument(new Argument('<stage>', 'where it stands').choices(stageNames))
    .addOption(user())
    .option('--note <text>', 'what to write beside it')
    .addOption(json())
    .action((id: string, stage: Stage, options: Options) =>
      run(terminal, async (context) => {
        const { changeApplication } = await import('../../features/applications/index.ts');
        const change = { stage, ...(options.note !== undefined && { note: options.note }) };
        return shown(options, await changeApplication(context, options.user, id, change, 'person'));
      }),
    );
  command
    .command('list')
    .description('list applications, the latest first')
    .addOption(user())
    .addOption(json())
    .action((options: Options) =>
      run(terminal, async ({ store, clock }) => {
        const { listApplications } = await import('../../features/applications/index.ts');
        const { identitiesOf } = await import('../../features/account/index.ts');
        const { applications } = await store.read(async (db) =>
          listApplications(db, await identitiesOf(db, options.user), { limit: 500 }, clock.now()),
        );
        if (options.json) return `${JSON.stringify(applications, null, 2)}\n`;
        return applications.length === 0
          ? 'no application yet\n'
          : applications.map((one) => line(one)).join('');
      }),
    );
  command
    .command('due')
    .description('what to follow up on this week')
    .addOption(user())
    .addOption(json())
    .action((options: Options) =>
      run(terminal, async ({ store, clock }) => {
        const { dueFollowUps } = await import('../../features/applications/index.ts');
        const { identitiesOf } = await import('../../features/account/index.ts');
        const items = await store.read(async (db) =>
          dueFollowUps(db, await identitiesOf(db, options.user), clock.now()),
        );
        if (options.json) return `${JSON.stringify(items, null, 2)}\n`;
        if (items.length === 0) return 'nothing is due\n';
        return items
          .map(
            ({ title, company, why, suggestion }) =>
              `${oneLine([title, company].filter(Boolean).join(', '))}\n  ${oneLine(why)}\n  ${oneLine(suggestion)}\n`,
          )
          .join('');
      }),
    );
  return command.addHelpText('after', help);
}

function shown({ json }: Options, application: Application, prefix = ''): string {
  return json ? `${JSON.stringify(application, null, 2)}\n` : line(application, prefix);
}

function line({ id, stage, job }: Application, prefix = ''): string {
  return `${prefix}${id}  ${stage.padEnd(9)}  ${oneLine([job.title, job.company].filter(Boolean).join(', '))}\n`;
}
