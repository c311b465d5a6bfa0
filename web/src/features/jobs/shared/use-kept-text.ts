import { useDraft } from '../../../ui/use-draft.ts';

/**
 * A change to a text that is being typed, over a reload too, under `name`. Null while nothing was typed: an emptied field
 * is a change as well.
 */
export function useKeptText(name: string): {
  text: string | null;
  setText(text: string): void;
  clear(): void;
} {
  // As JSON: the draft itself knows no empty text.
  const draft = useDraft(name);
  return {
    text: parsed(draft.text),
    setText: (text) => draft.setText(JSON.stringify(text)),
    clear: draft.clear,
  };
}

function parsed(text: string): string | null {
  if (text === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
