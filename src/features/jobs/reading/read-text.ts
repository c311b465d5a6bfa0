import { emptyDraft, fill, type PostingDraft } from './draft.ts';
import { finish } from './finish.ts';
import { tidyText } from './plain.ts';
import type { Given } from './read.ts';
import type { PostingReader } from './reader.ts';
import { readText } from './text.ts';

/** Reads copied text; what pages need is not loaded for it. */
export function readCopiedText(text: string, given: Given): PostingDraft {
  const draft = emptyDraft('text');
  fill(draft, 'text', { description: tidyText(text) });
  readText(draft, draft.description ?? '', { hasHeader: true });
  give(draft, given);
  return finish(draft, text);
}

/** Sets what the person said themselves. */
export function give(draft: PostingDraft, given: Given): void {
  for (const [field, value] of Object.entries(given)) {
    if (value === undefined) continue;
    Object.assign(draft, { [field]: value });
    draft.fields[field] = 'user';
  }
}

/** Reads where it is called, for short texts of our own: those need no thread that can be ended, which takes time to start. */
export const inPlaceReader: PostingReader = {
  async read(task) {
    if (task.kind !== 'text') throw new Error(`only texts are read in place, not ${task.kind}`);
    return { kind: 'posting', draft: readCopiedText(task.text, task.given), wall: null };
  },
  close: async () => {},
};
