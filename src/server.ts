/** The composition root: joins what the other folders make, from the settings, and decides nothing itself. */
import cluster from 'node:cluster';
import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from './config.ts';
import { createConnection, createContext } from './context.ts';
import { entities } from './entities/index.ts';
import { together } from './events.ts';
import { createEndpoint, PATH } from './http/endpoint.ts';
import type { Report } from './http/errors.ts';
import { createMonitoring } from './http/monitoring.ts';
import { createRegistry } from './model/registry.ts';
import { exposeCluster } from './observe/cluster.ts';
import { anonymous, type Log, type Logs } from './observe/log.ts';
import { Metrics } from './observe/metrics.ts';
import { dryRunOf, predictCost } from './schema/cost.ts';
import { buildSchema } from './schema/index.ts';
import type { Caller } from './twilio/caller.ts';
import { createClient } from './twilio/client.ts';
import { Gateway } from './twilio/gateway.ts';
import { Limiter } from './twilio/limiter.ts';
import { Media } from './twilio/media.ts';
import { MAX_PAGE } from './twilio/scan.ts';
import { RedisLimit } from './twilio/shared.ts';
import { Standing } from './twilio/standing.ts';
import { Transport, type TransportOptions } from './twilio/transport.ts';
import { openUpstream } from './upstream.ts';

export interface Server {
  readonly url: string;
  /** Takes no more requests and ends those under way; answers whether all of them could end within the time. */
  close(withinMs: number): Promise<boolean>;
}

/** The one connection that there is. */
const NAME = 'default';

export const startServer = async (
  config: Config,
  logs: Logs,
  way: Pick<TransportOptions, 'proxy' | 'ca'> = {},
): Promise<Server> => {
  const { log, observer: lines } = logs.connection(NAME, config.logLevel);
  const registry = createRegistry(entities);
  const upstream = await openUpstream(config.account, registry);
  const { queueLimit, queueWaitMs } = config;
  const shared = await openShared(config, upstream.accountSid, log);
  const limiter = new Limiter(Math.min(config.tpsPerNode, config.shared?.tps ?? config.tpsPerNode), {
    queueLimit,
    queueWaitMs,
    shared,
  });
  const scanPages = Math.ceil(config.scanLimit / MAX_PAGE);
  const standing = new Standing((signal) => check({ signal }));
  const metrics = new Metrics();
  const observer = together(
    lines,
    metrics.observer(NAME, () => limiter.queued),
    standing,
  );
  const transport = new Transport({
    limiter,
    observer,
    ...way,
    origin: upstream.upstream,
    timeoutMs: config.timeoutMs,
  });
  const client = createClient(upstream, transport, upstream);
  const media = new Media(client, transport, registry);
  const gateway = new Gateway(client, registry, observer);
  // A usual API key may read anything but the account itself.
  const check = (caller: Caller): Promise<unknown> =>
    upstream.username === upstream.accountSid
      ? gateway.fetch(registry.get('Account'), [upstream.accountSid], caller)
      : gateway.page(registry.get('IncomingPhoneNumber'), [upstream.accountSid], { pageSize: 1 }, undefined, caller);
  const connection = createConnection({
    registry,
    gateway,
    accountSid: upstream.accountSid,
    secret: upstream.password,
    scanLimit: config.scanLimit,
    throughput: limiter,
  });
  const report: Report = (correlationId, error) => log('error', { correlationId, ...anonymous(error) });
  let draining = false;
  const monitoring = createMonitoring({
    stand: {
      get draining() {
        return draining;
      },
      connections: [{ name: NAME, state: async () => (config.account ? standing.state() : 'ready') }],
    },
    metrics: cluster.isWorker ? exposeCluster(metrics) : () => metrics.expose(),
    boundTo: config.host,
    report,
  });
  const endpoint = createEndpoint({
    schema: buildSchema(registry),
    context: (signal, origin) => createContext(connection, signal, origin),
    openFile: (path, asked) => media.open(path, asked),
    pricing: {
      ceiling: config.maxCost,
      predict: (operation) => predictCost(operation, scanPages),
      dryRun: dryRunOf,
    },
    boundTo: config.host,
    report,
    observer,
  });
  const http = createServer((request, response) => {
    if (!monitoring(request, response)) endpoint(request, response);
  });
  const release = () => Promise.all([transport.close(), upstream.close(), shared?.close()]);
  try {
    await once(http.listen(config.port, config.host), 'listening');
  } catch (error) {
    await release();
    throw error;
  }
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}${PATH}`,
    close: async (withinMs) => {
      draining = true;
      const complete = await drain(http, withinMs);
      await release();
      return complete;
    },
  };
};

/** The limit of the whole account, where it has one. */
const openShared = async ({ shared, nodes = 1 }: Config, scope: string, log: Log): Promise<RedisLimit | undefined> => {
  if (!shared) return undefined;
  const onChange = ({ shared, nodes }: { shared: boolean; nodes: number }) =>
    log(shared ? 'limit shared' : 'limit divided', { nodes });
  const limit = new RedisLimit({ redis: shared.redis, scope, perSecond: shared.tps, nodes, onChange });
  await limit.open();
  return limit;
};

const drain = async (http: HttpServer, withinMs: number): Promise<boolean> => {
  let complete = true;
  const deadline = setTimeout(() => {
    complete = false;
    http.closeAllConnections();
  }, withinMs);
  // A connection that has just got its last answer is kept alive by Node until somebody looks.
  const sweep = setInterval(() => http.closeIdleConnections(), 50);
  await new Promise((closed) => http.close(closed));
  clearInterval(sweep);
  clearTimeout(deadline);
  return complete;
};
