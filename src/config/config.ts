/** Reads the whole configuration from options, environment and file, and reports all mistakes at once. */
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import {
  type AccountConfig,
  type ConnectionConfig,
  type Environment,
  environmentConnection,
  fileConnection,
  type Outcome,
  type ProxyConfig,
} from './connection.ts';
import { readConnectionsFile } from './file.ts';
import { Secret } from './secrets.ts';
import { fromText, serverSettings } from './settings.ts';
import { misspelled } from './spelling.ts';

export type { AccountConfig, ConnectionConfig, Environment, ProxyConfig };
export { Secret };

/** What the command line says. */
export interface ConfigOptions {
  /** The file of connections. */
  readonly file?: string | undefined;
  /** How many processes serve; `undefined`: this one alone. */
  readonly nodes?: number | undefined;
}

export interface JwtOptions {
  readonly keySet: { readonly url: string } | { readonly file: string };
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  readonly scopesClaim: string;
  readonly connectionsClaim: string | undefined;
  readonly accountsClaim: string | undefined;
}

/** Settings of the process. */
export interface ServerConfig {
  readonly nodes: number | undefined;
  readonly port: number;
  readonly host: string;
  /** Where clients reach the server, if not at `host` and `port`. */
  readonly publicUrl: string | undefined;
  readonly trustedProxies: readonly string[];
  /** Whether callers need a key. */
  readonly auth: 'auto' | 'required' | 'none';
  /** Tokens that callers may send; `undefined`: none. */
  readonly jwt: JwtOptions | undefined;
  /** Path of the manifest. */
  readonly trustedDocuments: string | undefined;
  readonly trustedDocumentsOnly: boolean;
  readonly drainMs: number;
  /** Where traces are sent. */
  readonly tracesTo: string | undefined;
  /** Folder that records which connections are suspended. */
  readonly stateFolder: string;
  /** Folder of the control sockets of this user's servers. */
  readonly runtimeFolder: string;
  /** Absolute path of the file of connections; `undefined`: the environment describes the only one. */
  readonly file: string | undefined;
}
export interface Config extends ServerConfig {
  readonly connections: readonly ConnectionConfig[];
  /** Sandboxes in the process that started this one, by the names of their connections. */
  readonly sandboxes: Readonly<Record<string, SandboxAccess>>;
  /** Identifies the server across restarts: its file or, without one, its account and port. */
  readonly identity: string;
  /** Proxy variables of the environment, for connections without a proxy of their own. */
  readonly systemProxy: Environment;
}
export interface SandboxAccess {
  readonly origin: string;
  readonly accountSid: string;
  readonly authToken: string;
}

/** Lists all mistakes, one per line: the setting and the rule, never the value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Variable in which the first process of several passes JSON to the others; not a setting. */
export const HANDED_DOWN = 'TWILIO_GRAPHQL_HANDED_DOWN';
export type HandedDown = Pick<Config, 'sandboxes' | 'identity'>;
const SYSTEM_PROXY = /^(https?|no)_proxy$/i;

/** Throws {@link ConfigError}. */
export const readConfig = async (environment: Environment, options: ConfigOptions = {}): Promise<Config> => {
  const { server, file, mistakes } = readProcess(environment, options);
  const found = await (file ? fromFile(file, environment) : fromEnvironment(environment));
  const proxies = Object.entries(environment).filter(([name]) => SYSTEM_PROXY.test(name));
  const origins = server ? found.connections.flatMap((each) => originMistake(server, each)) : [];
  const isSandbox = found.connections.every(({ account }) => account === undefined);
  const typos = misspelled(environment, file === undefined && isSandbox);
  const all = [...new Set([...mistakes, ...typos, ...proxies.flatMap(proxyMistake), ...found.mistakes, ...origins])];
  if (!server || all.length > 0) throw new ConfigError(all.join('\n'));
  const account = found.connections[0]?.account?.accountSid ?? 'sandbox';
  const own: HandedDown = { sandboxes: {}, identity: file ?? `${account} ${server.port}` };
  const handedDown = JSON.parse(environment[HANDED_DOWN] ?? '{}') as Partial<HandedDown>;
  return {
    ...server,
    ...own,
    ...handedDown,
    connections: found.connections,
    systemProxy: Object.fromEntries(proxies),
  };
};

/** The settings of the process alone, for a command to a running server. Throws {@link ConfigError}. */
export const readServerConfig = (environment: Environment, options: ConfigOptions): ServerConfig => {
  const { server, mistakes } = readProcess(environment, options);
  if (!server || mistakes.length > 0) throw new ConfigError(mistakes.join('\n'));
  return server;
};

interface ProcessRead {
  readonly server: ServerConfig | undefined;
  readonly file: string | undefined;
  readonly mistakes: readonly string[];
}

