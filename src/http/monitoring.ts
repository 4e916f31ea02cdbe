/** The routes that machines watch the server by: health and metrics. They hold names and counts, nobody's data. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { maskError, type Report } from './errors.ts';
import { knownHost, ownOrigin } from './guards.ts';
import { HEADERS } from './headers.ts';
import { isHealthPath, type Stand, tellHealth } from './health.ts';

const METRICS_PATH = '/metrics';

export interface MonitoringParts {
  readonly stand: Stand;
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
  /** The address that the server listens on. */
  readonly boundTo: string;
  readonly report: Report;
}

/** Answers the request and `true` if it is for one of these routes. */
export type Monitoring = (request: IncomingMessage, response: ServerResponse) => boolean;

const JSON_TYPE = 'application/json; charset=utf-8';

export const createMonitoring = ({ stand, metrics, boundTo, report }: MonitoringParts): Monitoring => {
  const guards = [knownHost(boundTo), ownOrigin];
  const mask = maskError(report);

  const answer = async (path: string, asked: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = asked;
    const get = (name: string) => [headers[name] ?? []].flat()[0] ?? null;
    for (const guard of guards) {
      const refusal = guard({ method, url, headers: { get } });
      if (refusal) return send(response, refusal.status, JSON_TYPE, refused(refusal.message));
    }
    if (method !== 'GET' && method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return send(response, 405, JSON_TYPE, refused('This can only be read, by GET or HEAD.'));
    }
    if (path === METRICS_PATH) {
      const { type, text } = await metrics();
      return send(response, 200, type, text);
    }
    const { status, body } = await tellHealth(stand, path);
    send(response, status, JSON_TYPE, JSON.stringify(body));
  };

  return (request, response) => {
    const path = (request.url ?? '').replace(/\?.*$/s, '');
    if (path !== METRICS_PATH && !isHealthPath(path)) return false;
    answer(path, request, response).catch((error: unknown) => {
      const { message, extensions } = mask(error) as Error & { extensions?: object };
      send(response, 500, JSON_TYPE, refused(message, extensions));
    });
    return true;
  };
};

const refused = (message: string, extensions: object = { code: 'BAD_REQUEST' }): string =>
  JSON.stringify({ errors: [{ message, extensions }] });

const send = (response: ServerResponse, status: number, type: string, body: string): void => {
  const length = Buffer.byteLength(body);
  response.writeHead(status, { ...HEADERS, 'content-type': type, 'content-length': length }).end(body);
};
