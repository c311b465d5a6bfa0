import type { Terminal } from './terminal.ts';

export interface Progress {
  update(done: number, total: number): void;
  /** Ends the line, so that what follows starts on one of its own. */
  stop(): void;
}

/** A log file that gets a line each time would hold little else. */
const linePauseMs = 5_000;

/** A moving bar where a person looks, a plain line now and then elsewhere; on stderr, as it is no result. */
export async function createProgress(terminal: Terminal, label: string): Promise<Progress> {
  const { stderr } = terminal;
  if (!stderr.isTTY) return plainProgress(stderr, label);
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar(
    { format: `${label} [{bar}] {value}/{total}, {duration_formatted}`, stream: stderr, hideCursor: true },
    cliProgress.Presets.legacy,
  );
  let started = false;
  return {
    update(done, total) {
      if (total === 0) return;
      if (!started) bar.start(total, done);
      started = true;
      bar.setTotal(total);
      bar.update(done);
    },
    stop() {
      if (started) bar.stop();
    },
  };
}

function plainProgress(stream: NodeJS.WritableStream, label: string): Progress {
  let lastAt = Date.now();
  return {
    update(done, total) {
      if (Date.now() - lastAt < linePauseMs) return;
      lastAt = Date.now();
      stream.write(`${label} ${done}/${total}\n`);
    },
    stop() {},
  };
}
