/** Who sends a request: the key or token of its Authorization header, or nobody where no key is needed. */
import { LRUCache } from 'lru-cache';
import type { RequestCode } from '../errors.ts';
import { StoreError } from '../store/index.ts';
import { FailedAttempts } from './attempts.ts';
import type { TokenRights, Tokens } from './jwt.ts';
import type { KeyRing } from './keyRing.ts';
import { type ApiKey, findKey, hashOf, isActive, isKey } from './keys.ts';
import { parseScope, Rights } from './scopes.ts';

/** A caller, with its rights. */
export interface Principal {
  /** Idempotency keys and writes belong to it. */
  readonly id: string;
  readonly rights: Rights;
  /** Its key or token was verified. */
  readonly isAuthenticated: boolean;
  /** The connections that it may use; `undefined` for all. */
  readonly connections?: readonly string[] | undefined;
  /** Milliseconds since 1970: links are not valid for longer. */
  readonly expiresAt?: number | undefined;
  /** What it may send, counted under its name. */
  readonly spending?: {
    readonly name: string;
    readonly limits: readonly string[];
    readonly destinations: readonly string[];
  };
}
/** A request that is not answered because of who sends it. */
export interface Refusal {
  readonly status: 401 | 429 | 503;
  readonly code: RequestCode;
  readonly message: string;
  readonly headers: Readonly<Record<string, string>>;
}
export type Admission = { readonly principal: Principal } | { readonly refusal: Refusal };

export interface AuthenticatorOptions {
  readonly mode: 'auto' | 'required' | 'none';
  /** Only programs on this machine can connect: without any key in the store, they need none. */
  readonly isOnLoopback: boolean;
  readonly keyRing: KeyRing;
  /** `undefined`: only keys are accepted. */
  readonly tokens?: Tokens | undefined;
  /** Remembers on this machine that callers need keys, for a start while the store cannot be read. */
  readonly memory: { wasLocked(): boolean; noteLocked(): void };
}

export const ANONYMOUS: Principal = { id: 'anonymous', rights: Rights.all, isAuthenticated: false };
const BEARER = /^Bearer +([\w.~+/-]+=*) *$/i;
const REALM = 'Bearer realm="twilio-graphql"';

export class Authenticator {
  readonly #options: AuthenticatorOptions;
  readonly #failures = new FailedAttempts();
  /** Hashes of texts that were accepted: their senders do not wait for the failures of others behind their address. */
  readonly #accepted = new LRUCache<string, true>({ max: 1000 });

  constructor(options: AuthenticatorOptions) {
    this.#options = options;
  }

  /** Whether callers need a key. Once there was one, they do: to revoke the last key does not let everybody in. */
  async isLocked(): Promise<boolean> {
    const { mode, isOnLoopback, keyRing, memory, tokens } = this.#options;
    if (mode !== 'auto' || !isOnLoopback || tokens) return mode !== 'none';
    try {
      const isLocked = (await keyRing.keys()).length > 0;
      if (isLocked) memory.noteLocked();
      return isLocked;
    } catch (error) {
      if (!(error instanceof StoreError) || memory.wasLocked()) throw error;
      return false;
    }
  }

  async admit(authorization: string | undefined, address: string): Promise<Admission> {
    try {
      if (!(await this.isLocked())) return { principal: ANONYMOUS };
      if (authorization === undefined)
        return unauthorized('A key is needed: send it in the header Authorization, as Bearer and the key.');
      const [, text] = BEARER.exec(authorization) ?? [];
      const id = hashOf(text ?? '');
      const waitMs = this.#accepted.has(id) ? 0 : this.#failures.waitOf(address);
      if (waitMs > 0) return tooMany(waitMs);
      const found = text === undefined ? 'unknown' : await this.#verify(text);
      if (typeof found !== 'string') {
        this.#accepted.set(id, true);
        return { principal: found };
      }
      this.#accepted.delete(id);
      // Only guesses count: an expired or revoked key is genuine.
      if (found === 'unknown') this.#failures.note(address);
      return unauthorized(REASONS[found], true);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return { refusal: { status: 503, code: 'KEYS_UNAVAILABLE', message: 'The keys cannot be read.', headers: {} } };
    }
  }

  async #verify(text: string): Promise<Principal | keyof typeof REASONS> {
    const { keyRing, tokens } = this.#options;
    if (tokens && !isKey(text)) return tokenPrincipal(await tokens.verify(text));
    let found = findKey(await keyRing.keys(), text);
    if (found === 'unknown' && isKey(text)) {
      await keyRing.refresh();
      found = findKey(await keyRing.keys(), text);
    }
    return typeof found === 'string' ? found : principalOf(found);
  }

  /** The caller that a link was signed for, with its rights of now; `undefined` if its key is not valid any more. */
  async find(id: string): Promise<Principal | undefined> {
    // The signature of the link stands for the token, which the link does not outlive.
    if (id.startsWith(TOKEN) && this.#options.tokens) return { ...ANONYMOUS, id, isAuthenticated: true };
    const keys = await this.#options.keyRing.keys();
    const key = keys.find((each) => idOf(each) === id);
    return key && isActive(key) ? principalOf(key) : undefined;
  }
}

const REASONS = {
  unknown: 'The key or token is not valid. Send Bearer and a key that `twilio-graphql key create` has made.',
  expired: 'The key or token has expired. `twilio-graphql key rotate` makes a new key.',
  revoked: 'The key was revoked.',
} as const;

const idOf = ({ id }: ApiKey): string => `key:${id}`;

const TOKEN = 'jwt:';
const tokenPrincipal = (found: TokenRights | 'unknown' | 'expired'): Principal | 'unknown' | 'expired' =>
  typeof found === 'string' ? found : { ...found, isAuthenticated: true };

const principals = new WeakMap<ApiKey, Principal>();
const principalOf = (key: ApiKey): Principal => {
  const known = principals.get(key);
  if (known) return known;
  const { name, scopes, connections, limits = [], destinations = [] } = key;
  const principal = {
    id: idOf(key),
    rights: new Rights(scopes.map(parseScope)),
    isAuthenticated: true,
    connections,
    spending: { name, limits, destinations },
  };
  principals.set(key, principal);
  return principal;
};

const unauthorized = (message: string, isInvalid = false): Admission => ({
  refusal: {
    status: 401,
    code: 'UNAUTHORIZED',
    message,
    headers: { 'www-authenticate': isInvalid ? `${REALM}, error="invalid_token"` : REALM },
  },
});

const tooMany = (waitMs: number): Admission => ({
  refusal: {
    status: 429,
    code: 'TOO_MANY_ATTEMPTS',
    message: 'Too many requests with a wrong key came from this address. Wait, and send the right one.',
    headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) },
  },
});
