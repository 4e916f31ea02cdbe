/** Every setting once: its name, type, default and meaning. Read from the environment by the composition root alone. */
import { isIP } from 'node:net';
import { z } from 'zod';

const whole = (least: number, most: number, example: number) =>
  z.string().refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
    error: `must be a whole number from ${least} to ${most}, such as ${example}`,
  });
const shaped = (pattern: RegExp, rule: string) => z.string().regex(pattern, { error: `must be ${rule}` });
const sid = (prefix: string) =>
  shaped(
    new RegExp(`^${prefix}[0-9a-fA-F]{32}$`),
    `"${prefix}" and 32 hexadecimal digits, such as ${prefix}${'0123456789abcdef'.repeat(2)}`,
  );
const secret = shaped(/^[\x21-\x7e]+$/, "what Twilio's console shows, without blanks, such as 32 letters and digits");
const isOrigin = (text: string) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
};

/** The settings as text; `''` counts as not set. */
export const settings = {
  PORT: whole(0, 65535, 4000).default('4000').describe('Port to listen on; 0 takes any free one.'),
  HOST: z
    .string()
    .refine((text) => isIP(text) > 0 || /^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?$/.test(text), {
      error: 'must be an IP address or a host name, such as 127.0.0.1',
    })
    .default('127.0.0.1')
    .describe('Address to listen on. Anything but loopback opens the account to whoever can reach it.'),
  TWILIO_ACCOUNT_SID: sid('AC').optional().describe('The account; without any credentials, a sandbox is served.'),
  TWILIO_AUTH_TOKEN: secret.optional().describe("The account's Auth Token."),
  TWILIO_API_KEY: sid('SK').optional().describe('An API key, used instead of the Auth Token.'),
  TWILIO_API_SECRET: secret.optional().describe('The secret of the API key.'),
  TWILIO_REGION: shaped(/^[a-z]{2}\d{1,2}$/, 'a region of Twilio, such as ie1')
    .optional()
    .describe("Twilio's region; together with TWILIO_EDGE."),
  TWILIO_EDGE: shaped(/^[a-z][a-z0-9-]*$/, 'an edge of Twilio, such as dublin')
    .optional()
    .describe("Twilio's edge; together with TWILIO_REGION."),
  TWILIO_UPSTREAM_URL: z
    .string()
    .refine(isOrigin, { error: 'must be http(s)://host:port without a path, such as http://127.0.0.1:8080' })
    .optional()
    .describe('Where to send every call instead of to Twilio: an origin; path and Host header stay.'),
  TWILIO_TPS_PER_NODE: whole(1, 1000, 25)
    .default('25')
    .describe('Calls to Twilio that this process may start in a second; more wait.'),
  TWILIO_TPS_ACCOUNT: whole(1, 100_000, 100)
    .optional()
    .describe('Calls to Twilio that all processes of the account may start in a second; together with REDIS_URL.'),
  REDIS_URL: z
    .string()
    .refine(
      (text) => URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '',
      {
        error: 'must be redis(s)://user:password@host:port/database, such as redis://127.0.0.1:6379',
      },
    )
    .optional()
    .describe(
      'The Redis over which processes share TWILIO_TPS_ACCOUNT. The clocks of their machines must agree to a second.',
    ),
  TWILIO_QUEUE_LIMIT: whole(1, 1_000_000, 10_000)
    .default('10000')
    .describe('Calls to Twilio that may wait in this process; another one is refused with THROTTLED.'),
  TWILIO_QUEUE_WAIT_MS: whole(1, 3_600_000, 60_000)
    .default('60000')
    .describe('Milliseconds that a call to Twilio may wait; what would or did wait longer is refused with THROTTLED.'),
  TWILIO_SCAN_LIMIT: whole(1000, 10_000_000, 10_000)
    .default('10000')
    .describe('Rows that one list may read in search of an answer, 1000 a call; beyond it there is an error.'),
  TWILIO_MAX_COST: whole(1, 1_000_000, 250)
    .default('10000')
    .describe('Calls to Twilio that one operation may cost at worst; a dearer one is refused before anything is sent.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug'], { error: 'must be fatal, error, warn, info or debug' })
    .default('error')
    .describe('What the log says of requests: from info on a line each, at debug one for each call to Twilio too.'),
  TWILIO_TIMEOUT_MS: whole(1, 600_000, 15_000)
    .default('15000')
    .describe('Milliseconds that one call to Twilio may take.'),
};
type Setting = keyof typeof settings;
type Values = z.infer<z.ZodObject<typeof settings>>;

