/** Twilio's pages ⇄ Relay connections: reads only the pages it needs, and signs the cursors that resume them. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { badInput } from '../errors.ts';
import type { Entity } from '../model/entity.ts';
import { snakeCase } from '../model/names.ts';
import { keyField, type Sids } from '../model/path.ts';
import type { Split } from './filters.ts';
import type { Gateway, Page, Row } from './gateway.ts';

/** Twilio's page size at most, and so ours. */
export const MAX_FIRST = 1000;
/** Rows asked for beyond what is needed where a widened bound may bring in some that do not match. */
const SLACK = 20;

/** A list with its arguments: what a cursor belongs to. */
export interface List {
  readonly entity: Entity;
  readonly parents: Sids;
  readonly filter: Split;
}
/** A place between two rows: after `offset` rows of a page, the last of them being `key`. */
interface Position {
  /** Path and query of the page, `undefined` for the first. */
  readonly page: string | undefined;
  /** Twilio's page size of that page. */
  readonly size: number;
  readonly offset: number;
  readonly key: string;
}
export interface Edge {
  readonly node: Row;
  readonly cursor: string;
}
export interface Slice {
  readonly edges: readonly Edge[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Makes and reads cursors. A cursor of another list, other arguments, another account or an edited one is refused. */
export class Cursors {
  readonly #key: Buffer;

  /** `secret` is the connection's own: every process with the same credentials reads the same cursors. */
  constructor(secret: string) {
    this.#key = createHmac('sha256', secret).update('twilio-graphql cursor').digest();
  }

  write(list: List, { page, size, offset, key }: Position): string {
    const said = JSON.stringify([page ?? null, size, offset, key]);
    return Buffer.concat([this.#sign(list, said), Buffer.from(said)]).toString('base64url');
  }

  read(list: List, cursor: string): Position {
    const bytes = Buffer.from(cursor, 'base64url');
    const said = bytes.subarray(MAC_BYTES).toString();
    const genuine =
      bytes.length > MAC_BYTES &&
      bytes.toString('base64url') === cursor &&
      timingSafeEqual(bytes.subarray(0, MAC_BYTES), this.#sign(list, said));
    if (!genuine)
      throw badInput('after', 'is not a cursor of this list with these arguments; take one from its last answer');
    const [page, size, offset, key] = JSON.parse(said) as [string | null, number, number, string];
    return { page: page ?? undefined, size, offset, key };
  }

  #sign(list: List, said: string): Buffer {
    const scope = JSON.stringify([list.entity.name, list.parents, list.filter.identity]);
    return createHmac('sha256', this.#key).update(`${scope}\n${said}`).digest().subarray(0, MAC_BYTES);
  }
}
const MAC_BYTES = 16;

/** Reads the `first` rows of a list that match, from the cursor `after` on. */
export const readSlice = async (
  gateway: Gateway,
  cursors: Cursors,
  list: List,
  { first, after, signal }: { first: number; after?: string | null | undefined; signal?: AbortSignal | undefined },
): Promise<Slice> => {
  const start = after === null || after === undefined ? undefined : cursors.read(list, after);
  const size = start?.size ?? Math.min(MAX_FIRST, first + (list.filter.widened ? SLACK : 0));
  const edges: Edge[] = [];
  let page = start?.page;
  let from: Position | undefined = start;
  for (;;) {
    const { rows, next } = await gateway.page(
      list.entity,
      list.parents,
      { ...list.filter.params, pageSize: size },
      page,
      signal,
    );
    let index = from ? resume(rows, from) : 0;
    for (; index < rows.length && edges.length < first; index++) {
      const row = rows[index];
      if (row && list.filter.accepts(row))
        edges.push(edge(cursors, list, row, position({ rows, next }, page, size, index)));
    }
    const more = rows.slice(index).some(list.filter.accepts) || next !== undefined;
    if (edges.length >= first || next === undefined) return slice(edges, more, start !== undefined);
    page = next;
    from = undefined;
  }
};

const keyOf = (row: Row | undefined): string => {
  const key = row && keyField(row.entity);
  return key ? String(row.json[snakeCase(key)]) : '';
};

/** Where to go on in a page read again: after the same row, wherever it stands now. */
const resume = (rows: readonly Row[], { offset, key }: Position): number => {
  if (offset === 0 || key === '' || keyOf(rows[offset - 1]) === key) return offset;
  const found = rows.findIndex((row) => keyOf(row) === key);
  return found < 0 ? offset : found + 1;
};

/** The position after a row: on the next page where the row is the last of its own. */
const position = ({ rows, next }: Page, page: string | undefined, size: number, index: number): Position =>
  index === rows.length - 1 && next !== undefined
    ? { page: next, size, offset: 0, key: '' }
    : { page, size, offset: index + 1, key: keyOf(rows[index]) };

/** Cursors are signed when they are asked for: most queries want one, not one per row. */
const edge = (cursors: Cursors, list: List, node: Row, at: Position): Edge => ({
  node,
  get cursor() {
    return cursors.write(list, at);
  },
});

const slice = (edges: readonly Edge[], hasNextPage: boolean, hasPreviousPage: boolean): Slice => ({
  edges,
  pageInfo: {
    hasNextPage,
    hasPreviousPage,
    get startCursor() {
      return edges[0]?.cursor ?? null;
    },
    get endCursor() {
      return edges.at(-1)?.cursor ?? null;
    },
  },
});
