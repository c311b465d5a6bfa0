import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/logger.ts';
import { createWeb, type Web, type WebOptions } from './fetch/web.ts';
import { createReader, type PostingReader, type ReaderOptions } from './reading/reader.ts';

/** What reading postings needs beside the database: the web, and threads to read in. */
export interface PostingTools {
  web: Web;
  reader: PostingReader;
  close(): Promise<void>;
}

export interface PostingToolsOptions {
  /** Tests say here where names lead and which addresses may be reached; the program uses what is usual. */
  web?: WebOptions;
  reader?: ReaderOptions;
  clock?: Clock;
  logger?: Logger;
}

/** Nothing is started or connected before the first posting comes. */
export function createPostingTools({ web, reader, clock, logger }: PostingToolsOptions = {}): PostingTools {
  const threads = createReader({ logger, ...reader });
  return { web: createWeb({ clock, ...web }), reader: threads, close: () => threads.close() };
}
