/** Links to files that need no header: signed, short-lived, and worth as much as their caller's key is when they are used. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** An `<audio>` element may ask for the rest of a file minutes after its beginning. */
const LIFE_MS = 15 * 60_000;

export class Links {
  readonly #key: Buffer;
  readonly #connection: string;

  /** `secret`: the connection's; servers with the same one accept each other's links. */
  constructor(secret: string, connection: string) {
    this.#key = createHmac('sha256', secret).update('twilio-graphql media link').digest();
    this.#connection = connection;
  }

  /** The path with a signature for this caller. */
  sign(path: string, caller: string, until = Number.POSITIVE_INFINITY): string {
    const expires = Math.floor(Math.min(Date.now() + LIFE_MS, until) / 1000);
    const query = new URLSearchParams({
      expires: String(expires),
      caller,
      signature: this.#mac(path, expires, caller),
    });
    return `${path}?${query}`;
  }

  /** The caller of a signed path; `undefined` if it is not signed, was changed or has expired. */
  callerOf(url: string): string | undefined {
    const [path = '', query = ''] = url.split(/\?(.*)/s);
    const given = new URLSearchParams(query);
    const [expires, caller, signature] = ['expires', 'caller', 'signature'].map((name) => given.get(name) ?? '');
    if (!expires || !/^\d{1,12}$/.test(expires) || Number(expires) * 1000 < Date.now()) return undefined;
    const right = Buffer.from(this.#mac(path, Number(expires), caller ?? ''));
    const found = Buffer.from(signature ?? '');
    return right.length === found.length && timingSafeEqual(right, found) ? caller : undefined;
  }

  #mac(path: string, expires: number, caller: string): string {
    const content = JSON.stringify([this.#connection, path, expires, caller]);
    return createHmac('sha256', this.#key).update(content).digest('base64url');
  }
}
