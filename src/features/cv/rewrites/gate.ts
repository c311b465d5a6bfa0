import { type Claim, resumeEvidence, unsupportedClaims } from '../../../career/evidence/index.ts';
import { type Resume, resumeText, valueAt } from '../../../career/resume/index.ts';
import { uuidv7 } from '../../../kernel/ids.ts';
import type { Cv } from '../cvs.ts';
import type { Change, Proposal } from './change.ts';
import { type Field, rewritableFields } from './fields.ts';

/** Longer than any field of a CV should be. */
const MOST_CHARACTERS = 4_000;

/**
 * Holds each proposal against the CV: what it states must stand in the source text or the resume. What belongs to one
 * position must stand in that position, so that a figure does not wander from one employer to another. What is refused
 * is kept, with the reason, and can never be applied. Proposals that change nothing are left out.
 */
export function gated(
  proposals: readonly Proposal[],
  cv: Pick<Cv, 'resume' | 'text' | 'spans'>,
  now: Date,
): Change[] {
  const fields = new Map(rewritableFields(cv.resume).map((field) => [field.pointer, field]));
  const seen = new Set<string>();
  return proposals.flatMap(({ pointer, after, why }) => {
    const field = fields.get(pointer);
    const before = field?.text ?? textAt(cv.resume, pointer);
    const change = { id: uuidv7(), pointer, before, after: after.trim(), why: why.trim() };
    if (change.after === before || seen.has(pointer)) return [];
    seen.add(pointer);
    return [{ ...change, ...verdict(change.after, field, cv, now) }];
  });
}

type Verdict = Pick<Change, 'status' | 'refused_because' | 'unsupported'>;

function verdict(
  after: string,
  field: Field | undefined,
  cv: Pick<Cv, 'resume' | 'text' | 'spans'>,
  now: Date,
): Verdict {
  if (!field) {
    return refused(
      'Only summaries, descriptions, highlights and the label may be worded anew; this is another field.',
    );
  }
  if (after === '') return refused('It would leave nothing of the text.');
  if (after.length > MOST_CHARACTERS) return refused('It is too long for a field of a CV.');
  const whole = [{ text: cv.text }, resumeEvidence(cv.resume, now)];
  const claims = unsupportedClaims(after, field.entry ? evidenceOf(field.entry, cv, now) : whole);
  if (claims.length === 0) return { status: 'proposed' };
  const nowhere = unsupportedClaims(after, whole);
  return {
    ...refused(reason(nowhere.length > 0 ? nowhere : claims, nowhere.length > 0)),
    unsupported: claims,
  };
}

const refused = (refused_because: string): Verdict => ({ status: 'refused', refused_because });

function reason(claims: readonly Claim[], isNowhere: boolean): string {
  const list = claims.map(({ kind, text }) => `${kind} «${text}»`).join(', ');
  return isNowhere
    ? `The CV does not hold what it states: ${list}.`
    : `The CV holds this, but not in this entry: ${list}.`;
}

/** What is known of one entry: its fields, and the stretch of the source text that they came from. */
function evidenceOf(
  pointer: string,
  { resume, text, spans }: Pick<Cv, 'resume' | 'text' | 'spans'>,
  now: Date,
) {
  const [, section] = pointer.split('/');
  const part = { [section!]: [valueAt(resume, pointer)] } as Resume;
  const own = Object.entries(spans)
    .filter(([at]) => at === pointer || at.startsWith(`${pointer}/`))
    .flatMap(([, list]) => list);
  // A stretch that reaches into another entry is no evidence for this one.
  const start = Math.min(...own.map((span) => span.start));
  const end = Math.max(...own.map((span) => span.end));
  const isApart =
    own.length > 0 &&
    !Object.entries(spans).some(
      ([at, list]) =>
        !at.startsWith(`${pointer}/`) &&
        at !== pointer &&
        at.split('/').length > 3 &&
        list.some((span) => span.start >= start && span.end <= end),
    );
  const { ongoing } = resumeEvidence(part, now);
  return [{ text: resumeText(part), ongoing }, ...(isApart ? [{ text: text.slice(start, end) }] : [])];
}

/** Pointers of a model may lead anywhere, or be none. */
function textAt(resume: Resume, pointer: string): string {
  if (!pointer.startsWith('/')) return '';
  const value = valueAt(resume, pointer);
  return typeof value === 'string' ? value : '';
}
