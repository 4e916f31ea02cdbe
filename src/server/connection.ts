/**
 * One connection as it is served: all that belongs to one account, and nothing that belongs to another.
 *
 * A connection owns its credentials, limiter, transport, loaders, cursors and endpoint; only the schema is shared. A
 * reload changes credentials, log level and suspension. Every other changed setting needs a restart, so that running
 * requests never meet two configurations.
 */
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { Links, type Principal } from '../access/index.ts';
import { type Config, type ConnectionConfig, differences } from '../config/index.ts';
import { type Context, createConnection, createContext } from '../context.ts';
import { type Observer, together } from '../events.ts';
import { type Authentication, createEndpoint, type Report, type State, type TrustedDocuments } from '../http/index.ts';
import { Journal } from '../journal/index.ts';
import type { ConnectionLog, Log } from '../observe/index.ts';
import { dryRunOf, missingScopes, predictCost, readNeed, tooManyPaidFields } from '../schema/index.ts';
import { Spending } from '../spending/index.ts';
import { Gateway } from '../twilio/gateway.ts';
import { CredentialHealth, probe } from '../twilio/health/index.ts';
import { Limiter, RedisLimit } from '../twilio/limiter/index.ts';
import { MAX_PAGE } from '../twilio/lists/index.ts';
import { Media } from '../twilio/media/index.ts';
import { createClient, type Twilio } from '../twilio/sdk/index.ts';
import {
  CredentialStore,
  type Credentials,
  type ProxyRoute,
  proxyRouteOf,
  type RequestCoalescer,
  Transport,
  type TransportOptions,
} from '../twilio/transport/index.ts';
import { servedProducts } from './products.ts';
import type { Stores } from './stores.ts';
import { credentialsOf, openUpstream, type Upstream } from './upstream.ts';

/** What all connections of a process have in common. */
export interface Surroundings {
  readonly config: Config;
  readonly report: Report;
  readonly stores: Stores;
  readonly authentication: Authentication;
  readonly trusted: TrustedDocuments | undefined;
  /** Of all connections. */
  readonly coalescers: Set<RequestCoalescer>;
  logOf(connection: ConnectionConfig): ConnectionLog;
  /** Counts what happens to a connection; `queued` answers how many of its transactions wait. */
  metricsOf(name: string, queued: () => number): Observer;
  tracesOf(name: string): Observer;
}

export interface ServedConnection {
  readonly name: string;
  /** Answers `/graphql` and `/media/…`. */
  readonly endpoint: RequestListener;
  /** While suspended it gets no request, and so sends none. */
  suspended: boolean;
  state(): Promise<State>;
  /** Takes over what may change at any time; answers the settings that have changed and need a start. */
  apply(config: ConnectionConfig): readonly string[];
  close(): Promise<void>;
}

/** `base`: where its paths begin, `''` or `/connections/{name}`. */
export const openConnection = async (
  settings: ConnectionConfig,
  base: string,
  { config, report, stores, authentication, trusted, coalescers, logOf, metricsOf, tracesOf }: Surroundings,
): Promise<ServedConnection> => {
  let current = settings;
  const { registry, schemas, introspections } = servedProducts(settings.products);
  const lines = logOf(settings);
  const { sandboxes } = config;
  // A connection may be called constructor.
  const sandbox = Object.hasOwn(sandboxes, settings.name) ? sandboxes[settings.name] : undefined;
  const upstream = await openUpstream(settings, registry, sandbox);
  const { accountSid } = upstream.credentials;
  const shared = await openShared(settings, config.nodes, accountSid, lines.log);
  const limiter = new Limiter(Math.min(settings.tpsPerNode, settings.shared?.tps ?? settings.tpsPerNode), {
    queueLimit: settings.queueLimit,
    queueWaitMs: settings.queueWaitMs,
    shared,
  });
  const healthOf = (credentials: Credentials) =>
    new CredentialHealth((signal) => probe(client, transport, credentials, signal));
  let health = healthOf(upstream.credentials);
  const observer = together(
    lines.observer,
    metricsOf(settings.name, () => limiter.queued),
    tracesOf(settings.name),
    {
      transaction: (event) => health.transaction(event),
      refusedOrigin: originLog(lines.log),
    },
  );
  const { credentialStore, transport, client } = reach(settings, config, upstream, limiter, { observer });
  // The SDK loads a product when it is first used, which would hold up the first requests.
  setImmediate(() => void client.api.v2010);
  const media = new Media(client, transport, registry);
  // Nobody tells this process of a write that another one makes.
  const untilSent = settings.redis !== undefined || (config.nodes ?? 1) > 1;
  const gateway = new Gateway(client, registry, observer, { untilSent, ofProcess: coalescers });
  const secret = upstream.credentials.password;
  const journal = new Journal({
    store: await stores.of(settings),
    gateway,
    registry,
    scope: `${settings.name}/${accountSid}`,
    secret,
    observer,
  });
  const spending = new Spending({
    store: async () => (upstream.isSandbox && !stores.hasOwn() ? undefined : stores.own()),
    scope: `${settings.name}/${accountSid}`,
    secret,
    limits: settings.spendingLimits,
    destinations: settings.destinations,
    isSandbox: upstream.isSandbox,
  });
  const connection = createConnection({
    name: settings.name,
    registry,
    gateway,
    accountSid,
    journal,
    spending,
    requireIdempotencyKey: settings.requireIdempotencyKey,
    secret,
    scanLimit: settings.scanLimit,
    throughput: limiter,
  });
  const links = new Links(secret, settings.name);
  // Credentials of a parent reach all of its accounts; a connection of a subaccount is for that one alone.
  const rightsOf = ({ rights }: Principal) => (settings.account?.throughParent ? rights.within([accountSid]) : rights);
  const scanPages = Math.ceil(settings.scanLimit / MAX_PAGE);
  const endpoint = createEndpoint({
    schemas,
    introspections,
    context: ({ signal, origin, headers, principal }) =>
      createContext(connection, {
        id: principal.id,
        rights: rightsOf(principal),
        spending: principal.spending,
        link: (path) =>
          `${origin}${base}${principal.isAuthenticated ? links.sign(path, principal.id, principal.expiresAt) : path}`,
        signal,
        idempotencyKey: headerIn(headers, 'idempotency-key'),
      }),
    timeoutMs: settings.operationTimeoutMs,
    authorize: (operation) => {
      const { client } = operation.contextValue as Context;
      const missing = missingScopes(operation, client.rights, connection);
      return missing.length > 0 ? missing : tooManyPaidFields(operation, settings.maxPaidFields);
    },
    authentication,
    trusted,
    files: {
      callerOf: (url) => links.callerOf(url),
      mayRead: (principal, path) => {
        const [, , kind, account] = path.split('/');
        const entity = registry.find(kind === 'recordings' ? 'Recording' : 'Media');
        return entity !== undefined && rightsOf(principal).allows(readNeed(entity, account));
      },
    },
    isSandbox: upstream.isSandbox,
    openFile: (path, asked) => media.open(path, asked),
    pricing: {
      maxCost: settings.maxCost,
      maxPredictedCost: settings.maxPredictedCost,
      predict: (operation) => predictCost(operation, scanPages),
      dryRun: dryRunOf,
    },
    boundTo: config.host,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    allowedOrigins: settings.allowedOrigins,
    report,
    observer,
    shown: { name: settings.name, accountSid: upstream.isSandbox ? undefined : accountSid },
  });

  const served: ServedConnection = {
    name: settings.name,
    endpoint,
    suspended: settings.suspended,
    state: async () => (served.suspended ? 'suspended' : upstream.isSandbox ? 'ready' : health.state()),
    apply: (changed) => {
      const { account } = changed;
      const isSameAccount = account !== undefined && !upstream.isSandbox && account.accountSid === accountSid;
      if (isSameAccount && differences(current, changed).some((key) => CREDENTIALS.includes(key))) {
        const credentials = credentialsOf(account);
        credentialStore.replace(credentials);
        connection.cursors.rotate(credentials.password);
        connection.globalIds.rotate(credentials.password);
        health = healthOf(credentials);
      }
      lines.level = changed.logLevel;
      current = changed;
      const live = isSameAccount ? [...LIVE, ...CREDENTIALS] : LIVE;
      return differences(settings, changed).filter((key) => !live.includes(key));
    },
    close: async () => {
      await journal.close();
      await Promise.all([transport.close(), upstream.close(), shared?.close()]);
    },
  };
  return served;
};

