import { Command } from 'commander';
import { configOf } from './run.ts';
import type { Terminal } from './terminal.ts';

export function serveCommand(terminal: Terminal): Command {
  return new Command('serve')
    .description('serve the web app and the API (the default)')
    .addHelpText(
      'after',
      '\nExample:\n  $ PORT=8080 interviewly serve\n\nHOST and PORT say where it listens, 127.0.0.1 and 8000 by default. Ctrl-C ends it in good order.',
    )
    .argument('[nothing...]')
    .action(async (words: string[], _options: unknown, command: Command) => {
      // As the default command it also gets the misspelt names of others.
      if (words.length > 0) command.error(`error: unknown command '${words[0]}'`);
      const config = configOf(terminal);
      const [{ createContext }, { serve }] = await Promise.all([
        import('../context.ts'),
        import('../http/index.ts'),
      ]);
      await serve(createContext(config), { web: true });
    });
}
