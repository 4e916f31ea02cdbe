/** Secrets: held so that nothing prints them, and fetched from where a setting says they are. */
import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';

const MASK = '***';

export class Secret {
  readonly #value: string;
  constructor(value: string) {
    this.#value = value;
  }
  /** For whoever has to send or sign with it. */
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

/** What a secret cannot be had for. Holds neither the secret nor where it lies. */
export class NoSecret extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;
const ENVIRONMENT = /^env:([A-Za-z_]\w*)$/;
const GOOGLE =
  /^gcp-secret:(projects\/[\w:.-]+\/(?:locations\/[\w-]+\/)?secrets\/[\w-]+\/versions\/(?:latest|[\w-]+))$/;

/** The secret that a setting's text is, or names. Throws {@link NoSecret}. */
export const resolveSecret = async (
  text: string,
  environment: Environment,
  googleSecret: (name: string) => Promise<string> = accessGoogle,
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
      throw new NoSecret('must be such as gcp-secret:projects/my-project/secrets/my-secret/versions/latest');
    return (await googleSecret(name)).trim();
  }
  return text;
};

/** The secret that lies in a file. Throws {@link NoSecret}. */
export const readSecretFile = async (path: string): Promise<string> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new NoSecret(`names a file that cannot be read (${error.code}); such as /run/secrets/twilio`);
  });
  if (text.trim() === '') throw new NoSecret('names a file that is empty; it must hold the secret');
  return text.trim();
};

/** How long Google may take, so that a start does not hang. */
const GOOGLE_MS = 10_000;

/** The part of Google's client that is used. */
export interface SecretManager {
  accessSecretVersion(
    request: { name: string },
    options: { timeout: number },
  ): Promise<readonly [{ readonly payload?: { readonly data?: Uint8Array | string | null } | null }, ...unknown[]]>;
  close(): Promise<void>;
}

/** An optional dependency of 100 packages: who does not use it need not have it, not even to compile. */
const GOOGLE_CLIENT: string = '@google-cloud/secret-manager';

const accessGoogle = async (name: string): Promise<string> => {
  const { SecretManagerServiceClient } = await import(GOOGLE_CLIENT).catch(() => {
    throw new NoSecret(`needs a package that is not installed: npm install ${GOOGLE_CLIENT}`);
  });
  return secretOf(new SecretManagerServiceClient({ fallback: true }) as SecretManager, name);
};

/** What its codes mean here: gRPC's, or those of HTTP. */
const REFUSALS: Readonly<Record<number, string>> = {
  4: 'it did not answer in time',
  5: 'there is no such version of a secret',
  7: 'these Google credentials may not read it',
  14: 'it cannot be reached',
  16: 'it does not take these Google credentials',
  401: 'it does not take these Google credentials',
  403: 'these Google credentials may not read it',
  404: 'there is no such version of a secret',
  503: 'it cannot be reached',
  504: 'it did not answer in time',
};

/** The version that is named. Throws {@link NoSecret} without Google's words, and closes the client. */
export const secretOf = async (client: SecretManager, name: string): Promise<string> => {
  const [{ payload }] = await client
    .accessSecretVersion({ name }, { timeout: GOOGLE_MS })
    .catch((error: { code?: number }) => {
      const reason =
        error.code === undefined
          ? 'no Google credentials were found; set GOOGLE_APPLICATION_CREDENTIALS'
          : (REFUSALS[error.code] ?? `code ${error.code}`);
      throw new NoSecret(`cannot be read from Google Secret Manager: ${reason}`);
    })
    // Closing says once more what went wrong in opening.
    .finally(() => client.close().catch(() => {}));
  const data = payload?.data;
  const text = typeof data === 'string' ? Buffer.from(data, 'base64').toString() : Buffer.from(data ?? []).toString();
  if (text.trim() === '') throw new NoSecret('names a version of a secret that holds nothing');
  return text;
};
