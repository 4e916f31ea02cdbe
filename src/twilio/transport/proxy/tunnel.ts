/** A connection to the upstream through a proxy's CONNECT, which alone carries the proxy's credentials. */
import { type IncomingMessage, request } from 'node:http';
import { isIP, type Socket } from 'node:net';
import type { buildConnector } from 'undici';
import type { Authorization } from './proxyRequest.ts';
import { late, noTunnel, ProxyRefusal, unreachable } from './refusal.ts';

export interface TunnelOptions {
  readonly authorization: Authorization;
  /** Opens a connection to the proxy. */
  readonly toProxy: () => Promise<Socket>;
  /** Starts TLS with the upstream over the tunnel. */
  readonly toUpstream: buildConnector.connector;
  /** For the whole connection set-up. */
  readonly timeoutMs: number;
}

/** When many connections open at once, each may find that others have used the nonces that the proxy gave. */
const MAX_ATTEMPTS = 10;

/** Opens a tunnel for each connection that undici needs; undici pools it like any other. */
export const tunnel =
  ({ authorization, toProxy, toUpstream, timeoutMs }: TunnelOptions): buildConnector.connector =>
  (options, callback) => {
    let socket: Socket | undefined;
    let over = false;
    const settle = (...outcome: Parameters<buildConnector.Callback>) => {
      clearTimeout(deadline);
      if (!over) callback(...outcome);
      else if (outcome[1]) outcome[1].destroy();
      over = true;
    };
    const deadline = setTimeout(() => {
      settle(late(), null);
      socket?.destroy();
    }, timeoutMs);
    const hold = (opened: Socket): Socket => {
      socket = opened;
      if (over) opened.destroy();
      return opened;
    };
    const https = options.protocol === 'https:';
    const host = isIP(options.hostname) === 6 ? `[${options.hostname}]` : options.hostname;
    const authority = `${host}:${options.port || (https ? 443 : 80)}`;
    const connect = async (attempt = 1): Promise<Socket> => {
      const way = hold(await toProxy());
      const { header, passed, refused } = authorization.begin('CONNECT', authority);
      const { statusCode: status = 0, headers } = await ask(way, authority, header);
      if (status !== 407) passed();
      if (status >= 200 && status < 300) return way;
      way.destroy();
      if (status !== 407) throw noTunnel(status);
      const refusal = refused(headers['proxy-authenticate']);
      if (refusal.retry !== 'now') throw refusal;
      if (attempt === MAX_ATTEMPTS || over) throw new ProxyRefusal(refusal.message, 'never');
      return connect(attempt + 1);
    };
    connect().then(
      (way) => (https ? toUpstream({ ...options, httpSocket: way }, settle) : settle(null, way)),
      (error: unknown) => {
        socket?.destroy();
        settle(unreachable(error), null);
      },
    );
  };

/** Sends CONNECT and reads the head of the answer. */
const ask = (way: Socket, authority: string, authorization: string | undefined): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const connect = request({
      createConnection: () => way,
      method: 'CONNECT',
      path: authority,
      headers: {
        host: authority,
        connection: 'keep-alive',
        ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }),
      },
    });
    connect.once('connect', (answer, _socket, rest) => {
      // undici listens for errors only once it has the socket.
      way.on('error', () => undefined);
      if (rest.length > 0) way.unshift(rest);
      resolve(answer);
    });
    connect.once('error', reject);
    connect.once('close', () => reject(new ProxyRefusal('The proxy closed the connection.')));
    connect.end();
  });
