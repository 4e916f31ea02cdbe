/** Where `query` sends its operations: the running server with the same settings, or one started for it. */
import type { Command } from 'commander';
import { type Config, type Environment, readConfig } from '../config/index.ts';
import { CommandError, runningServers } from '../control/index.ts';
import { createLogs, standardError } from '../observe/index.ts';

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}
export interface Endpoint {
  post(body: { query: string; variables: Readonly<Record<string, unknown>> }): Promise<Answer>;
  close(): Promise<unknown>;
}
type Headers = Readonly<Record<string, string>>;
interface Choice {
  readonly url?: URL;
  readonly connection?: string;
  readonly config?: string;
  readonly header?: Headers;
}

/** The variable with the caller's key for the server: on a command line, every user of the machine could read it. */
export const KEY = 'TWILIO_GRAPHQL_KEY';

export const openEndpoint = async (environment: Environment, choice: Choice, called: Command): Promise<Endpoint> => {
  const key = environment[KEY];
  const headers = { ...(key && { authorization: `Bearer ${key}` }), ...choice.header };
  if (choice.url) return endpointAt(choice.url.href, headers);
  const config = await readConfig(environment, { file: choice.config });
  const names = config.connections.map(({ name }) => name);
  const name = choice.connection ?? names[0] ?? '';
  if (choice.connection === undefined && names.length > 1)
    called.error(`error: choose a connection with --connection: ${names.join(', ')}`);
  if (!names.includes(name))
    called.error(`error: --connection: there is no such connection; there are: ${names.join(', ')}`);
  // The account is compared, so that an operation never reaches an account that this shell does not name.
  const running = await runningServers(config.runtimeFolder).catch(() => []);
  const same = running.find(({ identity }) => identity === config.identity);
  if (same) return endpointAt(new URL(`/connections/${name}/graphql`, same.url).href, headers);
  return startFor(name, config, headers);
};

const startFor = async (name: string, config: Config, headers: Headers): Promise<Endpoint> => {
  const { startServer } = await import('../server/index.ts');
  const connections = config.connections.filter((each) => each.name === name);
  const alone: Config = { ...config, host: '127.0.0.1', port: 0, auth: 'none', connections };
  const server = await startServer(alone, createLogs(await standardError()));
  return endpointAt(server.url, headers, () => server.close(config.drainMs));
};

const endpointAt = (url: string, headers: Headers, close: () => Promise<unknown> = async () => {}): Endpoint => ({
  post: async (body) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'user-agent': 'twilio-graphql-cli',
        ...headers,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: JSON.stringify(body),
    }).catch(() => {
      throw new CommandError(`query: ${new URL(url).origin} does not answer; is the server running?`);
    });
    const text = await response.text();
    try {
      return JSON.parse(text) as Answer;
    } catch {
      throw new CommandError(
        `query: ${new URL(url).origin} answered HTTP ${response.status} without JSON; is this a GraphQL address?`,
      );
    }
  },
  close,
});
