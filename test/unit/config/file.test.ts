/** The file of connections: what it takes, what it takes from the environment, and that it tells all its mistakes. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ConfigError, readConfig, Secret } from '../../../src/config/index.ts';
import { connectionsSchema } from '../../../src/config/schema.ts';
import { serverSettings } from '../../../src/config/settings.ts';
import { showConfig } from '../../../src/config/show.ts';

const AC = `AC${'a1'.repeat(16)}`;
const SECRET = 'fedcba9876543210fedcba9876543210';
const LIVE = `account_sid: ${AC}, auth_token: ${SECRET}`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twilio-graphql-'));
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (text: string, environment: Record<string, string> = {}) => {
  const file = join(folder, 'connections.yaml');
  await writeFile(file, text);
  return readConfig(environment, { file });
};
const mistakesOf = async (text: string, environment: Record<string, string> = {}): Promise<string[]> => {
  const error: unknown = await read(text, environment).catch((thrown) => thrown);
  if (error instanceof ConfigError) return error.message.split('\n');
  throw error instanceof Error ? error : new Error('There was no mistake.');
};

describe('what it takes', () => {
  it('YAML and JSON', async () => {
    const expected = [
      { name: 'sales', account: undefined, labels: { team: 'a' }, description: 'Sales', logLevel: 'info' },
      { name: 'support-eu', suspended: true, tpsPerNode: 5 },
    ];
    const yaml = `connections:
      sales: { sandbox: true, labels: { team: a }, description: Sales, log_level: info }
      support-eu: { ${LIVE}, suspended: true, tps_per_node: 5 }`;
    expect((await read(yaml)).connections).toMatchObject(expected);
    const json = {
      connections: {
        sales: { sandbox: true, labels: { team: 'a' }, description: 'Sales', log_level: 'info' },
        'support-eu': { account_sid: AC, auth_token: SECRET, suspended: true, tps_per_node: 5 },
      },
    };
    expect((await read(JSON.stringify(json))).connections).toMatchObject(expected);
  });

  it('what is left out comes from the environment, but never its credentials, nor half of what belongs together', async () => {
    const environment = {
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'other',
      TWILIO_TIMEOUT_MS: '1234',
      TWILIO_REGION: 'au1',
      TWILIO_EDGE: 'sydney',
      LOG_LEVEL: 'debug',
    };
    const text = `connections:
      one: { ${LIVE} }
      two: { ${LIVE}, region: ie1, edge: dublin, timeout_ms: 99, log_level: warn }
      three: { sandbox: true }`;
    expect((await read(text, environment)).connections).toMatchObject([
      { account: { accountSid: AC, region: 'au1', edge: 'sydney' }, timeoutMs: 1234, logLevel: 'debug' },
      { account: { accountSid: AC, region: 'ie1', edge: 'dublin' }, timeoutMs: 99, logLevel: 'warn' },
      { account: undefined, timeoutMs: 1234 },
    ]);
    expect(await mistakesOf(`connections: { one: { ${LIVE}, region: ie1 } }`, environment)).toEqual([
      expect.stringContaining('connections.one.edge: must also be set'),
    ]);
  });

  it('secrets from the environment and from files beside it', async () => {
    await writeFile(join(folder, 'token'), `${SECRET}\n`);
    const { connections } = await read(
      `connections:
        a: { account_sid: ${AC}, auth_token: "env:SALES" }
        b: { account_sid: ${AC}, auth_token_file: token }`,
      { SALES: 'from the environment'.replaceAll(' ', '-') },
    );
    expect(connections.map(({ account }) => account?.password.reveal())).toEqual(['from-the-environment', SECRET]);
  });
});

describe('mistakes', () => {
  it.each<[string, string, RegExp]>([
    [
      'an unknown key',
      `a: { ${LIVE}, acount_sid: x }`,
      /^connections\.a\.acount_sid: is not a setting; did you mean account_sid\?$/,
    ],
    [
      'a wrong type',
      `a: { ${LIVE}, tps_per_node: "25" }`,
      /^connections\.a\.tps_per_node: must be a whole number .+ such as 25$/,
    ],
    [
      'a secret of digits only',
      `a: { account_sid: ${AC}, auth_token: 123 }`,
      /^connections\.a\.auth_token: .+ in quotes/,
    ],
    ['a duplicate name', 'a: { sandbox: true }\n  a: { sandbox: true }', /^a: appears a second time in line 3;/],
    ['a duplicate key', 'a: { sandbox: true, sandbox: true }', /^sandbox: appears a second time in line 2;/],
    ['a bad name', 'Sales: { sandbox: true }', /^connections\.Sales: the name must be at most 49 .+ such as sales-eu$/],
    ['a long name', `${'a'.repeat(50)}: { sandbox: true }`, /: the name must be at most 49/],
    ['a hyphen at the end', 'a-: { sandbox: true }', /: the name must be at most 49/],
    ['no settings', 'a: true', /^connections\.a: must contain settings, such as/],
    [
      'no credentials',
      'a: {}',
      /^connections\.a\.account_sid: must be set, with connections\.a\.auth_token; or set sandbox: true$/,
    ],
    ['both', `a: { sandbox: true, ${LIVE} }`, /^connections\.a\.sandbox: must be false or left out/],
    [
      'a missing secret file',
      `a: { account_sid: ${AC}, auth_token_file: no-such }`,
      /^connections\.a\.auth_token_file: names a file that cannot be read \(ENOENT\)/,
    ],
    [
      'a missing variable',
      `a: { account_sid: ${AC}, auth_token: "env:NO_SUCH" }`,
      /^connections\.a\.auth_token: names an environment variable that is not set/,
    ],
    [
      'a bad reference',
      `a: { account_sid: ${AC}, auth_token: "gcp-secret:x" }`,
      /^connections\.a\.auth_token: must have the form of gcp-secret:projects\//,
    ],
    [
      'an unreadable certificate',
      `a: { ${LIVE}, ca_file: connections.yaml }`,
      /^connections\.a\.ca_file: holds no certificate/,
    ],
    [
      'a missing certificate',
      `a: { ${LIVE}, ca_file: no-such }`,
      /^connections\.a\.ca_file: cannot be read \(ENOENT\)/,
    ],
    ['labels that are none', 'a: { sandbox: true, labels: [x] }', /^connections\.a\.labels: must be names with texts/],
  ])('%s', async (_, connections, expected) => {
    const mistakes = await mistakesOf(`connections:\n  ${connections}\n`);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(expected);
    expect(mistakes[0]).not.toContain(SECRET);
  });

  it.each<[string, string, RegExp]>([
    ['no connections', 'connections: {}', /^connections: must contain connections by name/],
    ['a list', 'connections: [a]', /^connections: must contain connections by name/],
    ['an unknown key beside', 'conections: {}', /^conections: is not a setting; did you mean connections\?/],
    ['text', 'just text', /^--config: the file must hold connections/],
    ['no YAML', `connections: { ${SECRET}`, /^--config: line \d is neither YAML nor JSON/],
  ])('a file with %s', async (_, text, expected) => {
    const [first = ''] = await mistakesOf(text);
    expect(first).toMatch(expected);
    expect(first).not.toContain(SECRET);
  });

  it('all at once, of all connections, and the name of no value', async () => {
    const mistakes = await mistakesOf(`connections:
      a: { ${LIVE}, region: ie1, tps_per_node: ${SECRET} }
      b: { sandbox: true, max_cost: 0 }`);
    expect(mistakes.map((line) => line.split(':')[0])).toEqual([
      'connections.a.tps_per_node',
      'connections.a.edge',
      'connections.b.max_cost',
    ]);
    expect(mistakes.join()).not.toContain(SECRET);
  });

  it('a file that is not there', async () => {
    await expect(readConfig({}, { file: join(folder, 'no-such') })).rejects.toThrow(/^--config: .+ENOENT/);
    await expect(readConfig({ TWILIO_GRAPHQL_CONFIG: join(folder, 'no-such') })).rejects.toThrow(/ENOENT/);
  });
});

it('every setting of the server is printed, by its variable', async () => {
  const environment = {
    PUBLIC_URL: 'https://t.example.com',
    TRUSTED_PROXIES: '10.0.0.0/8',
    JWT_JWKS_URL: 'https://login.example.com/jwks.json',
    JWT_ISSUER: 'https://login.example.com/',
    JWT_AUDIENCE: 'twilio',
    JWT_CONNECTIONS_CLAIM: 'connections',
    JWT_ACCOUNTS_CLAIM: 'accounts',
    TRUSTED_DOCUMENTS: 'manifest.json',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
  };
  const printed = Object.keys(parse(showConfig(await read(`connections: { a: { ${LIVE} } }`, environment))).server);
  const names = Object.keys(serverSettings).map((name) => name.toLowerCase().replace(/^twilio_graphql_/, ''));
  // One of the two is given.
  const expected = new Set(names.map((name) => name.replace(/^jwt_jwks_(url|file)$/, 'jwt_jwks')));
  expect(printed.sort()).toEqual([...expected].sort());
});

describe('secrets', () => {
  it('are masked wherever they are printed', async () => {
    const config = await read(`connections: { a: { ${LIVE} } }`);
    const printed = [
      showConfig(config),
      inspect(config, { depth: 9 }),
      JSON.stringify(config),
      `${new Secret(SECRET)}`,
    ];
    for (const each of printed) {
      expect(each).toContain('***');
      expect(each).not.toContain(SECRET);
    }
  });
});

it('has a JSON Schema that is shipped, and says of every key what it is', async () => {
  const shipped = await readFile(new URL('../../../src/config/connections.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(shipped)).toEqual(connectionsSchema());
  const { properties } = JSON.parse(shipped);
  const connection = properties.connections.additionalProperties;
  expect(connection.additionalProperties).toBe(false);
  for (const [key, { description }] of Object.entries<{ description: string }>(connection.properties))
    expect(description, key).toMatch(/\.$/);
  expect(connection.properties.tps_per_node).toMatchObject({ type: 'integer', minimum: 1, maximum: 1000, default: 25 });
  expect(connection.properties.proxy_ssltype.enum).toEqual(['AUTO', 'ALWAYS', 'NEVER', 'TUNNEL']);
});