const headerIn = (headers: IncomingHttpHeaders, name: string): string | undefined => [headers[name]].flat()[0];

/** Settings that a reload takes over as they are, and credentials, which it does for the same account. */
const LIVE: readonly string[] = ['description', 'labels', 'suspended', 'log_level'];
const CREDENTIALS: readonly string[] = [
  'account_sid',
  'auth_token',
  'api_key',
  'api_secret',
  'subaccount_sid',
  'product_credentials',
  'subaccount_auth_token',
];

/** Through which proxy a connection's calls go; the sandbox needs none. */
export const routeFor = (
  { account, proxy }: ConnectionConfig,
  { systemProxy }: Pick<Config, 'systemProxy'>,
): ProxyRoute => {
  if (!account || proxy === 'off') return proxyRouteOf({ enabled: false }, systemProxy);
  return proxyRouteOf(proxy && { ...proxy, password: proxy.password?.reveal() }, systemProxy);
};

/** The way to Twilio. */
export const reach = (
  settings: ConnectionConfig,
  config: Pick<Config, 'systemProxy'>,
  upstream: Upstream,
  limiter: Limiter,
  more: Pick<TransportOptions, 'observer' | 'noRetry'> = {},
): { credentialStore: CredentialStore; transport: Transport; client: Twilio } => {
  const credentialStore = new CredentialStore(upstream.credentials);
  const transport = new Transport({
    limiter,
    credentialStore,
    origin: upstream.origin,
    proxy: routeFor(settings, config),
    ca: settings.ca,
    timeoutMs: settings.timeoutMs,
    ...more,
  });
  return { credentialStore, transport, client: createClient(upstream.credentials, transport, upstream) };
};

/** Most origins that the log names: a client could invent any number of them. */
const MAX_LOGGED_ORIGINS = 100;
const LONGEST_ORIGIN = 200;

/** Logs each refused origin once, with the setting that would allow it. */
const originLog = (log: Log): ((origin: string) => void) => {
  const logged = new Set<string>();
  return (origin) => {
    if (logged.has(origin) || logged.size >= MAX_LOGGED_ORIGINS || origin.length > LONGEST_ORIGIN) return;
    logged.add(origin);
    log('origin refused', { origin, allowWith: `ALLOWED_ORIGINS=${origin}` });
  };
};

/** The limit of the whole account, where it has one. */
const openShared = async (
  { shared }: ConnectionConfig,
  nodes = 1,
  scope: string,
  log: Log,
): Promise<RedisLimit | undefined> => {
  if (!shared) return undefined;
  const onChange = ({ shared, nodes }: { shared: boolean; nodes: number }) =>
    log(shared ? 'limit shared' : 'limit divided', { nodes });
  const limit = new RedisLimit({ redis: shared.redis.reveal(), scope, perSecond: shared.tps, nodes, onChange });
  await limit.open();
  return limit;
};
