import { useEffect, useRef, useState } from 'react';

const writeAfterMs = 250;

/** What this tab has under a key; in a fresh tab what was last typed in any. */
function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Each tab has its own, so that two of them do not write over each other; `before` is what this one had. */
function write(key: string, text: string, before: string): void {
  try {
    // Empty, too: otherwise another tab's text would come into an emptied field.
    sessionStorage.setItem(key, text);
    if (text !== '') localStorage.setItem(key, text);
    // What another tab has typed meanwhile is not this one's to delete.
    else if (localStorage.getItem(key) === before) localStorage.removeItem(key);
  } catch {
    // Storage is full or closed: the text is still in the field.
  }
}

/** A text being typed that survives a reload, under `name`. `clear()` once it was sent. */
export function useDraft(name: string): { text: string; setText(text: string): void; clear(): void } {
  const key = `draft:${name}`;
  const [state, setState] = useState(() => ({ key, text: read(key) }));
  // Another name is another draft.
  const current = state.key === key ? state : { key, text: read(key) };
  if (current !== state) setState(current);
  const latest = useRef(current);
  const kept = useRef(current);
  latest.current = current;

  useEffect(() => {
    if (kept.current.key !== current.key) kept.current = current;
    const timer = setTimeout(() => keep(kept, current), writeAfterMs);
    return () => {
      clearTimeout(timer);
      if (latest.current.key !== current.key) keep(kept, current);
    };
  }, [current]);
  useEffect(() => {
    const save = () => keep(kept, latest.current);
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, []);

  return {
    text: current.text,
    setText: (text) => setState({ key, text }),
    clear() {
      const cleared = { key, text: '' };
      keep(kept, cleared);
      latest.current = cleared;
      setState(cleared);
    },
  };
}

interface Draft {
  key: string;
  text: string;
}

/** Writes what was changed since it was read or written last. */
function keep(kept: { current: Draft }, now: Draft): void {
  if (kept.current.key !== now.key || kept.current.text === now.text) return;
  write(now.key, now.text, kept.current.text);
  kept.current = now;
}
