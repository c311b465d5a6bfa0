import { reportAnswer, reportNoAnswer } from '../app/connection.ts';
import { networkProblem } from './problem.ts';
import { newSession, sessionNow } from './session.ts';
import { currentToken } from './token.ts';

/**
 * `fetch` for the API: begins a session where there is none, and keeps watch over the connection. A refusal is a
 * response; nothing answering is an ApiProblem.
 */
export async function sessionFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, { credentials: 'same-origin', ...init });
  const token = await currentToken();
  if (token) request.headers.set('authorization', `Bearer ${token}`);
  const again = request.clone();
  const sentUnder = sessionNow();
  const response = await watched(request);
  // Whoever is signed in stays so: being a visitor instead would hide all that is theirs.
  if (response.status !== 401 || token) return response;
  const code = await codeOf(response);
  await newSession(code, sentUnder);
  return watched(again);
}

async function watched(request: Request): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    if (request.signal.aborted || (error instanceof DOMException && error.name === 'AbortError')) throw error;
    reportNoAnswer();
    throw networkProblem();
  }
  const isDown = [502, 503, 504].includes(response.status) && (await isServerDown(response));
  if (isDown) reportNoAnswer();
  else reportAnswer();
  return response;
}

/** A 503 may also be of one part (a model, a busy reader), which is no matter of the connection. */
async function isServerDown(response: Response): Promise<boolean> {
  const code = await codeOf(response);
  return code === undefined || code === 'database_unavailable';
}

async function codeOf(response: Response): Promise<string | undefined> {
  try {
    const body: unknown = await response.clone().json();
    return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : undefined;
  } catch {
    return undefined;
  }
}
