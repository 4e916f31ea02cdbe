/** The server under test, spoken to as any client does: GraphQL over HTTP. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConfigOptions, readConfig } from '../../src/config/index.ts';
import { createLogs } from '../../src/observe/log.ts';
import { startServer } from '../../src/server/server.ts';

/** Nobody's: what a developer has suspended is no matter of a test. */
export const STATE = mkdtempSync(join(tmpdir(), 'twilio-graphql-test-'));

let servers = 0;

export const ACCOUNT = `AC${'a'.repeat(32)}`;
export const TOKEN = 'f'.repeat(32);

export interface GraphQLAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for.
  readonly data: any;
  readonly errors: readonly { message: string; path?: string[]; extensions: Record<string, unknown> }[];
  readonly extensions: Record<string, unknown>;
  readonly text: string;
}
export interface TestServer {
  readonly url: string;
  readonly logged: unknown[];
  ask(
    query: string,
    variables?: Record<string, unknown>,
    signal?: AbortSignal,
    headers?: Record<string, string>,
  ): Promise<GraphQLAnswer>;
  close(): Promise<void>;
}

/** Starts the server with these settings; without credentials it runs on the sandbox. */
export const startTestServer = async (
  settings: Record<string, string>,
  options: ConfigOptions = {},
): Promise<TestServer> => {
  const logged: unknown[] = [];
  // State of its own: what another server has sent is no matter of this one.
  const state = join(STATE, String(servers++));
  const config = await readConfig({ PORT: '0', TWILIO_GRAPHQL_STATE: state, ...settings }, options);
  const server = await startServer(config, createLogs({ write: (line) => logged.push(JSON.parse(line)) }));
  return {
    url: server.url,
    logged,
    ask: async (query, variables, signal, headers) => {
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
        signal: signal ?? null,
      });
      const text = await response.text();
      const { data, errors = [], extensions = {} } = JSON.parse(text);
      return { status: response.status, data, errors, extensions, text };
    },
    close: async () => {
      await server.close(1000);
    },
  };
};

/** A server whose Twilio is a stand-in. */
export const startAgainst = (upstream: string, settings: Record<string, string> = {}): Promise<TestServer> =>
  startTestServer({
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_UPSTREAM_URL: upstream,
    TWILIO_TPS_PER_NODE: '1000',
    // Many tests are about several writes of one operation; the default has a test of its own.
    TWILIO_MAX_PAID_FIELDS: '100',
    ...settings,
  });
