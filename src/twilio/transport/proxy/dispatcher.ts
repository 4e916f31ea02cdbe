/**
 * undici's agent for one connection: which certificates it trusts, and through which proxy it reaches each upstream.
 *
 * undici's own ProxyAgent has no Digest, tunnels http over an https proxy, and tells a 407 from a broken connection by
 * its message alone. TLS checks the name of the origin instead of the Host header: a private endpoint has its own
 * certificate.
 */
import { isIP, type Socket } from 'node:net';
import type * as Undici from 'undici';
import { Agent, buildConnector, Pool } from '../undici.ts';
import { authorizationOf } from './authorization.ts';
import type { Authorization } from './proxyRequest.ts';
import { type ProxyRefusal, unreachable } from './refusal.ts';
import type { ProxyRoute, ProxyServer } from './route.ts';
import { trustOf } from './trust.ts';
import { tunnel } from './tunnel.ts';

export interface DispatcherOptions {
  /** Without it, all requests go directly. */
  readonly proxy?: ProxyRoute | undefined;
  /** Certificates in PEM that are trusted besides Node's own. */
  readonly ca?: string | undefined;
  /** How long opening a connection may take, including the proxy's part. */
  readonly connectTimeoutMs: number;
}

export const createDispatcher = (
  { proxy: route, ca, connectTimeoutMs }: DispatcherOptions,
  usual: Omit<Undici.Agent.Options, 'connect' | 'factory'>,
): Undici.Dispatcher => {
  const trust = trustOf(ca);
  const open = toName(
    buildConnector({
      timeout: connectTimeoutMs,
      rejectUnauthorized: true,
      ...(trust === undefined ? {} : { secureContext: trust }),
    }),
  );
  // Outlives the pool of an origin, which undici drops with its last connection: nonces are kept.
  const authorizations = new WeakMap<ProxyServer, Authorization>();
  const authorize = (proxy: ProxyServer): Authorization => {
    const authorization = authorizations.get(proxy) ?? authorizationOf(proxy);
    authorizations.set(proxy, authorization);
    return authorization;
  };
  return new Agent({
    ...usual,
    factory: (origin, options) => {
      const proxy = route?.(new URL(origin));
      if (!proxy) return new Pool(origin, { ...options, connect: open });
      const authorization = authorize(proxy);
      return throughProxy(proxy, new URL(origin), { open, authorization, connectTimeoutMs, options });
    },
  });
};

interface Way {
  readonly open: Undici.buildConnector.connector;
  readonly authorization: Authorization;
  readonly connectTimeoutMs: number;
  readonly options: object;
}

const throughProxy = (
  { host, port, sslType = 'AUTO' }: ProxyServer,
  upstream: URL,
  { open, authorization, connectTimeoutMs, options }: Way,
): Undici.Dispatcher => {
  const protocol = sslType === 'ALWAYS' ? 'https:' : 'http:';
  const toProxy = () =>
    new Promise<Socket>((resolve, reject) =>
      open({ protocol, hostname: host, port: String(port) }, (...[error, socket]) =>
        error ? reject(unreachable(error)) : resolve(socket),
      ),
    );
  if (upstream.protocol === 'https:' || sslType === 'TUNNEL') {
    const connect = tunnel({ authorization, toProxy, toUpstream: open, timeoutMs: connectTimeoutMs });
    return new Pool(upstream, { ...options, connect });
  }
  const connect: Undici.buildConnector.connector = (_options, callback) => {
    toProxy().then(
      (socket) => callback(null, socket),
      (error) => callback(error, null),
    );
  };
  const address = `${protocol}//${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
  return new Pool(address, { ...options, connect }).compose(asProxied(upstream, authorization));
};

/** Uses the host of the connection as TLS server name, and not the Host header as undici does. */
const toName =
  (connect: Undici.buildConnector.connector): Undici.buildConnector.connector =>
  ({ servername: _ofHostHeader, host: _, ...options }, callback) => {
    const hostname = options.hostname.replace(/^\[|\]$/g, '');
    connect({ ...options, hostname, ...(isIP(hostname) ? {} : { servername: hostname }) }, callback);
  };

/** A request in the form for a proxy: absolute URL, the upstream's Host (RFC 9112, 3.2.2) and credentials. */
const asProxied =
  ({ origin, host }: URL, authorization: Authorization): Undici.Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) => {
    const path = `${origin}${options.path}`;
    const request = authorization.begin(options.method, path);
    const headers = {
      ...(options.headers as Record<string, string>),
      host,
      ...(request.header === undefined ? {} : { 'proxy-authorization': request.header }),
    };
    let refusal: ProxyRefusal | undefined;
    return dispatch(
      { ...options, path, headers },
      {
        onRequestStart: (...args) => handler.onRequestStart?.(...args),
        onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
        onResponseStart: (controller, status, given, message) => {
          if (status === 407) refusal = request.refused(given['proxy-authenticate']);
          else {
            request.passed();
            handler.onResponseStart?.(controller, status, given, message);
          }
        },
        onResponseData: (...args) => {
          if (!refusal) handler.onResponseData?.(...args);
        },
        onResponseEnd: (controller, trailers) => {
          if (refusal) handler.onResponseError?.(controller, refusal);
          else handler.onResponseEnd?.(controller, trailers);
        },
        onResponseError: (controller, error) => handler.onResponseError?.(controller, refusal ?? error),
      },
    );
  };
