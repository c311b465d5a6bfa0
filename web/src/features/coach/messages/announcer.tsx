import { useEffect, useRef, useState } from 'react';
import { plainText } from '../../../ui/plain-text.ts';
import type { ShownMessage } from '../types.ts';

export interface AnnouncerProps {
  messages: readonly ShownMessage[];
  status: 'submitted' | 'streaming' | 'ready' | 'error';
}

/** Says to screen readers that an answer is coming, and then the answer in one piece rather than word by word. */
export function Announcer({ messages, status }: AnnouncerProps) {
  const [words, setWords] = useState('');
  const before = useRef(status);
  useEffect(() => {
    const was = before.current;
    before.current = status;
    if (status === was) return;
    if (status === 'submitted') setWords('The coach is thinking.');
    if (status === 'error') setWords('No answer came.');
    const last = messages.at(-1);
    if (status === 'ready' && last?.role === 'assistant') setWords(`The coach: ${plainText(last.text)}`);
  }, [status, messages]);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {words}
    </div>
  );
}
