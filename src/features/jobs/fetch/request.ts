import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Target } from './target.ts';

/**
 * One request to a checked target. The name is not looked up again: the connection goes to the addresses that were
 * checked, while `Host` and the certificate stay those of the name.
 */
export function send(target: Target, userAgent: string, signal: AbortSignal): Promise<IncomingMessage> {
  const { url, addresses } = target;
  const lookup: LookupFunction = (_hostname, options, done) => {
    if (options.all) done(null, addresses);
    else done(null, addresses[0]!.address, addresses[0]!.family);
  };
  const options: RequestOptions = {
    method: 'GET',
    // A connection of its own: none is shared with a request that was checked otherwise.
    agent: false,
    lookup,
    signal,
    maxHeaderSize: 32 * 1024,
    headers: {
      'user-agent': userAgent,
      accept:
        'text/html, application/xhtml+xml, application/ld+json;q=0.9, application/json;q=0.8, text/plain;q=0.7',
      'accept-encoding': 'gzip, deflate, br',
      'accept-language': 'en, *;q=0.5',
    },
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, resolve);
    request.on('error', reject);
    request.end();
  });
}
