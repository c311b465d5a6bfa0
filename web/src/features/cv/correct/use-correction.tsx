import { createContext, type ReactNode, use, useEffect, useMemo, useRef } from 'react';
import { ApiProblem } from '../../../api/client.ts';
import type { Cv } from '../../../api/schema.d.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useCorrect } from '../queries.ts';
import { fieldsAt, textsOf, withTexts } from './fields.ts';
import { focusOn } from './focus-on.ts';
import { entryAt, hasEntry, resumeWith, serverName } from './resume-with.ts';

interface Draft {
  pointer: string;
  texts: Record<string, string>;
}

/** What a CV that is shown has to know of its correction. */
export interface Correcting {
  /** What is being corrected; one place at a time. */
  at: string | null;
  begin(pointer: string): void;
}

export interface Correction {
  texts: Readonly<Record<string, string>>;
  change(name: string, text: string): void;
  cancel(): void;
  save(): void;
  /** Takes the entry out of the CV. */
  remove(): void;
  isSaving: boolean;
  /** Why it was not saved; what concerns a field stands with it. */
  error: unknown;
  errorOf(name: string): string | undefined;
}

const CorrectionContext = createContext<Correction | null>(null);

// Apart, so that a CV of many entries is not rendered anew with each letter that is typed.
const CorrectingContext = createContext<Correcting | null>(null);

/** Null where a CV is only shown. */
export const useCorrecting = (): Correcting | null => use(CorrectingContext);

/** For the form of what is being corrected. */
export const useCorrection = (): Correction | null => use(CorrectionContext);

/** Lets what is below correct a CV. What is typed survives a reload. */
export function CorrectionProvider({ cv, children }: { cv: Cv; children: ReactNode }) {
  const kept = useDraft(`cv-correction:${cv.id}`);
  const correct = useCorrect(cv.id);
  const resume = cv.json_resume;
  const draft = useMemo(() => draftFrom(kept.text, resume), [kept.text, resume]);

  function end(): void {
    kept.clear();
    correct.reset();
  }
  function send(entry: Record<string, unknown> | null): void {
    if (!draft || correct.isPending) return;
    correct.mutate(resumeWith(resume, draft.pointer, entry), { onSuccess: end });
  }
  const fields = draft ? (fieldsAt(draft.pointer) ?? []) : [];
  const problems = correct.error instanceof ApiProblem ? correct.error.fields : [];
  const messageOf = (name: string) => {
    const known = draft && serverName(resume, draft.pointer, name);
    return problems.find(({ field }) => field === known || field.startsWith(`${known}[`))?.message;
  };
  const keep = useRef(kept.setText);
  keep.current = kept.setText;
  const at = draft?.pointer ?? null;
  const wasAt = useRef(at);
  // Only once the form is off the page: what began the correction cannot take the focus before.
  useEffect(() => {
    if (at === null && wasAt.current !== null) focusOn(wasAt.current);
    wasAt.current = at;
  }, [at]);
  const correcting = useMemo<Correcting>(
    () => ({
      at,
      begin(pointer) {
        const texts = textsOf(entryAt(resume, pointer), fieldsAt(pointer) ?? []);
        keep.current(JSON.stringify({ pointer, texts }));
      },
    }),
    [at, resume],
  );
  const correction: Correction = {
    texts: draft?.texts ?? {},
    change: (name, text) =>
      draft && kept.setText(JSON.stringify({ ...draft, texts: { ...draft.texts, [name]: text } })),
    cancel: end,
    save: () => draft && send(withTexts(entryAt(resume, draft.pointer), fields, draft.texts)),
    remove: () => send(null),
    isSaving: correct.isPending,
    error: correct.error && !fields.some(({ name }) => messageOf(name)) ? correct.error : null,
    errorOf: messageOf,
  };
  return (
    <CorrectingContext value={correcting}>
      <CorrectionContext value={correction}>{children}</CorrectionContext>
    </CorrectingContext>
  );
}

/** Kept by an earlier visit, so of any shape, and perhaps of an entry that is gone. */
function draftFrom(text: string, resume: Record<string, unknown>): Draft | null {
  try {
    const { pointer, texts } = JSON.parse(text) as Draft;
    const isThere = pointer === '/basics' || pointer.endsWith('/-') || hasEntry(resume, pointer);
    return fieldsAt(pointer) && isThere && typeof texts === 'object' ? { pointer, texts } : null;
  } catch {
    return null;
  }
}
