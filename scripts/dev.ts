import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/*
 * The server, restarted when its files change, and Vite with hot reload before it: one command, one Ctrl-C. Vite passes
 * the API's paths on to the server.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const port = process.env.PORT ?? '8000';

function start(words: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, words, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
}

const children = [
  start(['--watch', 'src/main.ts', 'serve'], { PORT: port, WEB_BUILD: 'False' }),
  start(['node_modules/vite/bin/vite.js', 'web', '--clearScreen', 'false'], {
    API_URL: `http://127.0.0.1:${port}`,
  }),
];

function end(): void {
  for (const child of children) child.kill('SIGTERM');
}
process.once('SIGINT', end);
process.once('SIGTERM', end);
for (const child of children) {
  child.once('exit', (status) => {
    process.exitCode ||= status ?? 0;
    end();
  });
}
