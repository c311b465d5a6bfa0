import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem, api, unwrap } from '../../../api/client.ts';
import { cvKeys } from '../queries.ts';
import { withAdvice } from './advice.ts';
import { type UploadProgress, uploadCv } from './upload.ts';

export type Adding =
  | { state: 'idle' }
  | { state: 'busy'; name: string; progress: UploadProgress }
  | { state: 'failed'; name: string; error: unknown; retry: (() => void) | null };

/** Adds a CV by file or by text and goes to it; one at a time. */
export function useAddCv() {
  const [adding, setAdding] = useState<Adding>({ state: 'idle' });
  const client = useQueryClient();
  const navigate = useNavigate();
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);

  async function run(name: string, add: (signal: AbortSignal) => Promise<string>): Promise<boolean> {
    const controller = new AbortController();
    stop.current = controller;
    setAdding({ state: 'busy', name, progress: { sent: 0, isReading: false } });
    try {
      const id = await add(controller.signal);
      await client.invalidateQueries({ queryKey: cvKeys.list });
      await navigate({ to: '/cv/$cvId', params: { cvId: id } });
      return true;
    } catch (error) {
      if (controller.signal.aborted) setAdding({ state: 'idle' });
      else {
        const retry = isPassing(error) ? () => void run(name, add) : null;
        setAdding({ state: 'failed', name, error: withAdvice(error), retry });
      }
      return false;
    }
  }

  return {
    adding,
    addFile: (file: File) =>
      run(file.name, (signal) =>
        uploadCv(file, {
          signal,
          onProgress: (progress) => setAdding({ state: 'busy', name: file.name, progress }),
        }),
      ),
    addText: (text: string, name: string) =>
      run(name, async (signal) => {
        setAdding({ state: 'busy', name, progress: { sent: 1, isReading: true } });
        const body = { ...(resumeOf(text) ?? { text }), filename: name };
        const { id } = await unwrap(api.POST('/api/cv', { body, signal }));
        return id;
      }),
    /** Shows a problem that was found before anything was sent. */
    fail: (name: string, error: unknown) =>
      setAdding({ state: 'failed', name, error: withAdvice(error), retry: null }),
    cancel: () => stop.current?.abort(),
    reset: () => setAdding({ state: 'idle' }),
  };
}

/** The same file may be read another time: the server was away or busy. */
function isPassing(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.status === 0 || error.status === 429 || error.status >= 500;
}

/** Pasted JSON is a JSON Resume. */
function resumeOf(text: string): { json_resume: Record<string, unknown> } | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    return { json_resume: JSON.parse(text) as Record<string, unknown> };
  } catch {
    return null;
  }
}
