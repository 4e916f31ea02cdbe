/** Which proxy a request uses: that of the connection or, if none is configured, that of the environment. */
import { BlockList, isIP } from 'node:net';

export interface ProxyServer {
  readonly host: string;
  readonly port: number;
  /** Default: `NONE`. */
  readonly authScheme?: 'BASIC' | 'DIGEST' | 'NONE' | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /**
   * Default: `AUTO`. How requests reach the proxy; only `ALWAYS` uses TLS between here and the proxy.
   *
   * |          | https upstream             | http upstream              |
   * |----------|----------------------------|----------------------------|
   * | `AUTO`   | tunnel (CONNECT)           | proxy request              |
   * | `ALWAYS` | tunnel, inside TLS         | proxy request, inside TLS  |
   * | `NEVER`  | tunnel (CONNECT)           | proxy request              |
   * | `TUNNEL` | tunnel (CONNECT)           | tunnel (CONNECT)           |
   *
   * An https upstream is reached through a tunnel only: a proxy that terminates TLS could read the credentials. So
   * `NEVER` and `AUTO` are the same: no TLS to the proxy.
   */
  readonly sslType?: 'AUTO' | 'ALWAYS' | 'NEVER' | 'TUNNEL' | undefined;
}
/** `enabled: false` means no proxy, whatever the environment says. */
export type ProxySettings = (ProxyServer & { readonly enabled?: true | undefined }) | { readonly enabled: false };
/** The proxy for requests to this origin. */
export type ProxyRoute = (upstream: URL) => ProxyServer | undefined;
type Environment = Readonly<Record<string, string | undefined>>;

/** @throws {Error} if a variable of the environment is invalid; names the variable, never its value. */
export const proxyRouteOf = (settings: ProxySettings | undefined, environment: Environment): ProxyRoute => {
  if (settings) return () => (settings.enabled === false ? undefined : settings);
  for (const protocol of ['http', 'https']) namedProxy(environment, protocol);
  return (upstream) => proxyFromEnvironment(environment, upstream);
};

/**
 * `HTTPS_PROXY` for https and `HTTP_PROXY` for http; the lower-case names take precedence. `NO_PROXY` lists exceptions:
 * `*`, a host with its subdomains (`example.com`, `.example.com`, `*.example.com`), an address or a range (`10.0.0.0/8`),
 * each with an optional port (`host:8080`). As with curl, localhost is not an exception by itself.
 */
export const proxyFromEnvironment = (environment: Environment, upstream: URL): ProxyServer | undefined => {
  const proxy = namedProxy(environment, upstream.protocol.slice(0, -1));
  return proxy && !isExempt(environment, upstream) ? proxy : undefined;
};

/** The lower-case name takes precedence; an empty value counts as not set. */
const variable = (environment: Environment, name: string): readonly [name: string, value: string] | undefined => {
  for (const each of [name, name.toUpperCase()]) {
    const value = environment[each]?.trim();
    if (value) return [each, value];
  }
  return undefined;
};

const namedProxy = (environment: Environment, protocol: string): ProxyServer | undefined => {
  const [name, value] = variable(environment, `${protocol}_proxy`) ?? [];
  if (!name || !value) return undefined;
  const text = value.includes('://') ? value : `http://${value}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(`${name}: must be http(s)://user:password@host:port, such as http://127.0.0.1:3128`);
  const [user, password] = [decode(url.username), decode(url.password)];
  return {
    host: hostOf(url),
    port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
    sslType: url.protocol === 'https:' ? 'ALWAYS' : 'AUTO',
    ...(user || password ? { authScheme: 'BASIC', user, password } : { authScheme: 'NONE' }),
  };
};

/** A `%` that starts no escape sequence is kept. */
const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Without the brackets of an IPv6 address and the final dot of a name. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

const isExempt = (environment: Environment, upstream: URL): boolean => {
  const host = hostOf(upstream);
  const port = Number(upstream.port) || (upstream.protocol === 'https:' ? 443 : 80);
  const [, list = ''] = variable(environment, 'no_proxy') ?? [];
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === '*') return true;
    const [, bracketed, ipv6, name = '', only] = ENTRY.exec(entry.toLowerCase()) ?? [];
    if (only !== undefined && Number(only) !== port) return false;
    const exempt = bracketed ?? ipv6 ?? name;
    return exempt.includes('/') ? isWithin(host, exempt) : isBelow(host, exempt.replace(/^\*?\./, ''));
  });
};
/** `[::1]:80`, `::1/128`, or `example.com:80`. */
const ENTRY = /^(?:\[([^\]]+)\]|([^:]*:[^:]*:.*)|([^:]+))(?::(\d+))?$/;

const isBelow = (host: string, name: string): boolean =>
  name !== '' && (host === name || (isIP(host) === 0 && host.endsWith(`.${name}`)));

const isWithin = (host: string, range: string): boolean => {
  const [network = '', length = ''] = range.split('/');
  const family = isIP(network);
  const bits = /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  if (family === 0 || isIP(host) !== family || !(bits <= (family === 4 ? 32 : 128))) return false;
  const list = new BlockList();
  list.addSubnet(network, bits, family === 4 ? 'ipv4' : 'ipv6');
  return list.check(host, family === 4 ? 'ipv4' : 'ipv6');
};
