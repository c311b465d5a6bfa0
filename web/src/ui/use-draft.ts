import { useEffect, useRef, useState } from 'react';

const writeAfterMs = 250;

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
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
  latest.current = current;

  useEffect(() => {
    const timer = setTimeout(() => write(current.key, current.text), writeAfterMs);
    return () => clearTimeout(timer);
  }, [current]);
  useEffect(() => {
    const save = () => write(latest.current.key, latest.current.text);
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
      write(key, '');
      setState({ key, text: '' });
    },
  };
}
