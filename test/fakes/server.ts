import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, says } from './answers.ts';

export interface RecordedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** The parsed JSON body; `{}` where there was none. */
  body: Record<string, unknown>;
  /** When it came in, in ms since the epoch. */
  at: number;
  /** True once the client hung up before the answer was complete. */
  aborted: boolean;
}

/** An answer, a text to say, or a function that decides when it sees the request. */
export type Scripted = Answer | string | ((request: RecordedRequest) => Answer | string);

/**
 * What a test scripted for the next requests, in order; afterwards, and without a script, the fallback
 * answers.
 */
export class Script {
  readonly #next: Scripted[] = [];
  #fallback: Scripted;

  constructor(fallback: Scripted) {
    this.#fallback = fallback;
  }

  add(...answers: Scripted[]): void {
    this.#next.push(...answers);
  }

  always(answer: Scripted): void {
    this.#fallback = answer;
  }

  take(request: RecordedRequest): Answer {
    const scripted = this.#next.shift() ?? this.#fallback;
    const answer = typeof scripted === 'function' ? scripted(request) : scripted;
    return typeof answer === 'string' ? says(answer) : answer;
  }
}

export interface SseEvent {
  /** The `event:` line, where the protocol has one. */
  event?: string;
  /** Sent as JSON; a string as it is (`[DONE]`). */
  data: unknown;
}

/** How one protocol puts an answer on the wire. */
export interface Wire {
  events(content: Content, request: RecordedRequest): SseEvent[];
  body(content: Content, request: RecordedRequest): unknown;
  failure(status: number, message: string, code?: string): unknown;
  /** The event that reports an error inside a stream. */
  streamError(): SseEvent;
}

export type Content = Extract<Answer, { kind: 'content' }>;

export interface FakeServer {
  /** `http://127.0.0.1:port`, without a path. */
  origin: string;
  requests: RecordedRequest[];
  close(): Promise<void>;
}

/** Answers one request, on behalf of a fake. Every request is recorded before. */
export type Handler = (request: RecordedRequest, response: ServerResponse) => Promise<void>;

/** An HTTP server on a free port of this machine. `close` also cuts the connections that hang. */
export async function startServer(handler: Handler): Promise<FakeServer> {
  const requests: RecordedRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const request = await record(incoming);
    requests.push(request);
    response.on('close', () => {
      request.aborted = !response.writableFinished;
    });
    await handler(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function record(incoming: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return {
    method: incoming.method ?? '',
    path: new URL(incoming.url ?? '/', 'http://fake').pathname,
    headers: incoming.headers,
    body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
    at: Date.now(),
    aborted: false,
  };
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** Carries an answer out, streamed where the request asks for it (`"stream": true`). */
export async function deliver(
  answer: Answer,
  wire: Wire,
  request: RecordedRequest,
  response: ServerResponse,
): Promise<void> {
  switch (answer.kind) {
    case 'hang':
      return;
    case 'raw':
      response.writeHead(answer.status, answer.headers).end(answer.body);
      return;
    case 'failure':
      sendJson(
        response,
        answer.status,
        wire.failure(answer.status, answer.message, answer.code),
        answer.headers,
      );
      return;
    case 'content':
      if (request.body.stream === true) await stream(answer, wire, request, response);
      else await sendBody(answer, wire, request, response);
  }
}

async function stream(content: Content, wire: Wire, request: RecordedRequest, response: ServerResponse) {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  const all = wire.events(content, request);
  const events = content.ending === 'whole' ? all : all.slice(0, content.after);
  if (content.ending === 'error') events.push(wire.streamError());
  for (const { event, data } of events) {
    if (response.destroyed) return;
    const payload = typeof data === 'string' ? data : JSON.stringify(data);
    response.write(`${event ? `event: ${event}\n` : ''}data: ${payload}\n\n`);
    // At least one turn of the loop, so that events leave one by one.
    await sleep(content.chunkDelayMs);
  }
  if (content.ending === 'cut') response.destroy();
  else if (content.ending !== 'silent') response.end();
}

async function sendBody(content: Content, wire: Wire, request: RecordedRequest, response: ServerResponse) {
  if (content.ending === 'error') return sendJson(response, 500, wire.failure(500, 'Internal error'));
  const body = JSON.stringify(wire.body(content, request));
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
  await sleep(content.chunkDelayMs);
  response.writeHead(200, headers);
  if (content.ending === 'whole') return void response.end(body);
  response.write(body.slice(0, body.length / 2));
  if (content.ending === 'cut') setTimeout(() => response.destroy(), 20);
}

/** The pieces a text is streamed in: words with the space before them. */
export function pieces(text: string): string[] {
  return text.match(/\s*\S+\s*$|\s*\S+/g) ?? (text ? [text] : []);
}

/** About what a model would count; only has to be plausible. */
export function countTokens(value: unknown): number {
  return Math.ceil(JSON.stringify(value ?? '').length / 4);
}

let lastId = 0;

/** `call_000001`: unique in the process, so that ids of tool calls match up. */
export function newId(prefix: string): string {
  lastId += 1;
  return `${prefix}_${String(lastId).padStart(6, '0')}`;
}
