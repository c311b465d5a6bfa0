/** Texts that programs keep as messages and nobody says: their facts stand in tables of their own. */
const TEXTS =
  /^(?:cv|resume|résumé|posting|job|job_posting|letter|cover_letter|application|document|text|file|note|import|sample|playbook|email|profile)(?:[_:-].*)?$/i;

/** Whether a context type is one of talk; a message without one is. */
export function isTalk(contextType: string | null): boolean {
  return contextType === null || !TEXTS.test(contextType);
}
