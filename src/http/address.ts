/** Under which address a client reaches this server, directly or through a proxy that ends TLS. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv4 } from 'node:net';
import { Rejection } from './rejection.ts';

export interface AddressParts {
  /** The address that the server listens on. */
  readonly boundTo: string;
  /** The address under which clients reach the server, if it is not the one it listens on. */
  readonly publicUrl?: string | undefined;
  /** IP addresses and subnets (CIDR) of proxies whose `X-Forwarded-Proto` and `X-Forwarded-Host` are believed. */
  readonly trustedProxies?: readonly string[] | undefined;
}

export interface Address {
  readonly isOnLoopback: boolean;
  /** Refuses a request whose target or Host header cannot be used, or names another server. */
  check(request: IncomingMessage): Rejection | undefined;
  /** What links to this server begin with, such as `http://127.0.0.1:4000`. */
  baseOf(request: IncomingMessage): string;
  /** The IP address of the client. */
  clientOf(request: IncomingMessage): string;
  /** Whether an origin is the one that this server has for its client. */
  isOwn(origin: string, request: IncomingMessage): boolean;
}

/** Remembers the last answer: nearly all requests name the same host. */
const rememberLast = <T>(answer: (host: string) => T): ((host: string) => T) => {
  let last: { readonly host: string; readonly known: T } | undefined;
  return (host) => {
    if (last?.host !== host) last = { host, known: answer(host) };
    return last.known;
  };
};

const hostNameOf = rememberLast((host) =>
  host
    .toLowerCase()
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1'),
);

export const isLoopback = (name: string): boolean =>
  name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'));

/** A host name, an IPv4 address or an IPv6 address in brackets; with a port from 1 to 65535 or without. */
const isHost = rememberLast(
  (host) => /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i.test(host) && URL.canParse(`http://${host}`),
);

export const createAddress = ({ boundTo, publicUrl, trustedProxies = [] }: AddressParts): Address => {
  const base = publicUrl?.replace(/\/+$/, '');
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  const isOnLoopback = isLoopback(boundTo.toLowerCase());
  const names = new Set(['localhost', '127.0.0.1', '::1', boundTo.toLowerCase()]);
  if (publicHost) names.add(hostNameOf(publicHost));
  const proxies = blockListOf(trustedProxies);

  const forwarded = (request: IncomingMessage, name: string): string | undefined => {
    const { remoteAddress } = request.socket;
    if (trustedProxies.length === 0 || !remoteAddress || !isListed(proxies, remoteAddress)) return undefined;
    const value = request.headers[name];
    return (Array.isArray(value) ? value[0] : value)?.split(',')[0]?.trim();
  };
  const hostOf = (request: IncomingMessage): string => {
    const host = forwarded(request, 'x-forwarded-host');
    return host !== undefined && isHost(host) ? host : (request.headers.host ?? 'localhost');
  };

  return {
    isOnLoopback,
    check: (request) => {
      const { host } = request.headers;
      const { url = '' } = request;
      if (!url.startsWith('/') || url.startsWith('//'))
        return new Rejection(400, 'The request target must be a path, such as /graphql.');
      if (host !== undefined && !isHost(host)) return new Rejection(400, 'The Host header is not a host and port.');
      // Against DNS rebinding. A server that listens elsewhere cannot know by which names it is reached.
      if (!isOnLoopback || names.has(hostNameOf(host ?? ''))) return undefined;
      return new Rejection(
        403,
        'This server listens on loopback only and does not answer to this Host. Behind a proxy, set PUBLIC_URL.',
      );
    },
    baseOf: (request) => {
      if (base !== undefined) return base;
      const protocol = forwarded(request, 'x-forwarded-proto') === 'https' ? 'https' : 'http';
      return `${protocol}://${hostOf(request)}`;
    },
    clientOf: ({ socket: { remoteAddress = '' }, headers }) => {
      if (trustedProxies.length === 0) return remoteAddress;
      // Each proxy adds the address that it saw: the last one that is not a trusted proxy's is the client's.
      const seen = [...String(headers['x-forwarded-for'] ?? '').split(','), remoteAddress].map((each) => each.trim());
      const foreign = seen.reverse().find((each) => isIP(each) === 0 || !isListed(proxies, each));
      return foreign !== undefined && isIP(foreign) > 0 ? foreign : remoteAddress;
    },
    isOwn: (origin, request) => {
      const host = origin.replace(/^https?:\/\//, '').toLowerCase();
      return [request.headers.host, hostOf(request), publicHost].some((each) => each?.toLowerCase() === host);
    },
  };
};

const blockListOf = (subnets: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [address = '', prefix] = subnet.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
};

/** A socket that listens on IPv6 shows an IPv4 client as `::ffff:127.0.0.1`. */
const isListed = (list: BlockList, address: string): boolean => {
  const plain = address.replace(/^::ffff:/i, '');
  return list.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6');
};
