/** The routes by which machines watch the server: health and metrics. They show names and counts, nobody's data. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { METRICS } from '../access/index.ts';
import type { Access } from './access.ts';
import { type Authentication, createAdmit } from './admission.ts';
import { maskError, type Report } from './errors.ts';
import { HEADERS } from './headers.ts';
import { isHealthPath, type Process, readHealth } from './health.ts';
import { Rejection, reject, writeError } from './rejection.ts';

const METRICS_PATH = '/metrics';

export interface MonitoringParts {
  readonly access: Access;
  readonly authentication: Authentication;
  readonly process: Process;
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
  readonly report: Report;
}

/** Answers the request and `true` if it is for one of these routes. */
export type Monitoring = (request: IncomingMessage, response: ServerResponse) => boolean;

const JSON_TYPE = 'application/json; charset=utf-8';

export const createMonitoring = ({ access, authentication, process, metrics, report }: MonitoringParts): Monitoring => {
  const mask = maskError(report);
  const admit = createAdmit(authentication, access);

  const answer = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refused = access.check(request);
    if (refused) throw refused;
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new Rejection(405, 'This can only be read, by GET or HEAD.', { headers: { allow: 'GET, HEAD' } });
    if (path === METRICS_PATH) {
      if (!access.isOnLoopback && !(await admit(request)).rights.allows(METRICS))
        throw new Rejection(403, 'The key needs the scope metrics:read.', { code: 'INSUFFICIENT_SCOPE' });
      const { type, text } = await metrics();
      return send(response, 200, type, text);
    }
    const { status, body } = await readHealth(process, path);
    send(response, status, JSON_TYPE, JSON.stringify(body));
  };

  return (request, response) => {
    const path = (request.url ?? '').replace(/\?.*$/s, '');
    if (path !== METRICS_PATH && !isHealthPath(path)) return false;
    answer(path, request, response).catch((error: unknown) => {
      if (error instanceof Rejection) return reject(response, error);
      const { message, extensions } = mask(error);
      writeError(response, 500, message, extensions);
    });
    return true;
  };
};

const send = (response: ServerResponse, status: number, type: string, body: string): void => {
  const length = Buffer.byteLength(body);
  response.writeHead(status, { ...HEADERS, 'content-type': type, 'content-length': length }).end(body);
};
