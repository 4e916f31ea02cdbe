/** Every setting once: its name, type, default and meaning. */
import { isIP } from 'node:net';
import { z } from 'zod';

const whole = (least: number, most: number, example: number) => {
  const error = `must be a whole number from ${least} to ${most}, such as ${example}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
};
const shaped = (pattern: RegExp, rule: string) => {
  const error = `must be ${rule}`;
  return z.string({ error }).regex(pattern, { error });
};
const checked = (rule: string, holds: (text: string) => boolean) => {
  const error = `must be ${rule}`;
  return z.string({ error }).refine(holds, { error });
};
const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, { error: `must be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}` });
const onOff = () => z.boolean({ error: 'must be true or false' });
const sid = (prefix: string) =>
  shaped(
    new RegExp(`^${prefix}[0-9a-fA-F]{32}$`),
    `"${prefix}" and 32 hexadecimal digits, such as ${prefix}${'0123456789abcdef'.repeat(2)}`,
  );
const path = (example: string) => shaped(/\S/, `the path of a file, such as ${example}`);
const twilioSecret = shaped(
  /^[\x21-\x7e]+$/,
  "what Twilio's console shows, in quotes and without blanks, such as 32 letters and digits",
);
const hostName = (example: string) =>
  checked(
    `an IP address or a host name, such as ${example}`,
    (text) => isIP(text) > 0 || /^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?$/.test(text),
  );
const isOrigin = (text: string) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
};
/** `*` stands for any port, of a loopback host only: a page of any other could be anybody's. */
const isPageOrigin = (text: string) =>
  /^http:\/\/(localhost|127\.0\.0\.1|\[::1\]):\*$/.test(text) || (isOrigin(text) && new URL(text).origin === text);
const isSubnet = (text: string) => {
  const [address = '', prefix, ...more] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) > 0 && more.length === 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && +prefix <= most))
  );
};
const isPublicUrl = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !/[?#@]/.test(text);
const listOf = (rule: string, holds: (text: string) => boolean) =>
  z.array(checked(rule, holds), { error: `must be a list, each ${rule}` });
const isRedis = (text: string) =>
  URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';

/** Of the process, by the names of their environment variables. */
export const serverSettings = {
  PORT: whole(0, 65535, 4000).default(4000).describe('Port to listen on; 0 takes any free one.'),
  HOST: hostName('127.0.0.1')
    .default('127.0.0.1')
    .describe('Address to listen on. Anything but loopback opens the account to whoever can reach it.'),
  PUBLIC_URL: checked('the URL under which clients reach the server, such as https://twilio.example.com', isPublicUrl)
    .optional()
    .describe('URL under which clients reach the server, if a proxy stands in front of it: `mediaUrl` begins with it.'),
  TRUSTED_PROXIES: listOf('an IP address or a subnet, such as 10.0.0.0/8', isSubnet)
    .optional()
    .describe('Proxies whose X-Forwarded-Proto and X-Forwarded-Host are believed, separated by commas.'),
  TWILIO_GRAPHQL_CONFIG: path('connections.yaml')
    .optional()
    .describe('A file of several connections, as --config; without it there is one, which the environment describes.'),
  TWILIO_GRAPHQL_STATE: path('/var/lib/twilio-graphql')
    .optional()
    .describe(
      'Folder that keeps the journal of paid writes and which connections are suspended; ~/.local/state/twilio-graphql if not set.',
    ),
  TWILIO_GRAPHQL_DRAIN_MS: whole(0, 3_600_000, 10_000)
    .default(10_000)
    .describe('Milliseconds that operations under way have to end in, once the server is told to stop.'),
};

/** Of a connection, by their keys in the file; {@link environmentName} is the same in the environment. */
export const connectionSettings = {
  account_sid: sid('AC').optional().describe('The account; without any credentials, a sandbox is served.'),
  auth_token: twilioSecret.optional().describe("The account's Auth Token."),
  api_key: sid('SK').optional().describe('An API key, used instead of the Auth Token.'),
  api_secret: twilioSecret.optional().describe('The secret of the API key.'),
  subaccount_sid: sid('AC')
    .optional()
    .describe('A subaccount to work in, opened by the credentials of the account above it.'),
  region: shaped(/^[a-z]{2}\d{1,2}$/, 'a region of Twilio, such as ie1')
    .optional()
    .describe("Twilio's region; together with the edge."),
  edge: shaped(/^[a-z][a-z0-9-]*$/, 'an edge of Twilio, such as dublin')
    .optional()
    .describe("Twilio's edge; together with the region."),
  upstream_url: checked('http(s)://host:port without a path, such as http://127.0.0.1:8080', isOrigin)
    .optional()
    .describe('Where to send every call instead of to Twilio: an origin; path and Host header stay.'),
  ca_file: path('/etc/ssl/own-ca.pem')
    .optional()
    .describe('Certificates (PEM) of authorities to trust beside the usual ones.'),
  proxy_enabled: onOff().optional().describe('Whether calls go through the proxy; false also overrules HTTPS_PROXY.'),
  proxy_host: hostName('proxy.example.com')
    .optional()
    .describe('The proxy; without it HTTPS_PROXY and NO_PROXY count.'),
  proxy_port: whole(1, 65535, 3128).optional().describe('Port of the proxy.'),
  proxy_auth_scheme: oneOf(['BASIC', 'DIGEST', 'NONE'])
    .optional()
    .describe('How the proxy is told who asks; BASIC if there is a user, otherwise NONE.'),
  proxy_user: shaped(/^[^:]+$/, 'a name without a colon, such as jane')
    .optional()
    .describe('User at the proxy.'),
  proxy_password: shaped(/^[\x20-\x7e]+$/, 'a password of printable ASCII, in quotes')
    .optional()
    .describe('Password at the proxy.'),
  proxy_ssltype: oneOf(['AUTO', 'ALWAYS', 'NEVER', 'TUNNEL'])
    .default('AUTO')
    .describe('AUTO tunnels https; ALWAYS speaks TLS with the proxy; NEVER does not; TUNNEL tunnels everything.'),
  tps_per_node: whole(1, 1000, 25)
    .default(25)
    .describe('Calls to Twilio that this process may start in a second; more wait.'),
  tps_account: whole(1, 100_000, 100)
    .optional()
    .describe('Calls to Twilio that all processes of the account may start in a second; together with REDIS_URL.'),
  redis_url: checked('redis(s)://user:password@host:port/database, such as redis://127.0.0.1:6379', isRedis)
    .optional()
    .describe(
      'A Redis that all processes share: it keeps TWILIO_TPS_ACCOUNT and the journal of paid writes. Without it a file in TWILIO_GRAPHQL_STATE keeps the journal. The clocks of their machines must agree to a second.',
    ),
  queue_limit: whole(1, 1_000_000, 10_000)
    .default(10_000)
    .describe('Calls to Twilio that may wait in this process; another one is refused with THROTTLED.'),
  queue_wait_ms: whole(1, 3_600_000, 60_000)
    .default(60_000)
    .describe('Milliseconds that a call to Twilio may wait; what would or did wait longer is refused with THROTTLED.'),
  scan_limit: whole(1000, 10_000_000, 10_000)
    .default(10_000)
    .describe('Rows that one list may read in search of an answer, 1000 a call; beyond it there is an error.'),
  max_cost: whole(1, 1_000_000, 250)
    .default(250)
    .describe(
      'Calls to Twilio that one operation may make, retries included. When they are spent, the rest of a query fails with MAX_COST_EXCEEDED; a mutation that could need more is refused before anything is sent.',
    ),
  max_predicted_cost: whole(1, 100_000_000, 10_000)
    .default(10_000)
    .describe(
      'Calls to Twilio that a query may need in the worst case. A query that could need more is refused before anything is sent.',
    ),
  require_idempotency_key: oneOf(['none', 'paid'])
    .default('none')
    .describe('paid: a create that costs money or reaches a person is refused without an idempotency key.'),
  operation_timeout_ms: whole(100, 600_000, 30_000)
    .default(30_000)
    .describe('Milliseconds that one GraphQL operation may take; a client may ask for less with X-Request-Timeout-Ms.'),
  timeout_ms: whole(1, 600_000, 15_000).default(15_000).describe('Milliseconds that one call to Twilio may take.'),
  allowed_origins: listOf('an origin such as https://app.example.com, or http://localhost:*', isPageOrigin)
    .optional()
    .describe(
      'Origins whose web pages may call this server, separated by commas; http://localhost:* is any port of this machine.',
    ),
  log_level: oneOf(['fatal', 'error', 'warn', 'info', 'debug'])
    .default('error')
    .describe('What the log says of requests: from info on a line each, at debug one for each call to Twilio too.'),
};
export type ConnectionSetting = keyof typeof connectionSettings;
export type ConnectionValues = z.infer<z.ZodObject<typeof connectionSettings>>;

/** Only in the file: the environment has one connection, which is as it is. */
export const fileSettings = {
  description: z.string({ error: 'must be text, such as "Sales, Europe"' }).optional().describe('What it is for.'),
  labels: z
    .record(z.string(), z.string(), { error: 'must be names with texts, such as { team: sales }' })
    .optional()
    .describe('Names and texts of your own.'),
  suspended: onOff().default(false).describe('A suspended connection answers nothing, and sends nothing to Twilio.'),
  sandbox: onOff().default(false).describe('Made-up data in this process, instead of an account.'),
};
export type FileValues = z.infer<z.ZodObject<typeof fileSettings>>;

/**
 * Never printed. Each may be a reference instead (`env:NAME`, `gcp-secret:projects/…/secrets/…/versions/…`), or lie in
 * the file that the setting of the same name with `_file` tells.
 */
export const secretSettings = ['auth_token', 'api_secret', 'proxy_password', 'redis_url'] as const;
export type SecretSetting = (typeof secretSettings)[number];
export const secretFile = path('/run/secrets/twilio');

/** Settings that mean something together only, so that the file overrules the environment in all of them at once. */
export const groups: readonly (readonly ConnectionSetting[])[] = [
  ['region', 'edge'],
  (Object.keys(connectionSettings) as ConnectionSetting[]).filter((key) => key.startsWith('proxy_')),
];
/** Never taken from the environment where a file describes the connection. */
export const credentialSettings = ['account_sid', 'auth_token', 'api_key', 'api_secret', 'subaccount_sid'] as const;

/** `auth_token` is `TWILIO_AUTH_TOKEN`. */
export const environmentName = (key: string): string =>
  /^(log_level$|allowed_origins$|require_|redis_url|proxy_)/.test(key)
    ? key.toUpperCase()
    : `TWILIO_${key.toUpperCase()}`;

/** By the names of their environment variables: all that the environment can say. */
export const settings: Readonly<Record<string, z.ZodType>> = {
  ...serverSettings,
  ...Object.fromEntries(
    Object.entries(connectionSettings).flatMap(([key, type]): [string, z.ZodType][] => {
      const secret = secretSettings.some((each) => each === key);
      const file = secretFile.optional().describe(`A file to read ${environmentName(key)} from.`);
      return [
        [environmentName(key), type],
        ...(secret ? [[`${environmentName(key)}_FILE`, file] as [string, z.ZodType]] : []),
      ];
    }),
  ),
};

/** A text of the environment as what its setting holds; left as it is where it is none, for the rule to say. */
export const fromText = (type: z.ZodType, text: string): unknown => {
  const plain = type instanceof z.ZodOptional || type instanceof z.ZodDefault ? type.unwrap() : type;
  if (plain instanceof z.ZodArray) return text.split(',').map((each) => each.trim());
  if (plain instanceof z.ZodNumber && /^\d{1,9}$/.test(text)) return Number(text);
  if (plain instanceof z.ZodBoolean && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return text;
};
