/** Reads one connection: its settings from the file and the environment, checked together, with their secrets. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { certificatesOf } from '../certificates.ts';
import type { FileConnection } from './file.ts';
import { aboutTwilio, contradictions } from './rules.ts';
import { NoSecret, readSecretFile, resolveSecret, Secret } from './secrets.ts';
import {
  type ConnectionSetting,
  type ConnectionValues,
  connectionSettings,
  credentialSettings,
  environmentName,
  type FileValues,
  fileSettings,
  fromText,
  groups,
  type SecretSetting,
  secretFile,
  secretSettings,
} from './settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A Twilio account and how to reach it. */
export interface AccountConfig {
  /** The account to work in. */
  readonly accountSid: string;
  /** SID of that account, of an API key, or of the parent account. */
  readonly username: string;
  readonly password: Secret;
  /** The credentials are those of the parent account. */
  readonly throughParent: boolean;
  /** How products are reached in a subaccount; `own` comes with the token of the subaccount. */
  readonly productCredentials: ConnectionValues['product_credentials'];
  readonly subaccountToken: Secret | undefined;
  readonly region?: string | undefined;
  readonly edge?: string | undefined;
  /** Receives every call instead of Twilio. */
  readonly upstream?: URL | undefined;
}
export interface ProxyConfig {
  readonly host: string;
  readonly port: number;
  readonly authScheme: 'BASIC' | 'DIGEST' | 'NONE';
  readonly user?: string | undefined;
  readonly password?: Secret | undefined;
  readonly sslType: ConnectionValues['proxy_ssltype'];
}
export interface ConnectionConfig {
  readonly name: string;
  readonly description?: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly suspended: boolean;
  /** `undefined`: there are no credentials, so the connection is a sandbox. */
  readonly account: AccountConfig | undefined;
  /** `off`: no proxy at all. `undefined`: the one that the environment names, if any. */
  readonly proxy: ProxyConfig | 'off' | undefined;
  /** Certificate authorities (PEM) to trust in addition to the default ones. */
  readonly ca: string | undefined;
  /** Names of the products in the schema; `undefined`: all of them. */
  readonly products: readonly string[] | undefined;
  readonly tpsPerNode: number;
  /** The limit that all processes share through Redis. */
  readonly shared: { readonly tps: number; readonly redis: Secret } | undefined;
  /** Keeps the journal and the keys for all processes; without it a file does, for those of this machine. */
  readonly redis: Secret | undefined;
  /** Such as `messages/day=100`. */
  readonly spendingLimits: readonly string[];
  /** Countries and kinds of numbers that may be reached. */
  readonly destinations: readonly string[];
  readonly maxPaidFields: number;
  readonly requireIdempotencyKey: ConnectionValues['require_idempotency_key'];
  readonly operationTimeoutMs: number;
  readonly queueLimit: number;
  readonly queueWaitMs: number;
  readonly scanLimit: number;
  readonly maxCost: number;
  readonly maxPredictedCost: number;
  readonly timeoutMs: number;
  /** Origins of web pages that may call this connection. */
  readonly allowedOrigins: readonly string[];
  readonly logLevel: ConnectionValues['log_level'];
  /** All settings by their own keys, to print and to compare. */
  readonly settings: Readonly<Record<string, unknown>>;
}
export type Outcome = { readonly connection: ConnectionConfig } | { readonly mistakes: readonly string[] };

/** The raw settings of a connection. */
interface RawSettings {
  readonly values: Readonly<Record<string, unknown>>;
  /** The name of a setting where it was set, for messages. */
  readonly nameOf: (key: string) => string;
  /** Folder that relative paths start from. */
  readonly folder: string;
}

/** The connection that the environment describes. */
export const environmentConnection = (environment: Environment): Promise<Outcome> =>
  check('default', environment, {
    values: fromEnvironment(environment, Object.keys(connectionSettings)),
    nameOf: environmentName,
    folder: process.cwd(),
  });

/** A connection of the file. What it leaves out comes from the environment, except credentials. */
export const fileConnection = (
  { name, values }: FileConnection,
  environment: Environment,
  folder: string,
): Promise<Outcome> => {
  const keys = Object.keys(connectionSettings).filter((key) => isInherited(key, values));
  const inherited = fromEnvironment(environment, keys);
  return check(name, environment, {
    // A connection of the file without credentials must say that it is a sandbox.
    values: { sandbox: false, ...inherited, ...values },
    nameOf: (key) => (key in inherited && !(key in values) ? environmentName(key) : `connections.${name}.${key}`),
    folder,
  });
};

const isInherited = (key: string, values: FileConnection['values']): boolean => {
  if (credentialSettings.some((each) => each === key)) return false;
  if (values.sandbox === true && aboutTwilio.some((each) => each === key)) return false;
  const group = groups.find((each) => each.some((member) => member === key)) ?? [key];
  return !group.some((member) => member in values || `${member}_file` in values);
};

/** An empty variable counts as not set. */
const fromEnvironment = (environment: Environment, keys: readonly string[]): Record<string, unknown> => {
  const texts = (name: string) => (environment[name] ?? environment[name.toLowerCase()])?.trim() || undefined;
  const found: Record<string, unknown> = {};
  for (const key of keys) {
    const text = texts(environmentName(key));
    const file = isSecret(key) ? texts(`${environmentName(key)}_FILE`) : undefined;
    // A path of the environment is relative to the process, not to the file of connections.
    if (text !== undefined)
      found[key] = key === 'ca_file' ? resolve(text) : fromText(connectionSettings[key as ConnectionSetting], text);
    if (file !== undefined) found[`${key}_file`] = resolve(file);
  }
  return found;
};

