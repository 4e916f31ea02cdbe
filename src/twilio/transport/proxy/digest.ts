/**
 * Digest credentials for a proxy (RFC 7616): own code, since the libraries for it know MD5 alone or take fetch over.
 *
 * A nonce is used by one request at a time, because proxies require its count in order.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Attempt, Authorization } from './attempt.ts';
import { type Challenge, readChallenges } from './challenge.ts';
import { notAuthorized, ProxyRefusal } from './refusal.ts';

/** The proxy's algorithms that are known, the better one first. */
const ALGORITHMS = { 'sha-256': 'sha256', md5: 'md5' } as const;
type Algorithm = keyof typeof ALGORITHMS;
const algorithmOf = (challenge: Challenge): string => challenge.params.get('algorithm')?.toLowerCase() ?? 'md5';
const baseOf = (challenge: Challenge) => algorithmOf(challenge).replace(/-sess$/, '');

/** More are forgotten; so many requests at once are rare. */
const MOST_IDLE = 64;
/** A proxy that calls so many fresh nonces stale, and lets nothing pass in between, takes none. */
const MOST_IN_VAIN = 3;

/** What a proxy gave to count by. */
interface Nonce {
  readonly challenge: Challenge;
  readonly value: string;
  uses: number;
}

/**
 * A nonce is used by one request at a time: its count arrives in order, as proxies want it, however many requests go at
 * once. One that comes while all nonces are in use sends nothing, and gets a challenge of its own.
 */
export class Digest implements Authorization {
  readonly #user: string;
  readonly #password: string;
  readonly #idle: Nonce[] = [];
  #inVain = 0;

  constructor(user: string, password: string) {
    this.#user = user;
    this.#password = password;
  }

  attempt(method: string, uri: string): Attempt {
    const nonce = this.#idle.pop();
    return {
      header: nonce && this.#answer(nonce, method, uri),
      passed: () => {
        this.#inVain = 0;
        if (nonce) this.#keep(nonce);
      },
      refused: (header) => this.#learn(header, nonce),
    };
  }

  #keep(nonce: Nonce): void {
    if (this.#idle.length < MOST_IDLE) this.#idle.push(nonce);
  }

  /** A first use that is refused, and not as stale, is a wrong password; anything else is worth another try. */
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
    if (used?.uses === 1) this.#inVain++;
    this.#keep({ challenge, value, uses: 0 });
    const isHopeless = this.#inVain >= MOST_IN_VAIN;
    return new ProxyRefusal('The proxy wants other Digest credentials each time (407).', isHopeless ? 'never' : 'now');
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
