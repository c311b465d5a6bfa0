import { type Unreadable, UnreadableFile } from './failures.ts';
import { readDocument } from './read.ts';
import type { ReadDocument } from './types.ts';

/** What the parent asks for. */
export interface Task {
  bytes: Uint8Array;
  filename: string | undefined;
}

/** What it gets: the document, or why there is none. */
export type Outcome = { document: ReadDocument } | { reason: Unreadable };

export async function work({ bytes, filename }: Task): Promise<Outcome> {
  try {
    return { document: await readDocument(bytes, filename) };
  } catch (error) {
    // A reader that stumbles over a file says as much as that the file is not as it should be.
    return { reason: error instanceof UnreadableFile ? error.reason : 'damaged' };
  }
}
