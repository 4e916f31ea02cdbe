/** The configuration: read from arguments, environment and file by the composition root alone, all mistakes at once. */
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { type Command, readCommand, verbOf } from './command.ts';
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

export type { AccountConfig, Command, ConnectionConfig, ProxyConfig };
export { Secret, verbOf };

/** What concerns the process, whatever it is connected to. */
export interface ServerConfig {
  readonly command: Command;
  readonly port: number;
  readonly host: string;
  /** Where clients reach the server, if not at `host` and `port`. */
  readonly publicUrl: string | undefined;
  readonly trustedProxies: readonly string[];
  readonly drainMs: number;
  /** Keeps which connections are suspended. */
  readonly stateFolder: string;
  /** Holds the control sockets of this user's servers. */
  readonly runtimeFolder: string;
  /** Absolute path of the file of connections; `undefined`: the environment describes the only one. */
  readonly file: string | undefined;
}
export interface Config extends ServerConfig {
  readonly connections: readonly ConnectionConfig[];
  /** Sandboxes of the process that started this one, by their connections' names. */
  readonly sandboxes: Readonly<Record<string, SandboxAccess>>;
  /** Of the server, by which it is known again after a restart: its file or, without one, its account and its port. */
  readonly identity: string;
  /** What the environment says of a proxy, where a connection says nothing. */
  readonly systemProxy: Environment;
}
export interface SandboxAccess {
  readonly origin: string;
  readonly accountSid: string;
  readonly authToken: string;
}

/** All mistakes at once, a line each: the setting and the rule, never the value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** What the first process of several tells the others, as JSON; no setting. */
export const HANDED_DOWN = 'TWILIO_GRAPHQL_HANDED_DOWN';
export type HandedDown = Pick<Config, 'sandboxes' | 'identity'>;
const SYSTEM_PROXY = /^(https?|no)_proxy$/i;

/** `args` are the command's: `--nodes 4 --config connections.yaml`. Throws {@link ConfigError}. */
export const readConfig = async (environment: Environment, args: readonly string[] = []): Promise<Config> => {
  const { server, file, mistakes } = readProcess(environment, args);
  const found = await (file ? fromFile(file, environment) : fromEnvironment(environment));
  const proxies = Object.entries(environment).filter(([name]) => SYSTEM_PROXY.test(name));
  const all = [...mistakes, ...proxies.flatMap(proxyMistake), ...found.mistakes];
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

/** Without the connections, for a command to a server that runs. Throws {@link ConfigError}. */
export const readServerConfig = (environment: Environment, args: readonly string[]): ServerConfig => {
  const { server, mistakes } = readProcess(environment, args);
  if (!server || mistakes.length > 0) throw new ConfigError(mistakes.join('\n'));
  return server;
};

interface ProcessRead {
  readonly server: ServerConfig | undefined;
  readonly file: string | undefined;
  readonly mistakes: readonly string[];
}

const readProcess = (environment: Environment, args: readonly string[]): ProcessRead => {
  const { command, mistakes } = readCommand(args);
  const texts = Object.entries(serverSettings).flatMap(([name, type]) => {
    const text = environment[name]?.trim();
    return text ? [[name, fromText(type, text)] as const] : [];
  });
  const { data, error } = z.object(serverSettings).safeParse(Object.fromEntries(texts));
  const wrong = new Set((error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`));
  const named = command.file ?? environment.TWILIO_GRAPHQL_CONFIG?.trim();
  const file = named ? resolve(named) : undefined;
  const folder = (variable: string) => environment[variable]?.trim() || undefined;
  const server = data && {
    command,
    port: data.PORT,
    host: data.HOST,
    publicUrl: data.PUBLIC_URL,
    trustedProxies: data.TRUSTED_PROXIES ?? [],
    drainMs: data.TWILIO_GRAPHQL_DRAIN_MS,
    stateFolder: resolve(
      data.TWILIO_GRAPHQL_STATE ??
        join(folder('XDG_STATE_HOME') ?? join(homedir(), '.local', 'state'), 'twilio-graphql'),
    ),
    runtimeFolder: join(folder('XDG_RUNTIME_DIR') ?? tmpdir(), `twilio-graphql-${process.getuid?.() ?? 'user'}`),
    file,
  };
  return { server, file, mistakes: [...mistakes, ...wrong] };
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

/** What several connections inherit wrong from the environment is one mistake. */
const gathered = (outcomes: readonly Outcome[]): Found => ({
  connections: outcomes.flatMap((each) => ('connection' in each ? [each.connection] : [])),
  mistakes: [...new Set(outcomes.flatMap((each) => ('mistakes' in each ? each.mistakes : [])))],
});