/** A Twilio account, and how it is reached. */
export interface AccountConfig {
  readonly accountSid: string;
  /** The API key or, without one, the account itself. */
  readonly username: string;
  readonly password: string;
  readonly region?: string | undefined;
  readonly edge?: string | undefined;
  /** Takes every call instead of Twilio. */
  readonly upstream?: URL | undefined;
}
export interface Config {
  /** How many processes serve; `undefined`: this one. */
  readonly nodes: number | undefined;
  readonly port: number;
  readonly host: string;
  /** `undefined`: there is none, so a sandbox is served. */
  readonly account: AccountConfig | undefined;
  readonly tpsPerNode: number;
  /** The limit that all processes share, and over which Redis. */
  readonly shared: { readonly tps: number; readonly redis: string } | undefined;
  readonly queueLimit: number;
  readonly queueWaitMs: number;
  readonly scanLimit: number;
  readonly maxCost: number;
  readonly timeoutMs: number;
  readonly logLevel: Values['LOG_LEVEL'];
}

/** All mistakes at once, a line each: the setting and the rule, never the value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const NODES = /^--nodes[ =]([1-9]|[1-5]\d|6[0-4])$/;

/** `args` are the command's: `--nodes 4`. */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
  args: readonly string[] = [],
): Config => {
  const given = Object.fromEntries(
    Object.keys(settings).map((name) => [name, environment[name]?.trim() || undefined]),
  ) as Partial<Record<Setting, string>>;
  const { success, data, error } = z.object(settings).safeParse(given);
  const wrong = (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
  const nodes = args.length === 0 ? undefined : Number(NODES.exec(args.join(' '))?.[1]);
  const strange = Number.isNaN(nodes) ? ['--nodes: must be a whole number from 1 to 64, such as --nodes 4'] : [];
  const mistakes = [...wrong, ...contradictions(given), ...strange];
  if (!success || mistakes.length > 0) throw new ConfigError(mistakes.join('\n'));
  return {
    nodes,
    port: Number(data.PORT),
    host: data.HOST,
    account: accountOf(data),
    tpsPerNode: Number(data.TWILIO_TPS_PER_NODE),
    shared: data.REDIS_URL === undefined ? undefined : { tps: Number(data.TWILIO_TPS_ACCOUNT), redis: data.REDIS_URL },
    queueLimit: Number(data.TWILIO_QUEUE_LIMIT),
    queueWaitMs: Number(data.TWILIO_QUEUE_WAIT_MS),
    scanLimit: Number(data.TWILIO_SCAN_LIMIT),
    maxCost: Number(data.TWILIO_MAX_COST),
    timeoutMs: Number(data.TWILIO_TIMEOUT_MS),
    logLevel: data.LOG_LEVEL,
  };
};

const contradictions = (given: Partial<Record<Setting, string>>): string[] => {
  const mistakes: string[] = [];
  const needs = (name: Setting, reason: Setting) => {
    if (given[reason] && !given[name]) mistakes.push(`${name}: must be set as well, since ${reason} is set`);
  };
  needs('TWILIO_ACCOUNT_SID', given.TWILIO_AUTH_TOKEN ? 'TWILIO_AUTH_TOKEN' : 'TWILIO_API_KEY');
  if (!given.TWILIO_API_KEY) needs('TWILIO_ACCOUNT_SID', 'TWILIO_API_SECRET');
  needs('TWILIO_API_SECRET', 'TWILIO_API_KEY');
  needs('TWILIO_API_KEY', 'TWILIO_API_SECRET');
  if (!given.TWILIO_API_KEY && !given.TWILIO_API_SECRET) needs('TWILIO_AUTH_TOKEN', 'TWILIO_ACCOUNT_SID');
  needs('TWILIO_EDGE', 'TWILIO_REGION');
  needs('TWILIO_REGION', 'TWILIO_EDGE');
  needs('TWILIO_TPS_ACCOUNT', 'REDIS_URL');
  needs('REDIS_URL', 'TWILIO_TPS_ACCOUNT');
  const credentials = ['ACCOUNT_SID', 'AUTH_TOKEN', 'API_KEY', 'API_SECRET'].some(
    (name) => given[`TWILIO_${name}` as Setting],
  );
  if (!credentials)
    for (const name of ['TWILIO_UPSTREAM_URL', 'TWILIO_REGION', 'TWILIO_EDGE'] as const)
      if (given[name]) mistakes.push(`${name}: needs credentials, such as TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN`);
  return mistakes;
};

const accountOf = (data: Values): AccountConfig | undefined => {
  const accountSid = data.TWILIO_ACCOUNT_SID;
  const password = data.TWILIO_API_SECRET ?? data.TWILIO_AUTH_TOKEN;
  if (accountSid === undefined || password === undefined) return undefined;
  return {
    accountSid,
    username: data.TWILIO_API_KEY ?? accountSid,
    password,
    region: data.TWILIO_REGION,
    edge: data.TWILIO_EDGE,
    upstream: data.TWILIO_UPSTREAM_URL === undefined ? undefined : new URL(data.TWILIO_UPSTREAM_URL),
  };
};
