/** A Twilio on loopback that answers what a test tells it to, and remembers every request as the witness. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Of the other side: tells connections apart. */
  readonly port: number | undefined;
  /** Milliseconds, of performance.now(), when the request began to arrive. */
  readonly at: number;
}
/** JSON with status 200, a status with JSON, or whatever the test does with the response itself. */
export type Answer =
  | object
  | [status: number, body?: unknown, headers?: Record<string, string>]
  | ((response: ServerResponse) => void);
export type Script = (request: Seen, index: number) => Answer | Promise<Answer>;

export interface StandIn {
  readonly url: string;
  readonly seen: Seen[];
  /** Answers from now on; what was seen is forgotten. */
  play(script: Script): void;
  close(): Promise<void>;
}

/** With a certificate it speaks TLS. Without a port it takes any. */
export const startStandIn = async (
  tls?: { readonly cert: string; readonly key: string },
  port = 0,
): Promise<StandIn> => {
  const seen: Seen[] = [];
  let script: Script = () => [500, { message: 'The test did not say what to answer.' }];
  const answerTo: RequestListener = async (request, response) => {
    const at = performance.now();
    const index = seen.length;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand.in');
    const heard = {
      method: request.method ?? '',
      path: pathname,
      query: searchParams,
      headers: request.headers,
      port: request.socket.remotePort,
      at,
    };
    const place = { ...heard, form: new URLSearchParams() };
    seen.push(place);
    let body = '';
    for await (const chunk of request) body += chunk;
    seen[index] = { ...place, form: new URLSearchParams(body) };
    const answer = await script(seen[index], index);
    if (typeof answer === 'function') return answer(response);
    const [status, json, headers] = Array.isArray(answer) ? answer : [200, answer];
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(json === undefined ? undefined : typeof json === 'string' ? json : JSON.stringify(json));
  };
  const server = tls ? createTlsServer(tls, answerTo) : createServer(answerTo);
  server.keepAliveTimeout = 30_000;
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return {
    url: `http${tls ? 's' : ''}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    play: (next) => {
      script = next;
      seen.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};
