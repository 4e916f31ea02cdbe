/**
 * The composition root: joins what the other folders make, from the settings, and decides nothing itself.
 *
 * While it stops, the server keeps listening until running operations have been answered, so that health checks and
 * load balancers notice. Then the transports close, which waits for writes whose clients have left.
 */
import cluster from 'node:cluster';
import { once } from 'node:events';
import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config/index.ts';
import { Suspensions } from '../control/index.ts';
import { createAccess, createMonitoring, createRouter, PATH, type Report } from '../http/index.ts';
import { exposeCluster, type Logs, Metrics, openTracing, redactedError } from '../observe/index.ts';
import { checkAuthentication, openAuthenticator } from './authentication.ts';
import { openConnection, type ServedConnection, type Surroundings } from './connection.ts';
import { openManifest } from './manifest.ts';
import { checkProducts } from './products.ts';
import { Stores } from './stores.ts';

export interface Server {
  /** Of its first connection. */
  readonly url: string;
  suspend(name: string, suspended: boolean): Promise<void>;
  /** Takes over what may change while it runs: secrets, log levels, which connections are suspended. */
  apply(config: Config): Promise<void>;
  /** Takes no more requests and ends those under way; answers whether all of them could end within the time. */
  close(withinMs: number): Promise<boolean>;
}

/**
 * What a client that sends slowly may take; Node checks both once a second. An idle connection is kept for longer than
 * balancers keep theirs (a minute, usually): otherwise they would send requests on connections that are being closed.
 */
const TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 75_000,
};

/** The connection that has `/graphql` itself. */
const MAIN = 'default';

export const startServer = async (config: Config, logs: Logs): Promise<Server> => {
  checkProducts(config);
  const metrics = new Metrics();
  const report: Report = (correlationId, error) => logs.log('error', { correlationId, ...redactedError(error) });
  const stores = new Stores(config);
  await checkAuthentication(config, stores);
  const authentication = openAuthenticator(config, stores);
  const trusted = openManifest(config);
  const tracing = config.tracesTo === undefined ? undefined : await openTracing(config.tracesTo);
  const surroundings: Surroundings = {
    config,
    authentication,
    trusted,
    stores,
    coalescers: new Set(),
    report,
    logOf: ({ name, logLevel }) => logs.connection(name, logLevel),
    metricsOf: (name, queued) => metrics.observer(name, queued),
    tracesOf: (name) => tracing?.observer(name) ?? {},
  };
  const connections = await Promise.all(
    config.connections.map((each) => openConnection(each, baseOf(each.name), surroundings)),
  );
  const release = async () => {
    await Promise.all(connections.map((each) => each.close()));
    await stores.close();
    await tracing?.close();
  };
  const named = (name: string) => connections.find((each) => each.name === name);
  await applySuspensions(connections, config);

  let draining = false;
  const access = createAccess({ ...config, boundTo: config.host });
  const monitoring = createMonitoring({
    access,
    authentication,
    process: {
      get draining() {
        return draining;
      },
      connections,
    },
    metrics: cluster.isWorker ? exposeCluster(metrics) : () => metrics.expose(),
    report,
  });
  const route = createRouter({ access, connections, main: named(MAIN), draining: () => draining });
  const underWay = new Set<object>();
  const http = createServer(TIMEOUTS, (request, response) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
    closeWithConnection(request, response);
    if (!monitoring(request, response)) route(request, response);
  });
  try {
    await once(http.listen(config.port, config.host), 'listening');
  } catch (error) {
    await release();
    throw error;
  }
  const { port } = http.address() as AddressInfo;
  const origin = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  return {
    url: `${origin}${baseOf(connections[0]?.name ?? MAIN)}${PATH}`,
    suspend: async (name, suspended) => {
      const connection = named(name);
      if (connection) connection.suspended = suspended;
    },
    apply: async (changed) => {
      const needsStart: string[] = [];
      for (const each of changed.connections) {
        const differing = named(each.name)?.apply(each) ?? ['the connection itself'];
        needsStart.push(...differing.map((key) => `${each.name}: ${key}`));
      }
      const gone = connections.filter(({ name }) => !changed.connections.some((each) => each.name === name));
      needsStart.push(...gone.map(({ name }) => `${name}: the connection itself`));
      await applySuspensions(connections, changed);
      logs.log('configuration read again', { needsStart });
    },
    close: async (withinMs) => {
      draining = true;
      const deadline = performance.now() + withinMs;
      const answered = await drain(http, underWay, deadline);
      // A write whose client has gone is under way all the same: closing waits for it.
      const late = new AbortController();
      const time = Math.max(0, deadline - performance.now());
      const ended = await Promise.race([release(), sleep(time, 'late', { signal: late.signal }).catch(() => 'late')]);
      late.abort();
      return answered && ended !== 'late';
    },
  };
};

const baseOf = (name: string): string => (name === MAIN ? '' : `/connections/${name}`);

/** Connections that a command has suspended or resumed stay so until the file is changed. */
const applySuspensions = async (connections: readonly ServedConnection[], config: Config): Promise<void> => {
  const suspensions = new Suspensions(config);
  for (const connection of connections) {
    const said = config.connections.find(({ name }) => name === connection.name);
    if (said) connection.suspended = await suspensions.isSuspended(said);
  }
};

/** Goes on listening until running requests have been answered, so that new ones get 503. */
const drain = async (http: HttpServer, underWay: ReadonlySet<object>, deadline: number): Promise<boolean> => {
  while (underWay.size > 0 && performance.now() < deadline) await sleep(POLL_MS);
  const complete = underWay.size === 0;
  const closed = once(http, 'close');
  http.close();
  http.closeAllConnections();
  await closed;
  return complete;
};

/**
 * A response that waits behind another one of its connection has no socket yet, and Node does not close it when its
 * client leaves: what it is made for would go on.
 */
const closeWithConnection = ({ socket }: IncomingMessage, response: ServerResponse): void => {
  if (response.socket) return;
  const close = () => void response.emit('close');
  // One for each response that waits.
  socket.setMaxListeners(0);
  socket.once('close', close);
  response.once('socket', () => socket.off('close', close));
};
const POLL_MS = 20;
