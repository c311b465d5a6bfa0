import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError } from 'fastify';
import { AppError } from '../kernel/errors.ts';
import { uuidv7 } from '../kernel/ids.ts';
import { toProblem } from '../routing/problem.ts';

const meanings: Record<string, { status: number; code: string; detail: string }> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'headers_too_large',
    detail: 'The path and the headers together are over 16 kB.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'request_timeout',
    detail: 'The request took too long to arrive.',
  },
};

/** What is no HTTP request reaches no route: its problem is written to the connection as it is, which then ends. */
export function refuseMalformed(failure: ConnectionError, socket: Socket): void {
  if (failure.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, code, detail } = meanings[failure.code] ?? {
    status: 400,
    code: 'bad_request',
    detail: 'This is not a valid HTTP request.',
  };
  const title = STATUS_CODES[status] ?? 'Bad Request';
  const problem = toProblem(new AppError(code, { status, title, detail }), { url: '', id: uuidv7() });
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(failure);
}
