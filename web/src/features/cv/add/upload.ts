import { networkProblem, problemOf } from '../../../api/problem.ts';
import { newSession, sessionNow } from '../../../api/session.ts';

export interface UploadProgress {
  /** Share of the file that was sent, 0 to 1. */
  sent: number;
  /** All is there, and the server reads it. */
  isReading: boolean;
}

export interface UploadOptions {
  onProgress(progress: UploadProgress): void;
  signal?: AbortSignal;
}

/** Sends a CV and has it read; the id of the new CV. XMLHttpRequest, as `fetch` does not tell how much was sent. */
export async function uploadCv(file: File, options: UploadOptions): Promise<string> {
  const sentUnder = sessionNow();
  let answer = await send(file, options);
  if (answer.status === 401) {
    await newSession(codeOf(answer.body), sentUnder);
    answer = await send(file, options);
  }
  const { status, headers, body } = answer;
  if (status === 201) return (body as { id: string }).id;
  throw problemOf(new Response(null, { status, headers }), body);
}

interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

function send(file: File, { onProgress, signal }: UploadOptions): Promise<Answer> {
  const form = new FormData();
  form.append('file', file, file.name);
  const request = new XMLHttpRequest();
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  request.open('POST', '/api/cv');
  request.upload.onprogress = ({ loaded, total }) =>
    onProgress({ sent: total > 0 ? loaded / total : 0, isReading: false });
  request.upload.onload = () => onProgress({ sent: 1, isReading: true });
  request.onload = () => {
    const headers = new Headers();
    const after = request.getResponseHeader('retry-after');
    if (after !== null) headers.set('retry-after', after);
    resolve({ status: request.status, headers, body: parsed(request.responseText) });
  };
  request.onerror = () => reject(networkProblem());
  request.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'));
  signal?.addEventListener('abort', () => request.abort());
  request.send(form);
  return promise;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const codeOf = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : undefined;
