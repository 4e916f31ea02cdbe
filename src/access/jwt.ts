/** Tokens (JWT) of an identity provider: verified by jose against its key set, and mapped to rights by their claims. */
import { readFile } from 'node:fs/promises';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { StoreError } from '../store/index.ts';
import { parseScope, Rights, type Scope } from './scopes.ts';

export interface JwtOptions {
  /** Where the provider's key set (JWKS) is: a URL or a file. */
  readonly keySet: { readonly url: string } | { readonly file: string };
  readonly issuer: string;
  readonly audience: string;
  /** Of public keys only: a public key must never pass for a shared secret. */
  readonly algorithms: readonly string[];
  /** The claim with the scopes: text with spaces, or a list. */
  readonly scopesClaim: string;
  /** Claims that a token must have, if they are set: names of connections, and SIDs of accounts. */
  readonly connectionsClaim: string | undefined;
  readonly accountsClaim: string | undefined;
}

/** What a token allows. */
export interface TokenRights {
  readonly id: string;
  readonly rights: Rights;
  readonly connections: readonly string[] | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

const CLOCK_SKEW_SECONDS = 30;
/** A key set is read again after this time, and at once, but not more often than that, for an unknown key. */
const KEEP_MS = 10 * 60_000;
const AGAIN_MS = 10_000;
const FETCH_MS = 5000;

export class Tokens {
  readonly #options: JwtOptions;
  #keys: JWTVerifyGetKey | undefined;
  #readAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | undefined;

  constructor(options: JwtOptions) {
    this.#options = options;
  }

  /** Throws a {@link StoreError} if the key set was never read and cannot be. */
  async verify(text: string): Promise<TokenRights | 'unknown' | 'expired'> {
    const { issuer, audience, algorithms } = this.#options;
    try {
      const { payload } = await jwtVerify(text, (header, token) => this.#keyFor(header, token), {
        issuer,
        audience,
        algorithms: [...algorithms],
        clockTolerance: CLOCK_SKEW_SECONDS,
        requiredClaims: ['exp'],
      });
      return this.#rightsOf(payload);
    } catch (error) {
      if (error instanceof errors.JWTExpired) return 'expired';
      if (error instanceof errors.JOSEError) return 'unknown';
      if (error instanceof StoreError) throw error;
      return 'unknown';
    }
  }

  #rightsOf(payload: JWTPayload): TokenRights | 'unknown' {
    const { scopesClaim, connectionsClaim, accountsClaim } = this.#options;
    const connections = connectionsClaim === undefined ? undefined : wordsIn(payload[connectionsClaim]);
    const accounts = accountsClaim === undefined ? undefined : wordsIn(payload[accountsClaim]);
    const isMissing = (claim: string | undefined) => claim !== undefined && payload[claim] === undefined;
    if (isMissing(connectionsClaim) || isMissing(accountsClaim)) return 'unknown';
    const rights = new Rights(wordsIn(payload[scopesClaim]).flatMap(scopeIn));
    return {
      id: `jwt:${payload.sub ?? ''}`,
      rights: accounts ? rights.within(accounts) : rights,
      connections,
      expiresAt: (payload.exp ?? 0) * 1000,
    };
  }

  /** Keys are looked up in the set only: a `kid` is compared, never opened. */
  async #keyFor(...[header, token]: Parameters<JWTVerifyGetKey>): Promise<Awaited<ReturnType<JWTVerifyGetKey>>> {
    if (performance.now() - this.#readAt > KEEP_MS) await this.#read();
    try {
      return await this.#find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || performance.now() - this.#readAt < AGAIN_MS) throw error;
      await this.#read();
      return this.#find(header, token);
    }
  }

  async #find(...args: Parameters<JWTVerifyGetKey>): Promise<Awaited<ReturnType<JWTVerifyGetKey>>> {
    if (!this.#keys) throw new StoreError('The key set of JWTs cannot be read.');
    return this.#keys(...args);
  }

  /** While the source is away, the keys that it had stay valid. */
  #read(): Promise<void> {
    this.#reading ??= this.#load()
      .then(
        (set) => {
          this.#keys = createLocalJWKSet(set);
        },
        () => undefined,
      )
      .finally(() => {
        this.#readAt = this.#keys ? performance.now() : Number.NEGATIVE_INFINITY;
        this.#reading = undefined;
      });
    return this.#reading;
  }

  async #load(): Promise<JSONWebKeySet> {
    const { keySet } = this.#options;
    if ('file' in keySet) return JSON.parse(await readFile(keySet.file, 'utf8')) as JSONWebKeySet;
    const response = await fetch(keySet.url, { signal: AbortSignal.timeout(FETCH_MS), redirect: 'error' });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return (await response.json()) as JSONWebKeySet;
  }
}

const wordsIn = (claim: unknown): readonly string[] =>
  (Array.isArray(claim) ? claim.map(String) : typeof claim === 'string' ? claim.split(/[\s,]+/) : []).filter(Boolean);

/** Tokens have scopes of other services, too, such as `openid`. */
const scopeIn = (text: string): readonly Scope[] => {
  try {
    return [parseScope(text)];
  } catch {
    return [];
  }
};
