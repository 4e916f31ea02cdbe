/** What a request must be before anything of it is read: one small rule each, and the plugin that asks them in order. */
import type { IncomingMessage } from 'node:http';
import { isIPv4 } from 'node:net';
import type { Plugin } from 'graphql-yoga';

export interface Refusal {
  readonly status: number;
  readonly message: string;
}
/** The part of a request that is looked at. */
export type Asked = Pick<Request, 'method' | 'url'> & { readonly headers: Pick<Headers, 'get'> };
/** A request of Node's, looked at so. */
export const askedOf = ({ method = '', url = '', headers }: IncomingMessage): Asked => ({
  method,
  url,
  headers: { get: (name) => [headers[name] ?? []].flat()[0] ?? null },
});
export type Guard = (request: Asked) => Refusal | undefined;

export const useGuards = (guards: readonly Guard[]): Plugin => ({
  onRequest({ request, endResponse, fetchAPI }) {
    for (const guard of guards) {
      const refusal = guard(request);
      if (!refusal) continue;
      const { status, message } = refusal;
      return endResponse(
        fetchAPI.Response.json({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] }, { status }),
      );
    }
  },
});

const nameOf = (host: string): string =>
  host
    .toLowerCase()
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1');
const isLoopback = (name: string): boolean =>
  name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'));

/**
 * Against DNS rebinding: a server on loopback answers only to loopback's names. One that listens elsewhere cannot know
 * by which names it is reached.
 */
export const knownHost = (boundTo: string): Guard => {
  const names = new Set(['localhost', '127.0.0.1', '::1', boundTo.toLowerCase()]);
  return (request) =>
    !isLoopback(boundTo.toLowerCase()) || names.has(nameOf(request.headers.get('host') ?? ''))
      ? undefined
      : { status: 403, message: 'This server listens on loopback only and does not answer to that Host.' };
};

/** Against cross-site requests: for a page of another origin nothing runs. It may link to GraphiQL's bare page. */
export const ownOrigin: Guard = ({ method, url, headers }) => {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  const linked = method === 'GET' && headers.get('sec-fetch-mode') === 'navigate' && !url.includes('?');
  const foreignOrigin =
    origin !== null && origin.replace(/^https?:\/\//, '').toLowerCase() !== headers.get('host')?.toLowerCase();
  const foreignSite = (site === 'cross-site' || site === 'same-site') && !linked;
  return foreignOrigin || foreignSite
    ? { status: 403, message: 'Requests from pages of another origin are not answered.' }
    : undefined;
};

/** Against forms and other requests that a browser sends anywhere without asking first. */
export const jsonOnly: Guard = ({ method, headers }) =>
  method !== 'POST' || /^application\/json(;|$)/.test(headers.get('content-type') ?? '')
    ? undefined
    : { status: 415, message: 'A POST must have the content type application/json.' };

/** In a GET, variables and extensions are JSON; yoga would call anything else a failure of its own. */
export const readableQuery: Guard = ({ method, url }) => {
  if (method !== 'GET' || !url.includes('?')) return undefined;
  const query = new URLSearchParams(url.slice(url.indexOf('?')));
  const wrong = ['variables', 'extensions'].find((name) => !isJson(query.get(name) || 'null'));
  return wrong === undefined ? undefined : { status: 400, message: `The parameter ${wrong} must be JSON.` };
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
