/**
 * Seals texts that clients hold and only this server may read: what cursors say, and ids with personal keys.
 *
 * The MAC of a text is the initialization vector of its encryption, as in SIV mode. So the same text is sealed the same
 * way each time, nothing has to be stored, and a sealed text that was edited does not open.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';

interface Keys {
  readonly signing: KeyObject;
  readonly encryption: KeyObject;
}

const CIPHER = 'aes-256-ctr';
export const MAC_BYTES = 16;

export class Sealer {
  readonly #purpose: string;
  #keys: Keys;
  #former: Keys | undefined;

  /** `purpose` keeps what is sealed for one use from being opened in another. */
  constructor(secret: string, purpose: string) {
    this.#purpose = purpose;
    this.#keys = keysOf(secret, purpose);
  }

  /** Seals with another secret from now on; what the last one sealed still opens. */
  rotate(secret: string): void {
    this.#former = this.#keys;
    this.#keys = keysOf(secret, this.#purpose);
  }

  /** `bound` is not part of the result: it opens only with the same. */
  seal(text: string, bound: readonly unknown[]): Buffer {
    const mac = macOf(this.#keys, text, bound);
    return Buffer.concat([mac, createCipheriv(CIPHER, this.#keys.encryption, mac).update(text, 'utf8')]);
  }

  /** `undefined` for what was not sealed by this server, or with something else bound to it. */
  open(sealed: Buffer, bound: readonly unknown[]): string | undefined {
    if (sealed.length <= MAC_BYTES) return undefined;
    const mac = sealed.subarray(0, MAC_BYTES);
    for (const keys of [this.#keys, this.#former]) {
      const text = keys && createDecipheriv(CIPHER, keys.encryption, mac).update(sealed.subarray(MAC_BYTES)).toString();
      if (keys && text !== undefined && timingSafeEqual(mac, macOf(keys, text, bound))) return text;
    }
    return undefined;
  }
}

const keysOf = (secret: string, purpose: string): Keys => {
  const derived = (use: string) => createSecretKey(createHmac('sha256', secret).update(use).digest());
  return { signing: derived(purpose), encryption: derived(`${purpose} encryption`) };
};

/** JSON has no line breaks. */
const macOf = ({ signing }: Keys, text: string, bound: readonly unknown[]): Buffer =>
  createHmac('sha256', signing)
    .update(`${JSON.stringify(bound)}\n${text}`)
    .digest()
    .subarray(0, MAC_BYTES);
