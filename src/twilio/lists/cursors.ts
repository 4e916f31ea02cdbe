/**
 * Cursors: signed places in a list, so that only this server's own resume it, and only where they were made.
 *
 * The key is derived from the credentials of the connection, and the list and its arguments are signed, too: any
 * server with the same credentials can read a cursor, and nobody can edit one.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { badInput } from '../../errors.ts';
import type { Order } from '../filtering/index.ts';
import type { List } from './scan.ts';

/** What a cursor belongs to. */
export interface OrderedList extends List {
  readonly orderBy: readonly Order[];
}
/** A place between two rows: after `offset` rows of a page, the last of them being `key`. */
export interface Position {
  /** Path and query of the page, `undefined` for the first. */
  readonly page: string | undefined;
  /** Twilio's page size of that page. */
  readonly size: number;
  readonly offset: number;
  readonly key: string;
}
/** Makes and reads cursors. A cursor of another list, other arguments, another account or an edited one is refused. */
export class Cursors {
  #signing: Buffer;
  #former: Buffer | undefined;

  /** `secret` is the connection's own: every process with the same credentials reads the same cursors. */
  constructor(secret: string) {
    this.#signing = keyOf(secret);
  }

  /** Signs with another secret from now on; what the last one signed is still read. */
  rotate(secret: string): void {
    this.#former = this.#signing;
    this.#signing = keyOf(secret);
  }

  write(list: OrderedList, { page, size, offset, key }: Position): string {
    const said = JSON.stringify([page ?? null, size, offset, key]);
    return Buffer.concat([sign(this.#signing, list, said), Buffer.from(said)]).toString('base64url');
  }

  read(list: OrderedList, cursor: string): Position {
    const bytes = Buffer.from(cursor, 'base64url');
    const mac = bytes.subarray(0, MAC_BYTES);
    const said = bytes.subarray(MAC_BYTES).toString();
    const genuine =
      bytes.length > MAC_BYTES &&
      bytes.toString('base64url') === cursor &&
      [this.#signing, this.#former].some((key) => key && timingSafeEqual(mac, sign(key, list, said)));
    if (!genuine)
      throw badInput('after', 'is not a cursor of this list with these arguments; take one from its last answer');
    const [page, size, offset, key] = JSON.parse(said) as [string | null, number, number, string];
    return { page: page ?? undefined, size, offset, key };
  }
}

const MAC_BYTES = 16;
const keyOf = (secret: string): Buffer => createHmac('sha256', secret).update('twilio-graphql cursor').digest();
const sign = (key: Buffer, { entity, parents, filter, orderBy }: OrderedList, said: string): Buffer => {
  const scope = JSON.stringify([entity.name, parents, filter.identity, orderBy]);
  return createHmac('sha256', key).update(`${scope}\n${said}`).digest().subarray(0, MAC_BYTES);
};

/** The page size that a cursor holds to, if it is one: nothing of it is believed. */
export const sizeOf = (cursor: string): number | undefined => {
  try {
    const [, size] = JSON.parse(Buffer.from(cursor, 'base64url').subarray(MAC_BYTES).toString()) as unknown[];
    return typeof size === 'number' && size >= 1 ? size : undefined;
  } catch {
    return undefined;
  }
};
