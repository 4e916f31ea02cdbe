/** Limits failed attempts to authenticate, by the client's address. */
import { isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';

const WINDOW_MS = 60_000;
const MAX_FAILURES = 60;
const MAX_ADDRESSES = 10_000;

export class FailedAttempts {
  readonly #byAddress = new LRUCache<string, { readonly since: number; failures: number }>({ max: MAX_ADDRESSES });

  /** Milliseconds until this address may try again; 0 if it may now. */
  waitOf(address: string): number {
    const found = this.#byAddress.get(networkOf(address));
    if (!found || found.failures < MAX_FAILURES) return 0;
    return Math.max(0, found.since + WINDOW_MS - performance.now());
  }

  note(address: string): void {
    const network = networkOf(address);
    const now = performance.now();
    const found = this.#byAddress.get(network);
    if (found && now - found.since < WINDOW_MS) found.failures++;
    else this.#byAddress.set(network, { since: now, failures: 1 });
  }
}

/** A client has a whole /64 network of IPv6 to itself. */
const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('%')[0]?.split('::') ?? [];
  const start = head.split(':').filter(Boolean);
  const end = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => '0');
  return [...start, ...zeros, ...end].slice(0, 4).join(':');
};