const readProcess = (environment: Environment, options: ConfigOptions): ProcessRead => {
  const texts = Object.entries(serverSettings).flatMap(([name, type]) => {
    const text = environment[name]?.trim();
    return text ? [[name, fromText(type, text)] as const] : [];
  });
  const { data, error } = z.object(serverSettings).safeParse(Object.fromEntries(texts));
  const wrong = new Set((error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`));
  const named = options.file ?? environment.TWILIO_GRAPHQL_CONFIG?.trim();
  const file = named ? resolve(named) : undefined;
  const folder = (variable: string) => environment[variable]?.trim() || undefined;
  const server = data && {
    nodes: options.nodes,
    port: data.PORT,
    host: data.HOST,
    publicUrl: data.PUBLIC_URL,
    trustedProxies: data.TRUSTED_PROXIES ?? [],
    auth: data.AUTH,
    jwt: jwtOf(data),
    trustedDocuments: data.TRUSTED_DOCUMENTS === undefined ? undefined : resolve(data.TRUSTED_DOCUMENTS),
    trustedDocumentsOnly: data.TRUSTED_DOCUMENTS_ONLY,
    drainMs: data.TWILIO_GRAPHQL_DRAIN_MS,
    tracesTo: data.OTEL_EXPORTER_OTLP_ENDPOINT,
    stateFolder: resolve(
      data.TWILIO_GRAPHQL_STATE ??
        join(folder('XDG_STATE_HOME') ?? join(homedir(), '.local', 'state'), 'twilio-graphql'),
    ),
    runtimeFolder: join(folder('XDG_RUNTIME_DIR') ?? tmpdir(), `twilio-graphql-${process.getuid?.() ?? 'user'}`),
    file,
  };
  return { server, file, mistakes: [...wrong, ...(data ? jwtMistakes(data) : [])] };
};

type ServerValues = z.infer<z.ZodObject<typeof serverSettings>>;

const jwtOf = (data: ServerValues): JwtOptions | undefined => {
  const { JWT_JWKS_URL: url, JWT_JWKS_FILE: file, JWT_ISSUER: issuer, JWT_AUDIENCE: audience } = data;
  const keySet = url !== undefined ? { url } : file !== undefined ? { file: resolve(file) } : undefined;
  if (!keySet || issuer === undefined || audience === undefined) return undefined;
  return {
    ...{ keySet, issuer, audience },
    algorithms: data.JWT_ALGORITHMS ?? ['RS256'],
    scopesClaim: data.JWT_SCOPES_CLAIM,
    connectionsClaim: data.JWT_CONNECTIONS_CLAIM,
    accountsClaim: data.JWT_ACCOUNTS_CLAIM,
  };
};

/** A token is verified by its keys, its issuer and its audience together. */
const jwtMistakes = (data: ServerValues): string[] => {
  const { JWT_JWKS_URL: url, JWT_JWKS_FILE: file, JWT_ISSUER: issuer, JWT_AUDIENCE: audience } = data;
  const given = Object.entries({ JWT_JWKS_URL: url, JWT_JWKS_FILE: file, JWT_ISSUER: issuer, JWT_AUDIENCE: audience });
  const [reason] = given.flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (reason === undefined) return [];
  if (url !== undefined && file !== undefined)
    return ['JWT_JWKS_FILE: must not be set, because JWT_JWKS_URL is also set'];
  const missing = [
    ...(url === undefined && file === undefined ? ['JWT_JWKS_URL'] : []),
    ...(issuer === undefined ? ['JWT_ISSUER'] : []),
    ...(audience === undefined ? ['JWT_AUDIENCE'] : []),
  ];
  return missing.map((name) => `${name}: must also be set, because ${reason} is set`);
};

/** Behind a public address, any program of the client's machine could be the page. */
const originMistake = ({ host, file }: ServerConfig, { name, allowedOrigins }: ConnectionConfig): string[] => {
  if (/^(localhost|::1|127\.[\d.]+)$/i.test(host) || !allowedOrigins.some((each) => each.endsWith(':*'))) return [];
  const setting = file ? `connections.${name}.allowed_origins` : 'ALLOWED_ORIGINS';
  return [`${setting}: any port (:*) is allowed only while HOST is a loopback address, such as 127.0.0.1`];
};

const proxyMistake = ([name, value = '']: readonly [string, string | undefined]): string[] => {
  const text = value.includes('://') ? value : `http://${value}`;
  const isProxy = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  const rule = 'must be http(s)://user:password@host:port, such as http://127.0.0.1:3128';
  return /^no_/i.test(name) || value.trim() === '' || isProxy ? [] : [`${name}: ${rule}`];
};

interface Found {
  readonly connections: readonly ConnectionConfig[];
  readonly mistakes: readonly string[];
}

const fromEnvironment = async (environment: Environment): Promise<Found> =>
  gathered([await environmentConnection(environment)]);

const fromFile = async (file: string, environment: Environment): Promise<Found> => {
  const { connections, mistakes } = await readConnectionsFile(file);
  const folder = dirname(file);
  const found = gathered(await Promise.all(connections.map((each) => fileConnection(each, environment, folder))));
  return { ...found, mistakes: [...mistakes, ...found.mistakes] };
};

/** A mistake that several connections inherit from the environment is reported once. */
const gathered = (outcomes: readonly Outcome[]): Found => ({
  connections: outcomes.flatMap((each) => ('connection' in each ? [each.connection] : [])),
  mistakes: [...new Set(outcomes.flatMap((each) => ('mistakes' in each ? each.mistakes : [])))],
});
