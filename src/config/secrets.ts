/** Secrets: kept so that nothing prints them, and read from where a setting says they are stored. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';

const MASK = '***';

/** A text that is masked wherever it is printed, serialized or inspected. */
export class Secret {
  readonly #value: string;
  constructor(value: string) {
    this.#value = value;
  }
  /** The text itself, to send or to sign with. */
  reveal(): string {
    return this.#value;
  }
  equals(other: Secret | undefined): boolean {
    return other !== undefined && other.#value === this.#value;
  }
  toString(): string {
    return MASK;
  }
  toJSON(): string {
    return MASK;
  }
  [inspect.custom](): string {
    return MASK;
  }
}

/** Why a secret cannot be read. The message contains neither the secret nor its location. */
export class NoSecret extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;
const ENVIRONMENT = /^env:([A-Za-z_]\w*)$/;
const GOOGLE =
  /^gcp-secret:(projects\/[\w:.-]+\/(?:locations\/[\w-]+\/)?secrets\/[\w-]+\/versions\/(?:latest|[\w-]+))$/;

/** Reads the secret that a setting contains or refers to. Throws {@link NoSecret}. */
export const resolveSecret = async (
  text: string,
  environment: Environment,
  googleSecret: (name: string, environment: Environment) => Promise<string> = accessGoogle,
): Promise<string> => {
  if (text.startsWith('env:')) {
    const name = ENVIRONMENT.exec(text)?.[1];
    if (name === undefined) throw new NoSecret('must name an environment variable, such as env:SALES_AUTH_TOKEN');
    const value = environment[name]?.trim();
    if (!value) throw new NoSecret('names an environment variable that is not set; set it, such as SALES_AUTH_TOKEN=…');
    return value;
  }
  if (text.startsWith('gcp-secret:')) {
    const name = GOOGLE.exec(text)?.[1];
    if (name === undefined)
      throw new NoSecret('must have the form of gcp-secret:projects/my-project/secrets/my-secret/versions/latest');
    return (await googleSecret(name, environment)).trim();
  }
  return text;
};

/** Reads a secret from a file. Throws {@link NoSecret}. */
export const readSecretFile = async (path: string): Promise<string> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new NoSecret(`names a file that cannot be read (${error.code}); such as /run/secrets/twilio`);
  });
  if (text.trim() === '') throw new NoSecret('names an empty file; it must contain the secret');
  return text.trim();
};

/** How long Google may take, so that it cannot hold up the start. */
const GOOGLE_MS = 10_000;

/** The part of Google's client that is used here. */
export interface GoogleClient {
  request(options: { url: string; timeout: number }): Promise<{ readonly data: unknown }>;
}

/** An optional dependency, which must not be needed to compile either. */
const GOOGLE_CLIENT: string = 'google-auth-library';

const accessGoogle = async (name: string, environment: Environment): Promise<string> => {
  const { GoogleAuth } = await import(GOOGLE_CLIENT).catch(() => {
    throw new NoSecret(`needs a package that is not installed: npm install ${GOOGLE_CLIENT}`);
  });
  const scopes = 'https://www.googleapis.com/auth/cloud-platform';
  const keyFilename = environment.GOOGLE_APPLICATION_CREDENTIALS?.trim() || undefined;
  return readGoogleSecret(new GoogleAuth({ scopes, keyFilename }) as GoogleClient, name);
};

/** Meanings of the HTTP status of Google's answer. */
const REFUSALS: Readonly<Record<number, string>> = {
  401: 'it rejects these Google credentials',
  403: 'these Google credentials may not read it',
  404: 'there is no such version of a secret',
  503: 'it cannot be reached',
  504: 'it did not answer in time',
};

const regionOf = (name: string): string | undefined => /\/locations\/([\w-]+)\//.exec(name)?.[1];

/** Regional secrets have an endpoint of their own. */
const endpointOf = (name: string): string => {
  const region = regionOf(name);
  return `https://secretmanager.${region === undefined ? '' : `${region}.rep.`}googleapis.com`;
};

/**
 * Reads a version of a secret over the REST API of Secret Manager, since Google's own client brings gRPC with it. Throws
 * {@link NoSecret}, without Google's words.
 */
export const readGoogleSecret = async (
  client: GoogleClient,
  name: string,
  endpoint = endpointOf(name),
): Promise<string> => {
  const late = AbortSignal.timeout(GOOGLE_MS);
  const { data } = await Promise.race([
    client.request({ url: `${endpoint}/v1/${name}:access`, timeout: GOOGLE_MS }),
    once(late, 'abort').then(() => Promise.reject({ status: 504 })),
  ]).catch((error: { status?: number; config?: object }) => {
    throw new NoSecret(`cannot be read from Google Secret Manager: ${reasonOf(error)}`);
  });
  const { payload } = (data ?? {}) as { payload?: { data?: string } };
  const text = Buffer.from(payload?.data ?? '', 'base64').toString();
  if (text.trim() === '') throw new NoSecret('names a version of a secret that is empty');
  return text;
};

/** An error with a request but without a status comes from the network; one without both, from the search for credentials. */
const reasonOf = ({ status, config }: { status?: number; config?: object }): string => {
  if (status !== undefined) return REFUSALS[status] ?? `HTTP ${status}`;
  return config === undefined
    ? 'no Google credentials were found; set GOOGLE_APPLICATION_CREDENTIALS'
    : 'it cannot be reached';
};
