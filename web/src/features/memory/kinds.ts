/** Where a message comes from, in words; `context_type` as the API has it. */
const kinds: Record<string, string> = {
  career_chat: 'Coach',
  interview: 'Interview',
  cv: 'CV',
  posting: 'Job posting',
  application: 'Application',
  letter: 'Letter',
};

/** For a choice of kinds. */
export const kindOptions = Object.entries(kinds).map(([value, label]) => ({ value, label }));

export function kindLabel(contextType: string | null): string {
  return contextType === null ? 'Note' : (kinds[contextType] ?? contextType.replaceAll('_', ' '));
}

/** Whether its conversation can be opened with the coach. */
export const isTalk = (contextType: string | null): boolean =>
  contextType === null || contextType === 'career_chat';
