/**
 * Digest credentials for a proxy (RFC 7616): our own code, because the libraries support MD5 only or replace fetch.
 *
 * A nonce is used by one request at a time, because proxies require its count in order.
 */
import { createHash, randomBytes } from 'node:crypto';
import { type Challenge, readChallenges } from './challenge.ts';
import type { Authorization, ProxyRequest } from './proxyRequest.ts';
import { notAuthorized, ProxyRefusal } from './refusal.ts';

/** Supported algorithms, the preferred one first. */
const ALGORITHMS = { 'sha-256': 'sha256', md5: 'md5' } as const;
type Algorithm = keyof typeof ALGORITHMS;
const algorithmOf = (challenge: Challenge): string => challenge.params.get('algorithm')?.toLowerCase() ?? 'md5';
const baseOf = (challenge: Challenge) => algorithmOf(challenge).replace(/-sess$/, '');

/** Further nonces are dropped: so many concurrent requests are rare. */
const MAX_IDLE_NONCES = 64;
/** A proxy that refuses this many new nonces as stale, with no request passed in between, accepts none. */
const MAX_STALE_NONCES = 3;

/** A nonce of the proxy, with the number of its uses. */
interface Nonce {
  readonly challenge: Challenge;
  readonly value: string;
  uses: number;
}

/**
 * Lends a nonce to one request at a time, so that its count arrives in order however many requests are concurrent. A
 * request that finds all nonces in use sends no credentials and gets a challenge, with a nonce, of its own.
 */
export class Digest implements Authorization {
  readonly #user: string;
  readonly #password: string;
  readonly #idle: Nonce[] = [];
  #staleNonces = 0;

  constructor(user: string, password: string) {
    this.#user = user;
    this.#password = password;
  }

  begin(method: string, uri: string): ProxyRequest {
    const nonce = this.#idle.pop();
    return {
      header: nonce && this.#answer(nonce, method, uri),
      passed: () => {
        this.#staleNonces = 0;
        if (nonce) this.#keep(nonce);
      },
      refused: (header) => this.#learn(header, nonce),
    };
  }

  #keep(nonce: Nonce): void {
    if (this.#idle.length < MAX_IDLE_NONCES) this.#idle.push(nonce);
  }

  /** A nonce that is refused at its first use, and not as stale, means a wrong password. Anything else can be retried. */
  #learn(header: string | readonly string[] | undefined, used: Nonce | undefined): ProxyRefusal {
    const challenges = readChallenges(header);
    const schemes = challenges.map(({ scheme }) => scheme);
    const ours = challenges.filter(({ scheme }) => scheme === 'digest');
    const known = Object.keys(ALGORITHMS).flatMap((name) => ours.filter((each) => baseOf(each) === name));
    const challenge = known.find(({ params }) => /(^|,)\s*auth\s*(,|$)/i.test(params.get('qop') ?? ''));
    const value = challenge?.params.get('nonce');
    if (ours.length > 0 && (!challenge || !value))
      return new ProxyRefusal('The proxy asks for a kind of Digest that is not known here (407).', 'never');
    const stale = challenge?.params.get('stale')?.toLowerCase() === 'true';
    if (!challenge || !value || (used?.uses === 1 && !stale)) return notAuthorized('Digest', schemes);
    if (used?.uses === 1) this.#staleNonces++;
    this.#keep({ challenge, value, uses: 0 });
    const isEndless = this.#staleNonces >= MAX_STALE_NONCES;
    return new ProxyRefusal('The proxy wants other Digest credentials each time (407).', isEndless ? 'never' : 'now');
  }

  #answer(nonce: Nonce, method: string, uri: string): string {
    const { challenge, value } = nonce;
    const algorithm = algorithmOf(challenge);
    const hash = (...parts: readonly string[]) =>
      createHash(ALGORITHMS[baseOf(challenge) as Algorithm])
        .update(parts.join(':'))
        .digest('hex');
    const realm = challenge.params.get('realm') ?? '';
    const opaque = challenge.params.get('opaque');
    const count = (++nonce.uses).toString(16).padStart(8, '0');
    const own = randomBytes(16).toString('hex');
    const known = hash(this.#user, realm, this.#password);
    const secret = algorithm.endsWith('-sess') ? hash(known, value, own) : known;
    return `Digest ${[
      PLAIN.test(this.#user) ? `username=${quote(this.#user)}` : `username*=UTF-8''${encodeURIComponent(this.#user)}`,
      `realm=${quote(realm)}`,
      `nonce=${quote(value)}`,
      `uri=${quote(uri)}`,
      `response="${hash(secret, value, count, own, 'auth', hash(method, uri))}"`,
      ...(challenge.params.has('algorithm') ? [`algorithm=${challenge.params.get('algorithm')}`] : []),
      'qop=auth',
      `nc=${count}`,
      `cnonce="${own}"`,
      ...(opaque === undefined ? [] : [`opaque=${quote(opaque)}`]),
    ].join(', ')}`;
  }
}

const PLAIN = /^[\x20-\x7e]*$/;
const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
