/** Tests each connection with one cheap call, and says in a line what it found. */
import type { Config, ConnectionConfig } from '../config/index.ts';
import { entities } from '../entities/index.ts';
import { ApiError, type Code } from '../errors.ts';
import { createRegistry } from '../model/index.ts';
import { maskedSid } from '../observe/index.ts';
import { type Probed, probe } from '../twilio/health/index.ts';
import { Limiter } from '../twilio/limiter/index.ts';
import { reach, routeFor } from './connection.ts';
import { checkProducts } from './products.ts';
import { openUpstream } from './upstream.ts';

export interface Finding {
  readonly name: string;
  /** Whether the connection works. */
  readonly works: boolean;
  /** One line, without any credential. */
  readonly text: string;
}

const LONGEST_MS = 10_000;
/** The largest difference of clocks that a limit shared over Redis tolerates. */
const CLOCK_MS = 1000;

export const checkConnections = async (config: Config): Promise<readonly Finding[]> => {
  checkProducts(config);
  return Promise.all(config.connections.map((each) => checkConnection(each, config)));
};

export const checkConnection = async (connection: ConnectionConfig, config: Config): Promise<Finding> => {
  const { name, account, suspended, timeoutMs } = connection;
  if (suspended) return { name, works: true, text: 'suspended, so not tested' };
  if (!account) return { name, works: true, text: 'a sandbox, which needs no account' };
  const upstream = await openUpstream(connection, createRegistry(entities));
  const { transport, client } = reach(connection, config, upstream, new Limiter(1), { noRetry: true });
  const began = performance.now();
  try {
    const signal = AbortSignal.timeout(Math.min(timeoutMs, LONGEST_MS));
    const found = await probe(client, transport, upstream.credentials, signal);
    const ms = Math.round(performance.now() - began);
    const accepted = `Twilio accepts the credentials of ${maskedSid(account.accountSid)}`;
    const text = [accepted, routeText(connection, config), clockText(found), `answered in ${ms} ms`].join('; ');
    return { name, works: true, text };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const reason = REASONS[error.code] ?? error.message;
    return { name, works: false, text: `${error.code}: ${reason}; ${routeText(connection, config)}` };
  } finally {
    await transport.close();
  }
};

const REASONS: Partial<Record<Code, string>> = {
  UNAUTHENTICATED:
    'Twilio rejects the credentials; check account_sid and auth_token, or api_key and api_secret (each region of Twilio has its own)',
  FORBIDDEN: 'Twilio accepts the credentials, but they may not read the account; use others',
  NOT_FOUND: 'Twilio accepts the credentials, but has no such account in this region; check account_sid and region',
  CANCELLED: 'no answer in time; check the network, upstream_url and the proxy',
};

/** Through which region and proxy the call went. */
const routeText = (connection: ConnectionConfig, config: Config): string => {
  const { region, edge, upstream } = connection.account ?? {};
  const destination = upstream
    ? `through ${upstream.origin} instead of Twilio`
    : region
      ? `in the region ${region} by the edge ${edge}`
      : "in Twilio's default region, us1";
  const proxy = routeFor(connection, config)(upstream ?? new URL('https://api.twilio.com'));
  return `${destination}; ${proxy ? `the proxy ${proxy.host}:${proxy.port}` : 'no proxy'}`;
};

const clockText = ({ clockAheadMs }: Probed): string => {
  if (clockAheadMs === undefined) return 'Twilio did not send its time';
  const seconds = Math.abs(Math.round(clockAheadMs / 1000));
  if (Math.abs(clockAheadMs) < CLOCK_MS) return 'the clocks agree';
  return `the clock of this machine is ${seconds} s ${clockAheadMs > 0 ? 'ahead' : 'behind'}; correct it, or dates and shared limits will be wrong`;
};
