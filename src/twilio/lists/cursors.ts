/**
 * Cursors: sealed places in a list.
 *
 * The keys are derived from the credentials of the connection, and the list and its arguments are bound to a cursor:
 * any server with the same credentials can read it, and nobody else can read or edit it. A cursor names the row before
 * it and the values that the row is sorted by, which may be personal data, so that it still leads to the right place
 * when rows around it are gone.
 */
import { createHash } from 'node:crypto';
import { badInput } from '../../errors.ts';
import { onceFor } from '../../model/index.ts';
import { MAC_BYTES, Sealer } from '../../sealing/index.ts';
import type { Place, Position } from './positions.ts';
import type { List } from './scan.ts';

/** Cursors of one caller. */
export type BoundCursors = Pick<Cursors, 'read' | 'write'>;

/** Makes and reads cursors. A cursor of another list, other arguments, another account or an edited one is refused. */
export class Cursors {
  readonly #sealer: Sealer;

  /** `secret` is the connection's own: every process with the same credentials reads the same cursors. */
  constructor(secret: string) {
    this.#sealer = new Sealer(secret, 'twilio-graphql cursor');
  }

  /** Seals with another secret from now on; cursors of the last one are still read. */
  rotate(secret: string): void {
    this.#sealer.rotate(secret);
  }

  /** Cursors of callers with the same rights: those of others are no cursors to them. */
  bound(binding: string): BoundCursors {
    return {
      write: (list, place) => this.write(list, place, binding),
      read: (list, cursor) => this.read(list, cursor, binding),
    };
  }

  write(list: List, { size, positions, last }: Place, binding = ''): string {
    const content = JSON.stringify([last, positions.map(serialize)] satisfies Content);
    const sealed = this.#sealer.seal(content, [scopeOf(list), binding, size]);
    const bytes = Buffer.allocUnsafe(SIZE_BYTES + sealed.length);
    bytes.writeUInt16BE(size);
    sealed.copy(bytes, SIZE_BYTES);
    return bytes.toString('base64url');
  }

  read(list: List, cursor: string, binding = ''): Place {
    const bytes = Buffer.from(cursor, 'base64url');
    const size = sizeIn(bytes);
    const isWhole = size !== undefined && bytes.toString('base64url') === cursor;
    const content = isWhole ? this.#sealer.open(bytes.subarray(SIZE_BYTES), [scopeOf(list), binding, size]) : undefined;
    if (size === undefined || content === undefined)
      throw badInput('after', 'is not a cursor of this list with these arguments; use one from its last answer');
    const [last, positions] = JSON.parse(content) as Content;
    return { size, last, positions: positions.map(deserialize) };
  }
}

type Serialized = [page: string | null, offset: number, key: string, sort: readonly unknown[] | null];
type Content = [last: number, positions: Serialized[]];
const serialize = ({ page, offset, key, sort }: Position): Serialized => [page ?? null, offset, key, sort ?? null];
const deserialize = ([page, offset, key, sort]: Serialized): Position => ({
  page: page ?? undefined,
  offset,
  key,
  sort: sort ?? undefined,
});

/** A filter may be long, and a list has many cursors. */
const scopeOf = onceFor(({ entity, parents, filter, orderBy }: List): string =>
  createHash('sha256')
    .update(JSON.stringify([entity.name, parents, filter.identity, orderBy]))
    .digest('base64'),
);

/** The page size stands in front, where it can be read without the list. */
const SIZE_BYTES = 2;
const sizeIn = (bytes: Buffer): number | undefined =>
  bytes.length > SIZE_BYTES + MAC_BYTES ? bytes.readUInt16BE() : undefined;

/** The page size in a cursor, which is not verified: it only helps to predict a cost. */
export const sizeOf = (cursor: string): number | undefined => sizeIn(Buffer.from(cursor, 'base64url')) || undefined;
