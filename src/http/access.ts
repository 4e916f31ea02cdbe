/** Which web pages may use this server: its own, those of allowed origins (CORS), and those behind a dev server's proxy. */
import type { IncomingMessage } from 'node:http';
import { type Address, type AddressParts, createAddress, isLoopback } from './address.ts';
import { Rejection } from './rejection.ts';

export interface AccessParts extends AddressParts {
  /** Origins such as `https://app.example.com`; `http://localhost:*` is every port of a loopback host. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** Called for each request that is refused because of the origin of its page. */
  readonly onRefusedOrigin?: ((origin: string) => void) | undefined;
}

export interface Access extends Omit<Address, 'check'> {
  /** Refuses a request whose target or Host header cannot be used, or names another server. */
  checkAddress(request: IncomingMessage): Rejection | undefined;
  /** The same, and refuses requests of pages that are not allowed. */
  check(request: IncomingMessage): Rejection | undefined;
  /** CORS headers of an answer. */
  headersFor(request: IncomingMessage): Readonly<Record<string, string>>;
  /** Whether the request comes from a page of an allowed origin. */
  isAllowedPage(request: IncomingMessage): boolean;
}

const METHODS = 'GET, POST';
const PREFLIGHT_SECONDS = '600';
/** Headers of answers that a page may read. */
const EXPOSED = 'accept-ranges, content-length, content-range, etag, retry-after';
const VARY = { vary: 'Origin' };

export const createAccess = (parts: AccessParts): Access => {
  const { allowedOrigins = [], onRefusedOrigin } = parts;
  const address = createAddress(parts);
  const exact = new Set(allowedOrigins.filter((origin) => !origin.endsWith(':*')));
  const anyPort = allowedOrigins.filter((origin) => origin.endsWith(':*')).map((origin) => origin.slice(0, -1));

  const isAllowed = (origin: string): boolean =>
    exact.has(origin) || (address.isOnLoopback && anyPort.some((start) => isPortOf(origin, start)));

  /** The page's origin if it is one of the allowed. */
  const allowedPage = (request: IncomingMessage): string | undefined => {
    const { origin, referer } = request.headers;
    if (origin !== undefined) return isAllowed(origin) ? origin : undefined;
    // The request for an image or sound in a page has no Origin; a page cannot forge its Referer.
    const page = isFromOtherSite(request) && referer && URL.canParse(referer) ? new URL(referer).origin : undefined;
    return page !== undefined && isAllowed(page) ? page : undefined;
  };

  return {
    ...address,
    checkAddress: address.check,
    check: (request) => {
      const wrong = address.check(request);
      if (wrong) return wrong;
      const { origin } = request.headers;
      const isForeign = origin !== undefined && !address.isOwn(origin, request) && !isFromDevServer(request, address);
      if (!isForeign && (!isFromOtherSite(request) || isLink(request))) return undefined;
      if (allowedPage(request) !== undefined) return undefined;
      const page = origin ?? 'unknown';
      onRefusedOrigin?.(page);
      return new Rejection(
        403,
        isOrigin(page)
          ? `Requests from pages of the origin ${page} are not answered. To allow them, add ${page} to ALLOWED_ORIGINS.`
          : 'Requests from pages of another origin are not answered, unless ALLOWED_ORIGINS names it.',
        { headers: VARY },
      );
    },
    isAllowedPage: (request) => allowedPage(request) !== undefined,
    headersFor: (request) => {
      const { origin } = request.headers;
      if (origin === undefined || !isAllowed(origin)) return VARY;
      const headers = { ...VARY, 'access-control-allow-origin': origin };
      if (!isPreflight(request)) return { ...headers, 'access-control-expose-headers': EXPOSED };
      const asked = String(request.headers['access-control-request-headers'] ?? '');
      return {
        ...headers,
        vary: 'Origin, Access-Control-Request-Headers',
        'access-control-allow-methods': METHODS,
        'access-control-max-age': PREFLIGHT_SECONDS,
        ...(/^[\w\s,-]+$/.test(asked) && { 'access-control-allow-headers': asked }),
      };
    },
  };
};

/** The question of a browser whether a page of another origin may send a request. */
export const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined;

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

/** `start` is `http://localhost:`. */
const isPortOf = (origin: string, start: string): boolean =>
  origin === start.slice(0, -1) || (origin.startsWith(start) && /^\d+$/.test(origin.slice(start.length)));

const isFromOtherSite = ({ headers }: IncomingMessage): boolean =>
  headers['sec-fetch-site'] === 'cross-site' || headers['sec-fetch-site'] === 'same-site';

/** A link to a bare page, such as GraphiQL's or a file: following it runs nothing. */
const isLink = ({ method, url = '', headers }: IncomingMessage): boolean =>
  method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers.origin === undefined && !url.includes('?');

/**
 * A page of a dev server (Vite, Next) on this machine whose proxy passes its requests on, with the page's Origin and
 * another Host. It is safe to answer: `Sec-Fetch-Site: same-origin` means that the browser sent the request to the very
 * server that the page came from, so a proxy that somebody configured brought it here. A page cannot set that header. A
 * hostile page that calls this server directly is `cross-site` or `same-site`, and under a name of its own that leads to
 * loopback (DNS rebinding) its Origin is that name, not loopback's. A POST has to be JSON, too, for which a browser asks
 * the target first.
 */
const isFromDevServer = ({ headers }: IncomingMessage, { isOnLoopback }: Address): boolean => {
  const { origin } = headers;
  if (!isOnLoopback || headers['sec-fetch-site'] !== 'same-origin' || !origin || !URL.canParse(origin)) return false;
  return isLoopback(new URL(origin).hostname.replace(/^\[(.*)\]$/, '$1'));
};
