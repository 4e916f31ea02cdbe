/** `twilio-graphql check`: tries each connection with one cheap transaction, and says what it found. */
import type { Config, ConnectionConfig } from '../config/index.ts';
import { entities } from '../entities/index.ts';
import { ApiError, type Code } from '../errors.ts';
import { createRegistry } from '../model/index.ts';
import { maskedSid } from '../observe/index.ts';
import { type Probed, probe } from '../twilio/health/index.ts';
import { Limiter } from '../twilio/limiter/index.ts';
import { reach, routeFor } from './connection.ts';
import { openUpstream } from './upstream.ts';

export interface Finding {
  readonly name: string;
  /** It can be used as it is. */
  readonly sound: boolean;
  /** One line, without any credential. */
  readonly said: string;
}

const LONGEST_MS = 10_000;
/** Sharing a limit over Redis asks for this. */
const CLOCK_MS = 1000;

export const checkConnections = (config: Config): Promise<readonly Finding[]> =>
  Promise.all(config.connections.map(async (each) => ({ name: each.name, ...(await check(each, config)) })));

const check = async (connection: ConnectionConfig, config: Config): Promise<Omit<Finding, 'name'>> => {
  const { account, suspended, timeoutMs } = connection;
  if (suspended) return { sound: true, said: 'suspended, so not tried' };
  if (!account) return { sound: true, said: 'a sandbox, which needs nothing' };
  const upstream = await openUpstream(connection, createRegistry(entities));
  const { transport, client } = reach(connection, config, upstream, new Limiter(1), { noRetry: true });
  const began = performance.now();
  try {
    const signal = AbortSignal.timeout(Math.min(timeoutMs, LONGEST_MS));
    const found = await probe(client, transport, upstream.credentials, signal);
    const ms = Math.round(performance.now() - began);
    const taken = `Twilio takes the credentials of ${maskedSid(account.accountSid)}`;
    return { sound: true, said: [taken, way(connection, config), clock(found), `answered in ${ms} ms`].join('; ') };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const what = FAULTS[error.code] ?? error.message;
    return { sound: false, said: [`${error.code}: ${what}`, way(connection, config)].join('; ') };
  } finally {
    await transport.close();
  }
};

const FAULTS: Partial<Record<Code, string>> = {
  UNAUTHENTICATED:
    'Twilio refuses the credentials; look at account_sid and auth_token, or api_key and api_secret (each region of Twilio has its own)',
  FORBIDDEN: 'Twilio knows the credentials, but does not let them read the account; use others',
  NOT_FOUND: 'Twilio knows the credentials, but not this account in this region; look at account_sid and region',
  CANCELLED: 'no answer in time; look at the network, upstream_url and the proxy',
};

/** Region and proxy. */
const way = (connection: ConnectionConfig, config: Config): string => {
  const { account } = connection;
  const { region, edge, upstream } = account ?? {};
  const place = upstream
    ? `through ${upstream.origin} instead of Twilio`
    : region
      ? `in the region ${region} by the edge ${edge}`
      : "in Twilio's own region, us1";
  const proxy = routeFor(connection, config)(upstream ?? new URL('https://api.twilio.com'));
  return `${place}; ${proxy ? `the proxy ${proxy.host}:${proxy.port}` : 'no proxy'}`;
};

const clock = ({ clockAheadMs }: Probed): string => {
  if (clockAheadMs === undefined) return 'Twilio did not tell its time';
  const seconds = Math.abs(Math.round(clockAheadMs / 1000));
  if (Math.abs(clockAheadMs) < CLOCK_MS) return 'the clocks agree';
  return `the clock here is ${seconds} s ${clockAheadMs > 0 ? 'ahead' : 'behind'}; set it, or dates and shared limits go wrong`;
};
