import { useRef, useState } from 'react';
import { useKeptText } from '../shared/use-kept-text.ts';

export type SaveState = { is: 'clean' | 'changed' | 'saving' | 'saved' } | { is: 'failed'; error: unknown };

export interface SavedText {
  value: string;
  change(value: string): void;
  /** Keeps it where it differs from what is stored. */
  commit(): void;
  state: SaveState;
}

/**
 * A field that is saved when it is left. What is typed and not saved yet survives a reload, under `name`; a save that
 * fails keeps it in the field.
 */
export function useSavedText(
  name: string,
  stored: string,
  save: (value: string) => Promise<unknown>,
): SavedText {
  const draft = useKeptText(name);
  const typed = draft.text;
  const latest = useRef(typed);
  latest.current = typed;
  const [state, setState] = useState<SaveState>({ is: 'clean' });
  const value = typed ?? stored;

  return {
    value,
    state: state.is === 'clean' && typed !== null ? { is: 'changed' } : state,
    change(next) {
      latest.current = next;
      draft.setText(next);
      setState({ is: 'changed' });
    },
    commit() {
      if (state.is === 'saving') return;
      const sent = latest.current;
      if (sent === null || sent === stored) {
        if (sent !== null) draft.clear();
        if (state.is === 'changed') setState({ is: 'clean' });
        return;
      }
      setState({ is: 'saving' });
      save(sent).then(
        // The page hears of what was stored in a later task; until then the typed text stands.
        () =>
          setTimeout(() => {
            if (latest.current !== sent) return setState({ is: 'changed' });
            draft.clear();
            setState({ is: 'saved' });
          }, 10),
        (error: unknown) => setState({ is: 'failed', error }),
      );
    },
  };
}
