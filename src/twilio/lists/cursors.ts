/**
 * Cursors: signed places in a list.
 *
 * The key is derived from the credentials of the connection, and the list and its arguments are signed, too: any
 * server with the same credentials can read a cursor, and nobody can edit one. A cursor names the row before it and the
 * values that the row is sorted by, so that it still leads to the right place when rows around it are gone.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { badInput } from '../../errors.ts';
import { onceFor } from '../../model/index.ts';
import type { Place, Position } from './positions.ts';
import type { List } from './scan.ts';

/** Cursors of one caller. */
export type BoundCursors = Pick<Cursors, 'read' | 'write'>;

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

  /** Cursors of callers with the same rights: those of others are no cursors to them. */
  bound(binding: string): BoundCursors {
    return {
      write: (list, place) => this.write(list, place, binding),
      read: (list, cursor) => this.read(list, cursor, binding),
    };
  }

  write(list: List, { size, positions, last }: Place, binding = ''): string {
    const content = JSON.stringify([size, last, positions.map(serialize)] satisfies Content);
    return Buffer.concat([sign(this.#signing, list, content, binding), Buffer.from(content)]).toString('base64url');
  }

  read(list: List, cursor: string, binding = ''): Place {
    const bytes = Buffer.from(cursor, 'base64url');
    const mac = bytes.subarray(0, MAC_BYTES);
    const content = bytes.subarray(MAC_BYTES).toString();
    const genuine =
      bytes.length > MAC_BYTES &&
      bytes.toString('base64url') === cursor &&
      [this.#signing, this.#former].some((key) => key && timingSafeEqual(mac, sign(key, list, content, binding)));
    if (!genuine)
      throw badInput('after', 'is not a cursor of this list with these arguments; use one from its last answer');
    const [size, last, positions] = JSON.parse(content) as Content;
    return { size, last, positions: positions.map(deserialize) };
  }
}

type Serialized = [page: string | null, offset: number, key: string, sort: readonly unknown[] | null];
type Content = [size: number, last: number, positions: Serialized[]];
const serialize = ({ page, offset, key, sort }: Position): Serialized => [page ?? null, offset, key, sort ?? null];
const deserialize = ([page, offset, key, sort]: Serialized): Position => ({
  page: page ?? undefined,
  offset,
  key,
  sort: sort ?? undefined,
});

const MAC_BYTES = 16;
const keyOf = (secret: string): Buffer => createHmac('sha256', secret).update('twilio-graphql cursor').digest();
const sign = (key: Buffer, list: List, content: string, binding: string): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify([scopeOf(list), binding, content]))
    .digest()
    .subarray(0, MAC_BYTES);
/** A filter may be long, and a list has many cursors. */
const scopeOf = onceFor(({ entity, parents, filter, orderBy }: List): string =>
  createHash('sha256')
    .update(JSON.stringify([entity.name, parents, filter.identity, orderBy]))
    .digest('base64'),
);

/** The page size in a cursor, which is not verified: it only helps to predict a cost. */
export const sizeOf = (cursor: string): number | undefined => {
  try {
    const [size] = JSON.parse(Buffer.from(cursor, 'base64url').subarray(MAC_BYTES).toString()) as unknown[];
    return typeof size === 'number' && size >= 1 ? size : undefined;
  } catch {
    return undefined;
  }
};
