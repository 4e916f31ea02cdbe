/**
 * Every setting once: its name, type, default and meaning.
 *
 * The names of environment variables, the keys of the file, the JSON Schema, `.env.example` and docs/configuration.md
 * all follow from this table.
 */
import { z } from 'zod';
import {
  hostName,
  isDestination,
  isLimit,
  isOrigin,
  isPageOrigin,
  isPublicUrl,
  isRedis,
  isSubnet,
  listOf,
  matching,
  oneOf,
  onOff,
  path,
  satisfying,
  sid,
  twilioSecret,
  wholeNumber,
} from './validators.ts';

/** Settings of the process, by the names of their environment variables. */
export const serverSettings = {
  PORT: wholeNumber(0, 65535, 4000).default(4000).describe('Port to listen on; 0 picks a free one.'),
  HOST: hostName('127.0.0.1')
    .default('127.0.0.1')
    .describe('Address to listen on. With any address but loopback, callers need a key; see AUTH.'),
  PUBLIC_URL: satisfying(
    'the URL under which clients reach the server, such as https://twilio.example.com',
    isPublicUrl,
  )
    .optional()
    .describe('URL at which clients reach the server, if there is a proxy in front of it; `mediaUrl` starts with it.'),
  TRUSTED_PROXIES: listOf('an IP address or a subnet, such as 10.0.0.0/8', isSubnet)
    .optional()
    .describe('Proxies whose X-Forwarded-Proto and X-Forwarded-Host are trusted, separated by commas.'),
  AUTH: oneOf(['auto', 'required', 'none'])
    .default('auto')
    .describe(
      'Whether callers need a key. auto: once a key was created, if tokens are accepted (JWT_ISSUER), and always unless HOST is a loopback address. required: always. none: never, so everyone who can reach the server can use the account.',
    ),
  JWT_JWKS_URL: satisfying(
    'an https URL, such as https://login.example.com/.well-known/jwks.json',
    (text) =>
      URL.canParse(text) && (/^https:/.test(text) || /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(text)),
  )
    .optional()
    .describe(
      'Key set (JWKS) of the identity provider whose tokens (JWT) callers may send. Requires JWT_ISSUER and JWT_AUDIENCE.',
    ),
  JWT_JWKS_FILE: path('/etc/twilio-graphql/jwks.json')
    .optional()
    .describe('File with the key set, instead of JWT_JWKS_URL.'),
  JWT_ISSUER: matching(/\S/, 'the issuer (iss) of tokens, such as https://login.example.com/')
    .optional()
    .describe('Issuer (`iss`) that a token must have.'),
  JWT_AUDIENCE: matching(/\S/, 'the audience (aud) of tokens, such as twilio-graphql')
    .optional()
    .describe('Audience (`aud`) that a token must have.'),
  JWT_ALGORITHMS: listOf('RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512 or EdDSA', (text) =>
    /^((RS|PS|ES)(256|384|512)|EdDSA)$/.test(text),
  )
    .optional()
    .describe('Algorithms that a token may be signed with, separated by commas. Default: RS256.'),
  JWT_SCOPES_CLAIM: matching(/^\S+$/, 'the name of a claim, such as scope')
    .default('scope')
    .describe('Claim with the scopes of a token: text with spaces, or a list.'),
  JWT_CONNECTIONS_CLAIM: matching(/^\S+$/, 'the name of a claim, such as connections')
    .optional()
    .describe(
      'Claim with the names of the connections that a token is for; a token must have it. Without this setting: all connections.',
    ),
  JWT_ACCOUNTS_CLAIM: matching(/^\S+$/, 'the name of a claim, such as accounts')
    .optional()
    .describe(
      'Claim with the SIDs of the accounts that a token is for; a token must have it. Without this setting: all accounts.',
    ),
  TRUSTED_DOCUMENTS: path('persisted-documents.json')
    .optional()
    .describe(
      'Manifest of documents that clients may name by their ID, as Relay, Apollo and graphql-codegen write it.',
    ),
  TRUSTED_DOCUMENTS_ONLY: onOff().default(false).describe('Whether only documents of TRUSTED_DOCUMENTS are run.'),
  TWILIO_GRAPHQL_CONFIG: path('connections.yaml')
    .optional()
    .describe('File that describes several connections, like --config. Without it, the environment describes one.'),
  TWILIO_GRAPHQL_STATE: path('/var/lib/twilio-graphql')
    .optional()
    .describe(
      'Folder for the journal of paid writes, the keys, the counters of spending and the list of suspended connections; by default ~/.local/state/twilio-graphql.',
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: satisfying('an http(s) URL, such as http://127.0.0.1:4318', isPublicUrl)
    .optional()
    .describe(
      'Where OTLP is received over HTTP. If it is set, every operation is traced; other OTEL_ variables apply as usual.',
    ),
  TWILIO_GRAPHQL_DRAIN_MS: wholeNumber(0, 3_600_000, 10_000)
    .default(10_000)
    .describe('Milliseconds that running operations get to finish after the server is asked to stop.'),
};

/** Settings of a connection, by their keys in the file; {@link environmentName} gives the environment variable. */
export const connectionSettings = {
  account_sid: sid('AC').optional().describe('Account SID. Without any credentials, the server runs on a sandbox.'),
  auth_token: twilioSecret.optional().describe("The account's Auth Token."),
  api_key: sid('SK').optional().describe('SID of an API key, used instead of the Auth Token.'),
  api_secret: twilioSecret.optional().describe('The secret of the API key.'),
  subaccount_sid: sid('AC').optional().describe('Subaccount to work in, with the credentials of its parent account.'),
  product_credentials: oneOf(['parent-lookup', 'own', 'refuse'])
    .default('parent-lookup')
    .describe(
      "How the products outside the core API are reached in a subaccount: with its Auth Token read from the parent account (needs the parent's Auth Token), with subaccount_auth_token, or not at all.",
    ),
  subaccount_auth_token: twilioSecret
    .optional()
    .describe("The subaccount's own Auth Token, for product_credentials: own."),
  products: listOf('the name of a product, such as messaging', (text) => /^[a-z][A-Za-z]*$/.test(text))
    .optional()
    .describe(
      'Products in the schema, separated by commas, such as api,messaging,verify; the core API (api) is always there. By default all of them.',
    ),
  region: matching(/^[a-z]{2}\d{1,2}$/, 'a region of Twilio, such as ie1')
    .optional()
    .describe('Twilio region. Requires the edge.'),
  edge: matching(/^[a-z][a-z0-9-]*$/, 'an edge of Twilio, such as dublin')
    .optional()
    .describe('Twilio edge. Requires the region.'),
  upstream_url: satisfying('http(s)://host:port without a path, such as http://127.0.0.1:8080', isOrigin)
    .optional()
    .describe('Origin that receives every call instead of Twilio; path and Host header stay the same.'),
  ca_file: path('/etc/ssl/own-ca.pem')
    .optional()
    .describe('PEM file of certificate authorities to trust in addition to the default ones.'),
  proxy_enabled: onOff().optional().describe('Whether calls go through a proxy; false also ignores HTTPS_PROXY.'),
  proxy_host: hostName('proxy.example.com')
    .optional()
    .describe('Host of the proxy. Without it, HTTPS_PROXY and NO_PROXY apply.'),
  proxy_port: wholeNumber(1, 65535, 3128).optional().describe('Port of the proxy.'),
  proxy_auth_scheme: oneOf(['BASIC', 'DIGEST', 'NONE'])
    .optional()
    .describe('How to authenticate with the proxy; by default BASIC if a user is set, otherwise NONE.'),
  proxy_user: matching(/^[^:]+$/, 'a name without a colon, such as jane')
    .optional()
    .describe('User name for the proxy.'),
  proxy_password: matching(/^[\x20-\x7e]+$/, 'a password of printable ASCII, in quotes')
    .optional()
    .describe('Password for the proxy.'),
  proxy_ssltype: oneOf(['AUTO', 'ALWAYS', 'NEVER', 'TUNNEL'])
    .default('AUTO')
    .describe('AUTO and NEVER connect to the proxy without TLS, ALWAYS with TLS; TUNNEL also tunnels http upstreams.'),
  tps_per_node: wholeNumber(1, 1000, 25)
    .default(25)
    .describe('Calls to Twilio that one process may start per second; further calls wait.'),
  tps_account: wholeNumber(1, 100_000, 100)
    .optional()
    .describe('Calls to Twilio that all processes of the account together may start per second. Requires REDIS_URL.'),
  redis_url: satisfying('redis(s)://user:password@host:port/database, such as redis://127.0.0.1:6379', isRedis)
    .optional()
    .describe(
      'Redis through which processes share TWILIO_TPS_ACCOUNT, the journal of paid writes, the keys and the counters of spending. Their clocks must agree to within a second. Without it, these are in a file in TWILIO_GRAPHQL_STATE.',
    ),
  queue_limit: wholeNumber(1, 1_000_000, 10_000)
    .default(10_000)
    .describe('Calls to Twilio that may wait in one process; further calls are refused with THROTTLED.'),
  queue_wait_ms: wholeNumber(1, 3_600_000, 60_000)
    .default(60_000)
    .describe('Milliseconds that an upstream call may wait; a call that would wait longer is refused with THROTTLED.'),
  scan_limit: wholeNumber(1000, 10_000_000, 10_000)
    .default(10_000)
    .describe(
      'Rows that one list may read, 1000 per upstream call; a list that would read more fails with SCAN_LIMIT.',
    ),
  max_cost: wholeNumber(1, 1_000_000, 250)
    .default(250)
    .describe(
      'Calls to Twilio that one operation may make, retries included. When they are spent, the rest of a query fails with MAX_COST_EXCEEDED; a mutation that could need more is refused before anything is sent.',
    ),
  max_predicted_cost: wholeNumber(1, 100_000_000, 10_000)
    .default(10_000)
    .describe(
      'Calls to Twilio that a query may need in the worst case. A query that could need more is refused before anything is sent.',
    ),
  spending_limits: listOf(
    'a limit such as messages/day=100, calls/minute=10, messages/destination=5 or cost/day=20',
    isLimit,
  )
    .optional()
    .describe(
      'Most messages, calls, verifications and numbers per minute, per day and per destination in a day, and estimated cost per minute and per day in US dollars, separated by commas. Default: no limits.',
    ),
  destinations: listOf('an ISO country code such as US, or premium, shared-cost, satellite or emergency', isDestination)
    .optional()
    .describe(
      'Countries that may be sent to and called, separated by commas. Without it, all; numbers of the kinds premium, shared-cost, satellite and emergency only if they are in the list.',
    ),
  max_paid_fields: wholeNumber(1, 1000, 1)
    .default(1)
    .describe('Fields of one operation that may cost money or reach a person; an operation with more is refused.'),
  require_idempotency_key: oneOf(['none', 'paid'])
    .default('none')
    .describe('With paid, a create that costs money or reaches a person is refused without an idempotency key.'),
  operation_timeout_ms: wholeNumber(100, 600_000, 30_000)
    .default(30_000)
    .describe('Milliseconds that one GraphQL operation may take; a client may ask for less with X-Request-Timeout-Ms.'),
  timeout_ms: wholeNumber(1, 600_000, 15_000).default(15_000).describe('Milliseconds that one upstream call may take.'),
  allowed_origins: listOf('an origin such as https://app.example.com, or http://localhost:*', isPageOrigin)
    .optional()
    .describe(
      'Origins whose web pages may call this server, separated by commas; http://localhost:* is any port on this machine.',
    ),
  log_level: oneOf(['fatal', 'error', 'warn', 'info', 'debug'])
    .default('error')
    .describe('Level of the log: info adds a line for each operation, debug also one for each upstream call.'),
};
export type ConnectionSetting = keyof typeof connectionSettings;
export type ConnectionValues = z.infer<z.ZodObject<typeof connectionSettings>>;

/** Settings that only the file has. */
export const fileSettings = {
  description: z
    .string({ error: 'must be text, such as "Sales, Europe"' })
    .optional()
    .describe('What the connection is for.'),
  labels: z
    .record(z.string(), z.string(), { error: 'must be names with texts, such as { team: sales }' })
    .optional()
    .describe('Your own labels, as names and texts.'),
  suspended: onOff()
    .default(false)
    .describe('A suspended connection answers every request with 503 and sends nothing to Twilio.'),
  sandbox: onOff().default(false).describe('Serves made-up data from this process instead of an account.'),
};
export type FileValues = z.infer<z.ZodObject<typeof fileSettings>>;

/**
 * Settings that are never printed. Each may be a reference instead (`env:NAME`,
 * `gcp-secret:projects/…/secrets/…/versions/…`), or be read from a file that the same name with `_file` gives.
 */
export const secretSettings = [
  'auth_token',
  'api_secret',
  'subaccount_auth_token',
  'proxy_password',
  'redis_url',
] as const;
export type SecretSetting = (typeof secretSettings)[number];
export const secretFile = path('/run/secrets/twilio');

/** Settings that only work together: a file that sets one of them ignores the environment for all of them. */
export const groups: readonly (readonly ConnectionSetting[])[] = [
  ['region', 'edge'],
  (Object.keys(connectionSettings) as ConnectionSetting[]).filter((key) => key.startsWith('proxy_')),
];
/** Never read from the environment for a connection that a file describes. */
export const credentialSettings = [
  'account_sid',
  'auth_token',
  'api_key',
  'api_secret',
  'subaccount_sid',
  'subaccount_auth_token',
] as const;

/** `auth_token` is `TWILIO_AUTH_TOKEN`. */
export const environmentName = (key: string): string =>
  /^(log_level$|allowed_origins$|require_|redis_url|proxy_)/.test(key)
    ? key.toUpperCase()
    : `TWILIO_${key.toUpperCase()}`;

/** Every setting that the environment can hold, by the name of its variable. */
export const settings: Readonly<Record<string, z.ZodType>> = {
  ...serverSettings,
  ...Object.fromEntries(
    Object.entries(connectionSettings).flatMap(([key, type]): [string, z.ZodType][] => {
      const secret = secretSettings.some((each) => each === key);
      const file = secretFile.optional().describe(`File that contains ${environmentName(key)}.`);
      return [
        [environmentName(key), type],
        ...(secret ? [[`${environmentName(key)}_FILE`, file] as [string, z.ZodType]] : []),
      ];
    }),
  ),
};

/** Converts a text of the environment to its setting's type; an invalid text is returned as it is, for the rule to refuse. */
export const fromText = (type: z.ZodType, text: string): unknown => {
  const plain = type instanceof z.ZodOptional || type instanceof z.ZodDefault ? type.unwrap() : type;
  if (plain instanceof z.ZodArray) return text.split(',').map((each) => each.trim());
  if (plain instanceof z.ZodNumber && /^\d{1,9}$/.test(text)) return Number(text);
  if (plain instanceof z.ZodBoolean && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return text;
};
