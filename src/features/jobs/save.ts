import type { Clock } from '../../kernel/clock.ts';
import type { Memory } from '../../memory/types.ts';
import type { Store } from '../../store/index.ts';
import { type Identities, identitiesOf } from '../account/index.ts';
import { unreachable } from './fetch/problems.ts';
import type { WebPage } from './fetch/web.ts';
import { findSame } from './find.ts';
import { canonicalUrl, fingerprintOf } from './fingerprint.ts';
import { insertRow } from './insert.ts';
import { type Job, toJob } from './job.ts';
import type { PostingDraft } from './reading/draft.ts';
import type { Given, Task } from './reading/read.ts';
import { unreadable } from './reading/reader.ts';
import { savedMessage } from './remembered.ts';
import { newRow, type ReadPosting } from './rows.ts';
import type { PostingTools } from './tools.ts';

export interface JobParts {
  store: Pick<Store, 'read' | 'transaction'>;
  memory: Pick<Memory, 'remember' | 'forgetConversation'>;
  postings: PostingTools;
  clock: Clock;
}

/** A posting by its address, as copied text, or as a page's source. */
export type JobInput = Given & ({ url: string } | { text: string } | { html: string; url?: string });

export interface SavedJob {
  job: Job;
  /** False where the person had saved the same job before; `job` is that one, unchanged. */
  created: boolean;
}

/** Pages with less text than this, in characters, are no postings: they draw themselves by script, or report an error. */
const shortest = { page: 150, script: 600, text: 10 };

/** Reads and keeps a posting, and remembers that it was saved. Throws AppErrors that say what was wrong with the source. */
export async function saveJob(
  parts: JobParts,
  caller: string,
  input: JobInput,
  signal?: AbortSignal,
): Promise<SavedJob> {
  const identities = await parts.store.read((db) => identitiesOf(db, caller));
  if ('url' in input && input.url !== undefined && canonicalUrl(input.url) !== null) {
    const known = await sameUrl(parts, identities, input.url);
    if (known) return { job: known, created: false };
  }
  const posting = await readInput(parts, input, signal);
  return await keep(parts, caller, identities, posting);
}

async function sameUrl({ store, clock }: JobParts, identities: Identities, url: string): Promise<Job | null> {
  const fingerprint = fingerprintOf({
    url,
    title: null,
    company_name: null,
    location: null,
    description: null,
  });
  const row = await store.read((db) => findSame(db, identities, { fingerprint, urls: [url] }));
  return row ? toJob(row, clock.now()) : null;
}

async function readInput(
  { postings }: JobParts,
  input: JobInput,
  signal: AbortSignal | undefined,
): Promise<ReadPosting> {
  const given: Given = { title: input.title, company_name: input.company_name };
  if ('html' in input) {
    const { html, url = null } = input;
    const { draft } = await readTask(postings, { kind: 'html', html, url, given }, signal);
    return { draft, source: { kind: 'html', url, final_url: null, fetched_at: null } };
  }
  if ('text' in input) {
    const { draft } = await readTask(postings, { kind: 'text', text: input.text, given }, signal);
    return { draft, source: { kind: 'text', url: null, final_url: null, fetched_at: null } };
  }
  const page = await postings.web.fetchPage(input.url, signal);
  const { draft, wall } = await readTask(postings, taskOf(page, given), signal);
  if (wall === 'login') throw unreachable('The site asks to sign in before it shows the page.');
  if (wall === 'robot-check') throw unreachable('The site shows a check for robots in place of the page.');
  const source = {
    kind: 'url',
    url: input.url,
    final_url: page.url,
    fetched_at: page.fetchedAt.toISOString(),
  } as const;
  return { draft, source };
}

function taskOf({ kind, text, url }: WebPage, given: Given): Task {
  return kind === 'html' ? { kind, html: text, url, given } : { kind, text, given };
}

async function readTask({ reader }: PostingTools, task: Task, signal: AbortSignal | undefined) {
  const result = await reader.read(task, signal);
  if (result.kind !== 'posting') throw unreadable('The page holds data, but no posting.');
  if (result.wall === null && isEmpty(result.draft)) throw unreadable('There is hardly any text in it.');
  return result;
}

function isEmpty({ via, title, description }: PostingDraft): boolean {
  const length = description?.length ?? 0;
  if (via === 'text') return length < shortest.text;
  if (via !== 'readability') return length === 0 && title === null;
  const needsScript =
    /\b(enable|requires?|activate|turn on) javascript|javascript (is )?(required|disabled)/i;
  return length < shortest.page || (length < shortest.script && needsScript.test(description ?? ''));
}

async function keep(
  { store, memory, clock }: JobParts,
  caller: string,
  identities: Identities,
  posting: ReadPosting,
): Promise<SavedJob> {
  const now = clock.now();
  const row = newRow(posting, caller, identities, now);
  const urls = [posting.source.url, posting.source.final_url].filter((url) => url !== null);
  const saved = await store.transaction(async (trx) => {
    const same = await findSame(trx, identities, { fingerprint: row.fingerprint, urls });
    if (same) return { job: toJob(same, now), created: false };
    return await insertRow(trx, identities, row, now);
  });
  if (saved.created) await memory.remember(caller, [savedMessage(saved.job)]);
  return saved;
}
