import type { Posting } from '../../career/posting/index.ts';
import { skillById } from '../../career/skills/index.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { analyzeText } from '../../memory/index.ts';
import type { Recalled } from '../../memory/types.ts';
import { identitiesOf } from '../account/index.ts';
import type { LetterParts } from './deps.ts';
import { answered } from './draft/demands.ts';
import { offlineDraft } from './draft/draft.ts';
import { motivationIn, type Said, statements } from './draft/motivation.ts';
import type { Letter, LetterWarning } from './letter.ts';
import { gather, type LetterInput, type LetterJob, type Materials } from './materials.ts';
import { modelLetter, type Written } from './model/write.ts';
import { withoutOrders } from './orders.ts';
import { rememberLetter } from './remembered.ts';
import { findLetterRow, letterKey, toLetter } from './rows.ts';
import { addVersion } from './versions.ts';
import { placeholderWarnings, wordingWarnings } from './wording.ts';

/**
 * Writes a letter, or a further version of one, and keeps it: with a model under the fact gate, without one as a draft
 * assembled from evidence. Throws `not_found` and `invalid_input` for what is asked for and not there,
 * `letter_unsupported` (502) where a model's letter cannot stand, and what the model's calls throw.
 */
export async function createLetter(
  parts: LetterParts,
  caller: string,
  input: LetterInput,
  signal?: AbortSignal,
): Promise<Letter> {
  const { store, chat, config, clock, desk } = parts;
  const given = await gather(parts, caller, input, signal);
  const { materials, warnings } = cleaned(given);
  const now = clock.now();
  const { cv, job } = materials;
  const text = { ...(job.title !== null && { title: job.title }), text: job.text };
  const posting = await desk.run('readPosting', [text], { signal });
  const read = { resume: cv.resume, cvText: cv.text, cvSpans: cv.spans };
  const match = answered(
    cv,
    job,
    posting,
    await desk.run('matchCv', [read, text, { today: now }], { signal }),
  );
  const said = await saidBy(parts, caller, job, posting, signal);
  const written: Written = chat
    ? await modelLetter({ chat, config }, materials, said, now, signal)
    : offline(materials, match, said);
  const notes = [
    ...warnings,
    ...written.warnings,
    ...missingWarnings(match),
    ...placeholderWarnings(written.text),
    ...wordingWarnings(written.text),
  ];
  signal?.throwIfAborted();
  const letter = await store.transaction(async (trx) => {
    const identities = await identitiesOf(trx, caller);
    const { id } = await addVersion(
      trx,
      caller,
      identities,
      {
        ...written,
        warnings: notes,
        letterId: given.previous && letterKey(given.previous),
        engine: chat?.engine ?? 'offline',
        tone: given.tone,
        instructions: given.instructions,
        matching: match.matching,
        cv: given.cv,
        job: given.job,
      },
      now,
    );
    const row = await findLetterRow(trx, identities, id);
    if (!row) throw notFound('Letter');
    return toLetter(row);
  });
  await rememberLetter(parts, caller, letter);
  return letter;
}

/** The posting without what speaks to programs, so that nothing made from it can rest on that. */
function cleaned(given: Materials): { materials: Materials; warnings: LetterWarning[] } {
  const posting = withoutOrders(given.job.text);
  const name = (text: string | null) =>
    text !== null && withoutOrders(text).orders.length > 0 ? null : text;
  const { title, company_name, found_on } = given.job;
  const job = {
    ...given.job,
    title: name(title),
    company_name: name(company_name),
    found_on: name(found_on),
    text: posting.text,
  };
  const inPosting = [...posting.orders, ...(job.title === title ? [] : [title!])];
  const inCv = withoutOrders(given.cv.text).orders;
  return {
    materials: { ...given, job },
    warnings: [...suspicious('posting', inPosting), ...suspicious('CV', inCv)],
  };
}

const suspicious = (where: string, orders: readonly string[]): LetterWarning[] =>
  orders.slice(0, 3).map((text) => ({
    code: 'suspicious_text',
    message: `The ${where} speaks to a program and not to a reader: «${text.slice(0, 160).toWellFormed()}». It was not followed, and nothing of it is used.`,
  }));

function offline(materials: Materials, match: ReturnType<typeof answered>, said: readonly Said[]): Written {
  const { job, instructions } = materials;
  const theirs = analyzeText([job.title, job.company_name, job.text].join('\n')).terms;
  const fits = (text: string) =>
    [...analyzeText(text).terms.keys()].filter((term) => theirs.has(term)).length;
  const draft = offlineDraft({ materials, answered: match, motivation: motivationIn(said, fits) });
  const warnings: LetterWarning[] = instructions
    ? [
        {
          code: 'instructions_not_followed',
          message:
            'Wishes about the wording need a language model, and none is set up. They are kept with the letter.',
        },
      ]
    : [];
  return { ...draft, warnings };
}

const MOST_MISSING = 6;

function missingWarnings({ missing, unanswered }: ReturnType<typeof answered>): LetterWarning[] {
  const all = [...missing, ...unanswered.map((text) => `«${text.slice(0, 100).toWellFormed()}»`)];
  if (all.length === 0) return [];
  const names = all.slice(0, MOST_MISSING).join(', ');
  const more = all.length > MOST_MISSING ? ` and ${all.length - MOST_MISSING} more` : '';
  return [
    {
      code: 'not_shown',
      message: `The posting requires ${names}${more}, which nothing in the CV was found to show.`,
    },
  ];
}

const RECALLED = 12;

/** What the person said that has to do with the job. Memory that cannot answer holds up no letter. */
async function saidBy(
  { memory, logger }: Pick<LetterParts, 'memory' | 'logger'>,
  caller: string,
  job: LetterJob,
  { skills }: Posting,
  signal?: AbortSignal,
): Promise<Said[]> {
  const names = skills.slice(0, 8).flatMap(({ skill }) => skillById(skill)?.name ?? []);
  const about = [job.title, job.company_name, ...names].filter(Boolean).join(' ');
  const queries = [
    about,
    `I want, I enjoy, I care about ${job.title ?? ''} ${job.company_name ?? ''}`.trim(),
  ];
  const found = new Map<string, Recalled>();
  try {
    for (const query of queries.filter((query) => query.trim() !== '')) {
      const filters = { role: 'user' as const };
      const { results } = await memory.recall(caller, {
        query,
        k: RECALLED,
        filters,
        ...(signal && { signal }),
      });
      for (const one of results) found.set(one.id, one);
    }
  } catch (error) {
    signal?.throwIfAborted();
    logger.warn({ code: error instanceof AppError ? error.code : 'unknown' }, 'letters: nothing recalled');
  }
  return statements([...found.values()]);
}
