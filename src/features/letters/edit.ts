import { unsupportedClaims } from '../../career/evidence/index.ts';
import { identitiesOf } from '../account/index.ts';
import type { LetterParts } from './deps.ts';
import { quoteFinder } from './find-quote.ts';
import {
  countWords,
  type Evidence,
  type Letter,
  type LetterWarning,
  type Source,
  type Tone,
} from './letter.ts';
import { rememberLetter } from './remembered.ts';
import { findLetterRow, letterKey, storedEvidence, toLetter, versionRows } from './rows.ts';
import { addVersion } from './versions.ts';
import { placeholderWarnings, wordingWarnings } from './wording.ts';

/**
 * Keeps the person's own wording as a further version; what it was made from stays. The person may write what they know:
 * what neither CV nor posting holds is pointed out and not refused. Null where there is no such letter.
 */
export async function editLetter(
  { store, memory, clock, logger }: Pick<LetterParts, 'store' | 'memory' | 'clock' | 'logger'>,
  caller: string,
  id: string,
  text: string,
): Promise<Letter | null> {
  const now = clock.now();
  const letter = await store.transaction(async (trx) => {
    const identities = await identitiesOf(trx, caller);
    const base = await findLetterRow(trx, identities, id);
    if (!base) return null;
    // Of every version: a sentence may have been taken back from an earlier one.
    const versions = await versionRows(trx, identities, letterKey(base));
    const known = [base, ...versions].flatMap((row) => storedEvidence(row.evidence).claims);
    const evidence = reanchored(known, text);
    const written = versions
      .filter(({ engine }) => engine !== null && engine !== 'person')
      .map((row) => row.cover_letter_text ?? '');
    const said = evidence.flatMap(({ sources }) => sources.map(({ quote }) => quote));
    const sources = [base.cv_text, base.job_title, base.company_name, base.job_description ?? '', ...said];
    const added = await addVersion(
      trx,
      caller,
      identities,
      {
        letterId: letterKey(base),
        engine: 'person',
        tone: base.tone.toLowerCase() as Tone,
        text,
        evidence,
        warnings: [
          ...unknownWarnings(withoutWritten(text, written), sources),
          ...placeholderWarnings(text),
          ...wordingWarnings(text),
        ],
        instructions: null,
        matching: textsOf(base.matching_skills),
        cv: { id: base.cv_analysis_id, text: base.cv_text },
        job: {
          id: base.job_posting_id,
          title: base.job_title || null,
          company_name: base.company_name || null,
          text: base.job_description ?? '',
        },
      },
      now,
    );
    const row = await findLetterRow(trx, identities, added.id);
    return row && toLetter(row);
  });
  if (letter) await rememberLetter({ memory, logger }, caller, letter);
  return letter;
}

/** A quotation of fewer words stands in a letter by chance. */
const FEWEST_QUOTED = 4;

/**
 * The claims that still stand in the text, at their new places, in its order; of a claim that was reworded around a
 * quotation of the CV, the quotation.
 */
export function reanchored(evidence: readonly Evidence[], text: string): Evidence[] {
  const find = quoteFinder(text);
  const kept: Evidence[] = [];
  const add = (claim: string, sources: Source[]): boolean => {
    const at = text.indexOf(claim);
    const span = at >= 0 ? { start: at, end: at + claim.length } : find(claim);
    if (!span) return false;
    if (!kept.some((one) => one.span.start < span.end && span.start < one.span.end)) {
      kept.push({ claim: text.slice(span.start, span.end), span, sources });
    }
    return true;
  };
  const gone = evidence.filter(({ claim, sources }) => !add(claim, sources));
  for (const source of gone.flatMap(({ sources }) => sources)) {
    if (source.kind === 'cv' && countWords(source.quote) >= FEWEST_QUOTED) add(source.quote, [source]);
  }
  return kept.sort((a, b) => a.span.start - b.span.start);
}

const SENTENCE = /[^.!?:\n]+[.!?:]*/g;

/**
 * The text without the sentences that an engine wrote in an earlier version: those were held against CV and posting when
 * they were written, and their set phrases («the hiring team») are nothing that the person claims. White space stands in
 * their place.
 */
export function withoutWritten(text: string, written: readonly string[]): string {
  const known = new Set(written.flatMap((one) => (one.match(SENTENCE) ?? []).map((part) => part.trim())));
  return text.replace(SENTENCE, (part) => (known.has(part.trim()) ? ' '.repeat(part.length) : part));
}

function unknownWarnings(text: string, sources: readonly string[]): LetterWarning[] {
  const own = text.replace(/\[[^\]\n]*\]/g, (found) => ' '.repeat(found.length));
  const claims = unsupportedClaims(own, sources).slice(0, 8);
  if (claims.length === 0) return [];
  const list = claims.map(({ kind, text }) => `${kind} «${text}»`).join(', ');
  return [
    {
      code: 'not_in_cv',
      message: `Neither the CV nor the posting holds this: ${list}. Check that it is right.`,
    },
  ];
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
