/** The route of recordings and files of messages: streams Twilio's bytes to a browser, and lets none of them act here. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ApiError, type Code } from '../errors.ts';
import { maskError, type Report } from './errors.ts';
import { askedOf, type Guard, knownHost, ownOrigin } from './guards.ts';
import { HEADERS } from './headers.ts';

export const MEDIA_PATH = '/media/';
/** A player that is paused reads nothing; when it goes on it asks for the rest. */
const IDLE_MS = 120_000;
const MAX_AGE_SECONDS = 300;

type Headers = Readonly<Record<string, string | string[] | undefined>>;
/** Opens the file at a path of this server; throws an {@link ApiError} where there is none to be had. */
export type OpenFile = (
  path: string,
  asked: { method: 'GET' | 'HEAD'; headers: Readonly<Record<string, string>>; signal: AbortSignal },
) => Promise<{ readonly status: number; readonly headers: Headers; readonly body: Readable }>;

export interface MediaParts {
  readonly openFile: OpenFile;
  readonly boundTo: string;
  readonly report: Report;
}

export const createMedia = ({ openFile, boundTo, report }: MediaParts): RequestListener => {
  const guards = [knownHost(boundTo), ownOrigin, notEmbedded];
  const mask = maskError(report);

  const answer = async (request: IncomingMessage, response: ServerResponse, signal: AbortSignal): Promise<void> => {
    const asked = askedOf(request);
    for (const guard of guards) {
      const refusal = guard(asked);
      if (refusal) return refuse(response, refusal.status, refusal.message, { code: 'BAD_REQUEST' });
    }
    const { method, url } = asked;
    if (method !== 'GET' && method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return refuse(response, 405, 'A file can only be read, by GET or HEAD.', { code: 'BAD_REQUEST' });
    }
    const { status, headers, body } = await openFile(url, { method, headers: conditionsOf(request), signal });
    if (status === 416) {
      body.resume().on('error', () => {});
      for (const [name, value] of passedOn(headers, ['content-range'])) response.setHeader(name, value);
      return refuse(response, 416, 'The file has no such part.', { code: 'BAD_REQUEST' });
    }
    for (const [name, value] of passedOn(headers, DESCRIPTION)) response.setHeader(name, value);
    for (const [name, value] of Object.entries(harmless(String(headers['content-type'] ?? ''))))
      response.setHeader(name, value);
    response.setHeader('cache-control', `private, max-age=${MAX_AGE_SECONDS}`);
    response.setTimeout(IDLE_MS, () => response.destroy());
    response.writeHead(status);
    await pipeline(body, response);
  };

  return (request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    answer(request, response, gone.signal).catch((error: unknown) => {
      // What has begun can only be cut off: ended properly, half a file would pass for a whole one.
      if (response.headersSent || gone.signal.aborted) return response.destroy();
      if (error instanceof ApiError && error.details.retryAfter !== undefined)
        response.setHeader('retry-after', Math.ceil(error.details.retryAfter));
      const said = mask(error);
      const { extensions = {} } = said as Partial<ApiError>;
      refuse(response, STATUS[String(extensions.code)] ?? 502, said.message, extensions);
    });
  };
};

/** A page of another origin may link to a file, as to GraphiQL; within itself it shows none. */
const notEmbedded: Guard = ({ headers }) =>
  /^(cross|same)-site$/.test(headers.get('sec-fetch-site') ?? '') && headers.get('sec-fetch-dest') !== 'document'
    ? { status: 403, message: 'Pages of another origin can link to a file, not embed it.' }
    : undefined;

const STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  NOT_FOUND: 404,
  RATE_LIMITED: 503,
  THROTTLED: 503,
  UPSTREAM_TIMEOUT: 504,
  INTERNAL_SERVER_ERROR: 500,
} satisfies Partial<Record<Code, number>>;

/** Several ranges at once are answered in a type of its own, which would not pass: the whole file comes instead. */
const conditionsOf = ({ headers }: IncomingMessage): Record<string, string> => {
  const asked = passedOn(headers, ['range', 'if-range', 'if-none-match', 'if-modified-since']);
  return Object.fromEntries(asked.filter(([name, value]) => name !== 'range' || /^bytes=\d*-\d*$/.test(value)));
};

const DESCRIPTION = ['content-length', 'content-range', 'accept-ranges', 'etag', 'last-modified'];
const passedOn = (headers: Headers, names: readonly string[]): [string, string][] =>
  names.flatMap((name): [string, string][] => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });

/** Types that a browser shows without running anything. SVG runs scripts, a playlist fetches from anywhere. */
const SHOWN =
  /^((audio|video|image)\/(?!.*(xml|mpegurl|scpls))[\w.+-]+|application\/pdf|text\/plain|text\/(x-)?vcard)$/;
/** A browser plays a sound in a page that it makes around it, to which this policy applies. */
const SHOW = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** The sender of a message chose its files: what could run in this origin is only ever saved. */
const harmless = (type: string): Record<string, string> => {
  const [essence = '', ...parameters] = type
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (!SHOWN.test(essence))
    return {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'content-security-policy': "sandbox; default-src 'none'",
    };
  const charset = parameters.find((parameter) => /^charset=[\w-]+$/.test(parameter));
  return { 'content-type': [essence, charset ?? []].flat().join('; '), 'content-security-policy': SHOW };
};

const refuse = (response: ServerResponse, status: number, message: string, extensions: object): void => {
  const body = JSON.stringify({ errors: [{ message, extensions }] });
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('content-length', Buffer.byteLength(body));
  response.writeHead(status).end(body);
};
