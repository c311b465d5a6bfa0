import type { ServerResponse } from 'node:http';
import { type FakeServer, type RecordedRequest, startServer } from './server.ts';

export type Page = (response: ServerResponse, request: RecordedRequest) => unknown;

export interface FakeWeb extends FakeServer {
  port: number;
  /** What is served by path; 404 for anything else. */
  pages: Map<string, Page>;
  /** Serves HTML under a path. */
  html(path: string, body: string, headers?: Record<string, string>): void;
}

/** A web site on this machine. Its name is whatever a test's resolver leads here. */
export async function startFakeWeb(): Promise<FakeWeb> {
  const pages = new Map<string, Page>();
  const server = await startServer(async (request, response) => {
    const page = pages.get(request.path);
    if (page) await page(response, request);
    else response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
  });
  return {
    ...server,
    port: Number(new URL(server.origin).port),
    pages,
    html(path, body, headers = {}) {
      pages.set(path, (response) =>
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body),
      );
    },
  };
}