const isSecret = (key: string): key is SecretSetting => secretSettings.some((each) => each === key);

const types = z.object({ ...fileSettings, ...connectionSettings });

const check = async (name: string, environment: Environment, raw: RawSettings): Promise<Outcome> => {
  const { values, nameOf, folder } = raw;
  const mistakes: string[] = [];
  const fault = (key: string, rule: string) => mistakes.push(`${nameOf(key)}: ${rule}`);
  const secrets = await resolveSecrets(raw, environment, fault);
  const { success, data, error } = types.safeParse({ ...values, ...secrets });
  const faulty = new Set<string>();
  for (const { path, message } of error?.issues ?? []) {
    const key = String(path[0]);
    if (!faulty.has(key)) fault(key, message);
    faulty.add(key);
  }
  for (const [key, rule] of contradictions(values, nameOf)) fault(key, rule);
  const ca = typeof values.ca_file === 'string' ? await readCertificates(values.ca_file, folder, fault) : undefined;
  return success && mistakes.length === 0 ? { connection: shape(name, data, ca) } : { mistakes };
};

type Fault = (key: string, rule: string) => void;

/** Reads the secrets from wherever they are stored. */
const resolveSecrets = async (
  { values, folder }: RawSettings,
  environment: Environment,
  fault: Fault,
): Promise<Record<string, string>> => {
  const found: Record<string, string> = {};
  const look = async (key: SecretSetting) => {
    const { [key]: text, [`${key}_file`]: file } = values;
    const source = file === undefined ? key : `${key}_file`;
    if (text !== undefined && file !== undefined) return fault(source, `must not be set, because ${key} is also set`);
    try {
      if (file !== undefined) {
        const path = secretFile.safeParse(file);
        if (!path.success) throw new NoSecret(path.error.issues[0]?.message);
        found[key] = await readSecretFile(resolve(folder, path.data));
      } else if (typeof text === 'string') found[key] = await resolveSecret(text, environment);
    } catch (error) {
      if (!(error instanceof NoSecret)) throw error;
      fault(source, error.message);
    }
  };
  await Promise.all(secretSettings.map(look));
  return found;
};

const readCertificates = async (file: string, folder: string, fault: Fault): Promise<string | undefined> => {
  try {
    const pem = await readFile(resolve(folder, file), 'utf8');
    certificatesOf(pem);
    return pem;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code?.startsWith('E') ? `cannot be read (${code})` : message;
    fault('ca_file', `${reason}; must be PEM, such as -----BEGIN CERTIFICATE-----`);
    return undefined;
  }
};

const shape = (name: string, data: ConnectionValues & FileValues, ca: string | undefined): ConnectionConfig => ({
  name,
  description: data.description,
  labels: data.labels ?? {},
  suspended: data.suspended,
  account: accountOf(data),
  proxy: proxyOf(data),
  ca,
  products: data.products,
  tpsPerNode: data.tps_per_node,
  shared:
    data.tps_account === undefined || data.redis_url === undefined
      ? undefined
      : { tps: data.tps_account, redis: new Secret(data.redis_url) },
  redis: data.redis_url === undefined ? undefined : new Secret(data.redis_url),
  spendingLimits: data.spending_limits ?? [],
  destinations: data.destinations ?? [],
  maxPaidFields: data.max_paid_fields,
  requireIdempotencyKey: data.require_idempotency_key,
  operationTimeoutMs: data.operation_timeout_ms,
  queueLimit: data.queue_limit,
  queueWaitMs: data.queue_wait_ms,
  scanLimit: data.scan_limit,
  maxCost: data.max_cost,
  maxPredictedCost: data.max_predicted_cost,
  timeoutMs: data.timeout_ms,
  allowedOrigins: data.allowed_origins ?? [],
  logLevel: data.log_level,
  settings: Object.fromEntries(
    Object.entries({ ...data, sandbox: accountOf(data) === undefined }).map(([key, value]) => [
      key,
      isSecret(key) ? new Secret(String(value)) : value,
    ]),
  ),
});

const accountOf = (data: ConnectionValues): AccountConfig | undefined => {
  const { account_sid: owner, subaccount_sid: below = owner, region, edge, upstream_url: upstream } = data;
  const password = data.api_secret ?? data.auth_token;
  if (owner === undefined || below === undefined || password === undefined) return undefined;
  return {
    accountSid: below,
    username: data.api_key ?? owner,
    password: new Secret(password),
    throughParent: below !== owner,
    productCredentials: data.product_credentials,
    subaccountToken: data.subaccount_auth_token === undefined ? undefined : new Secret(data.subaccount_auth_token),
    region,
    edge,
    upstream: upstream === undefined ? undefined : new URL(upstream),
  };
};

const proxyOf = (data: ConnectionValues): ConnectionConfig['proxy'] => {
  if (data.proxy_enabled === false) return 'off';
  const { proxy_host: host, proxy_port: port, proxy_user: user, proxy_password: password } = data;
  if (host === undefined || port === undefined) return undefined;
  return {
    host,
    port,
    authScheme: data.proxy_auth_scheme ?? (user === undefined ? 'NONE' : 'BASIC'),
    user,
    password: password === undefined ? undefined : new Secret(password),
    sslType: data.proxy_ssltype,
  };
};
