/** The route of recordings and files of messages: streams Twilio's bytes to a browser, as content that runs no code. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Principal } from '../access/index.ts';
import { ApiError, type Code } from '../errors.ts';
import { type Access, isPreflight } from './access.ts';
import type { Admit, Authentication } from './admission.ts';
import { maskError, type Report } from './errors.ts';
import { HEADERS } from './headers.ts';
import { Rejection, reject, writeError } from './rejection.ts';

export const MEDIA_PATH = '/media/';
/** A paused player reads nothing; when it goes on it asks for the rest. */
const IDLE_MS = 120_000;
const MAX_AGE_SECONDS = 300;

type Headers = Readonly<Record<string, string | string[] | undefined>>;
/** Opens the file at a path of this server; throws an {@link ApiError} if it cannot. */
export type OpenFile = (
  path: string,
  request: { method: 'GET' | 'HEAD'; headers: Readonly<Record<string, string>>; signal: AbortSignal },
) => Promise<{ readonly status: number; readonly headers: Headers; readonly body: Readable }>;

/** Who may read a file of this server. */
export interface FileRights {
  /** The caller that a link was signed for. */
  callerOf(url: string): string | undefined;
  mayRead(principal: Principal, path: string): boolean;
}

export interface MediaParts {
  readonly openFile: OpenFile;
  readonly access: Access;
  readonly admit: Admit;
  readonly authentication: Authentication;
  readonly files: FileRights;
  readonly report: Report;
}

export const createMedia = ({
  openFile,
  access,
  admit,
  authentication,
  files,
  report,
}: MediaParts): RequestListener => {
  const mask = maskError(report);

  /** The signature of a link stands for the header that a page cannot send with an image or a sound. */
  const callerOf = async (request: IncomingMessage): Promise<Principal> => {
    const signed = request.headers.authorization === undefined ? files.callerOf(request.url ?? '') : undefined;
    return (signed !== undefined && (await authentication.find(signed))) || admit(request);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse, signal: AbortSignal): Promise<void> => {
    const { method, url = '' } = request;
    const refused = access.check(request) ?? refuseEmbedding(request, access);
    if (refused) throw refused;
    if (isPreflight(request)) return void response.writeHead(204).end();
    if (method !== 'GET' && method !== 'HEAD')
      throw new Rejection(405, 'A file can only be read, by GET or HEAD.', { headers: { allow: 'GET, HEAD' } });
    const path = files.callerOf(url) === undefined ? url : (url.split('?')[0] ?? '');
    if (!files.mayRead(await callerOf(request), path))
      throw new Rejection(403, 'The key needs the scope to read this file, such as recordings:read or media:read.', {
        code: 'INSUFFICIENT_SCOPE',
      });
    const { status, headers, body } = await openFile(path, { method, headers: conditionsOf(request), signal });
    if (status === 416) {
      body.resume().on('error', () => {});
      for (const [name, value] of passedOn(headers, ['content-range'])) response.setHeader(name, value);
      throw new Rejection(416, 'The file has no such part.');
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
    const shownElsewhere = access.isAllowedPage(request) && { 'cross-origin-resource-policy': 'cross-origin' };
    for (const [name, value] of Object.entries({ ...HEADERS, ...shownElsewhere, ...access.headersFor(request) }))
      response.setHeader(name, value);
    answer(request, response, gone.signal).catch((error: unknown) => {
      // What has begun can only be cut off: if it ended properly, half a file would look like a whole one.
      if (response.headersSent || gone.signal.aborted) return response.destroy();
      const headers = response.getHeaders() as Record<string, string>;
      if (error instanceof Rejection) return reject(response, error, headers);
      if (error instanceof ApiError && error.details.retryAfter !== undefined)
        response.setHeader('retry-after', Math.ceil(error.details.retryAfter));
      const { message, extensions } = mask(error);
      writeError(response, STATUS[String(extensions.code)] ?? 502, message, extensions, headers);
    });
  };
};

/** A page of another origin may link to a file, as to GraphiQL. Only a page of an allowed origin may embed one. */
const refuseEmbedding = (request: IncomingMessage, access: Access): Rejection | undefined => {
  const { 'sec-fetch-site': site = '', 'sec-fetch-dest': destination } = request.headers;
  const isEmbedded = /^(cross|same)-site$/.test(String(site)) && destination !== 'document';
  return isEmbedded && !access.isAllowedPage(request)
    ? new Rejection(403, 'Pages of another origin can link to a file, not embed it.')
    : undefined;
};

const STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  NOT_FOUND: 404,
  RATE_LIMITED: 503,
  THROTTLED: 503,
  UPSTREAM_TIMEOUT: 504,
  INTERNAL_SERVER_ERROR: 500,
} satisfies Partial<Record<Code, number>>;

/** Several ranges at once are answered in a content type of their own, which browsers need not see: the whole file is sent instead. */
const conditionsOf = ({ headers }: IncomingMessage): Record<string, string> => {
  const conditions = passedOn(headers, ['range', 'if-range', 'if-none-match', 'if-modified-since']);
  return Object.fromEntries(conditions.filter(([name, value]) => name !== 'range' || /^bytes=\d*-\d*$/.test(value)));
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
/** A browser plays a sound in a page that it creates around it, to which this policy applies. */
const SHOW = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** The sender of a message chose its files: what could run code in this origin is only offered for download. */
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
