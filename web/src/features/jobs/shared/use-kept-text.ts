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

/** Several fields of one form, as useKeptText keeps one; null while nothing was typed. */
export function useKeptFields<Fields extends Record<string, string>>(
  name: string,
): { typed: Partial<Fields> | null; setTyped(typed: Partial<Fields>): void; clear(): void } {
  const draft = useDraft(name);
  return {
    typed: fieldsOf<Fields>(draft.text),
    setTyped: (typed) => draft.setText(JSON.stringify(typed)),
    clear: draft.clear,
  };
}

function fieldsOf<Fields extends Record<string, string>>(text: string): Partial<Fields> | null {
  if (text === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    const isForm =
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).every((one) => typeof one === 'string');
    return isForm ? (value as Partial<Fields>) : null;
  } catch {
    return null;
  }
}
