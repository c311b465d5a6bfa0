import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

export type { Logger };

/**
 * The one logger; rooms take named children of it. Message texts and secrets are never passed to it; the paths
 * below are a second line of defence for objects that carry them.
 */
export function createLogger(options: { level: string; destination?: DestinationStream }): Logger {
  return pino(
    {
      level: options.level,
      redact: {
        paths: [
          'req.headers.authorization',
          'req.headers.cookie',
          '*.password',
          '*.apiKey',
          '*.token',
          '*.text',
        ],
        censor: '[redacted]',
      },
    },
    options.destination ?? standardError(),
  );
}

/** JSON lines for machines; where a person is looking, lines a person can read. */
function standardError(): DestinationStream {
  if (!process.stderr.isTTY) return pino.destination({ dest: 2, sync: true });
  return pretty({
    destination: 2,
    sync: true,
    colorize: true,
    singleLine: true,
    translateTime: 'HH:MM:ss',
    ignore: 'pid,hostname',
  });
}
