/** Fetch, page, create, update and remove for any descriptor: the one place where descriptors meet the SDK. */
import { ApiError } from '../errors.ts';
import type { Action, Observer } from '../events.ts';
import {
  ancestors,
  type Entity,
  isContainer,
  isProduct,
  keyField,
  onceFor,
  type Parent,
  pascalCase,
  type Registry,
  type Sids,
  snakeCase,
  type Value,
} from '../model/index.ts';
import type { Caller } from './limiter/index.ts';
import { encode, type Input, type Json, type Page, type Row, rowsOf, theirKeyOf } from './rows/index.ts';
import type { Twilio } from './sdk/index.ts';
import { callSdk, RequestCoalescer } from './transport/index.ts';

/** A place in the SDK's tree: products, lists and contexts have their parts and operations as properties. */
type Node = Readonly<Record<string, unknown>>;
type Method = (params?: object) => Promise<unknown>;

export class Gateway {
  readonly #client: Twilio;
  readonly #registry: Registry;
  readonly #coalescer: RequestCoalescer;
  readonly observer: Observer;

  constructor(client: Twilio, registry: Registry, observer: Observer = {}) {
    this.observer = observer;
    this.#coalescer = new RequestCoalescer(({ work }) => work && observer.joined?.(work));
    this.#client = client;
    this.#registry = registry;
  }

  /** One row by its SIDs. Throws NOT_FOUND for what does not exist. */
  async fetch(entity: Entity, sids: Sids, caller: Caller = {}): Promise<Row> {
    const call = () => this.#one(entity, sids, 'fetch')();
    const answer = await this.#read(JSON.stringify([entity.name, sids]), call, doing(entity, 'fetch', caller));
    return this.#rowsIn(entity, sids.slice(0, ancestors(entity).length), unreadable)(answer);
  }

  /** The first page of a list, or the one that `next` of another names. `parents` are the SIDs that the list lies in. */
  async page(entity: Entity, parents: Sids, params: Input, next?: string, caller: Caller = {}): Promise<Page> {
    const call = next
      ? () => this.#client.request({ method: 'get', uri: new URL(next, baseOf(entity, this.#client)).href })
      : () => method(this.#list(entity, parents), 'page')({ ...params });
    const name = JSON.stringify([entity.name, parents, params, next, caller.noRetry]);
    const answer = object(await this.#read(name, call, doing(entity, 'list', caller)));
    const rows = listed(answer).map(this.#rowsIn(entity, parents, unreadable));
    return { rows, next: nextOf(answer, baseOf(entity, this.#client)) };
  }

  async create(entity: Entity, parents: Sids, input: Input, caller: Caller = {}): Promise<Row> {
    const params = encodeAll(entity.create, input);
    const call = entity.legacy
      ? () => this.#raw(entity, parents, 'post', params)
      : () => method(this.#list(entity, parents), 'create')(params);
    const answer = object(await this.#write(call, doing(entity, 'create', caller)), written);
    return this.#rowsIn(entity, parents, written, answer)(answer);
  }

  async update(entity: Entity, sids: Sids, input: Input, caller: Caller = {}): Promise<Row> {
    const params = encodeAll(entity.update, input);
    const call = () => this.#one(entity, sids, 'update')(params);
    const answer = await this.#write(call, doing(entity, 'update', caller));
    return this.#rowsIn(entity, sids.slice(0, ancestors(entity).length), written)(answer);
  }

  async remove(entity: Entity, sids: Sids, caller: Caller = {}): Promise<void> {
    await this.#write(() => this.#one(entity, sids, 'remove')(), doing(entity, 'remove', caller));
  }

  /** A read that another request began ends with that request's budget; this one then reads on its own. */
  async #read(name: string, call: () => Promise<unknown>, caller: Caller): Promise<unknown> {
    try {
      return await this.#coalescer.share(name, caller, (shared) => callSdk(call, shared));
    } catch (error) {
      const isOverBudget = error instanceof ApiError && error.code === 'MAX_COST_EXCEEDED';
      if (!isOverBudget || caller.budget?.isSpent !== false) throw error;
      return callSdk(call, caller);
    }
  }

  /** What is read before, during or after a write may differ: nothing is shared over it. */
  async #write(call: () => Promise<unknown>, caller: Caller): Promise<unknown> {
    this.#coalescer.invalidate();
    try {
      return await callSdk(call, caller);
    } finally {
      this.#coalescer.invalidate();
    }
  }

  /** Reads rows of an answer as the type that they are: a call's notification is the account's notification. */
  #rowsIn(entity: Entity, parents: Sids, refuse: () => ApiError, once?: Json): (answer: unknown) => Row {
    const as = this.#registry.canonical(entity);
    const above = parents.slice(0, ancestors(as).length);
    const name = theirKeyOf(as);
    const secrets = secretsOf(entity);
    const row = rowsOf(as);
    return (answer) => {
      const whole = object(answer, refuse);
      const json = secrets.length > 0 ? without(secrets, whole) : whole;
      if (name && (typeof json[name] !== 'string' || json[name] === '')) throw refuse();
      return row(above, json, once);
    };
  }

  #place(parent: Parent, sids: Sids): Node {
    if (isProduct(parent)) return parent(this.#client) as Node;
    if (isContainer(parent)) return part(this.#place(parent.in, sids), parent.at);
    return context(this.#list(parent, sids.slice(0, -1)), sids.at(-1) ?? '');
  }

  #list(entity: Entity, parents: Sids): Node {
    return part(this.#place(entity.in, parents), entity.at);
  }

  /** An operation on one row: on its context, or on the list where the SDK has no context. */
  #one(entity: Entity, sids: Sids, operation: 'fetch' | 'update' | 'remove'): Method {
    if (entity.legacy) {
      const method = { fetch: 'get', update: 'post', remove: 'delete' } as const;
      return (params) => this.#raw(entity, sids, method[operation], params);
    }
    const list = this.#list(entity, sids.slice(0, ancestors(entity).length));
    const key = keyField(entity) ? sids.at(-1) : undefined;
    return method(key === undefined && operation in list ? list : context(list, key), operation);
  }

  #raw(entity: Entity, sids: Sids, method: 'get' | 'post' | 'delete', params?: object): Promise<unknown> {
    const path = legacyPath(entity, sids);
    const data = Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [pascalCase(name), value]));
    return this.#client.request({ method, uri: baseOf(entity, this.#client) + path, data });
  }
}

/** The caller with what is done for it. What costs money or reaches a person goes first. */
const doing = ({ name, paid }: Entity, operation: Action, caller: Caller): Caller => ({
  ...caller,
  ...(paid?.some((each) => each === operation) ? { kind: 'paid' } : {}),
  work: { entity: name, operation },
});

const unreadable = () => new ApiError('UPSTREAM_UNREADABLE', "Twilio's answer is not the resource that was asked for.");
const written = () =>
  new ApiError('UPSTREAM_UNREADABLE', 'Twilio took the request, but its answer is not the resource.', {
    outcome: 'UNKNOWN',
  });

const part = (node: Node, name: string): Node => {
  const found = node[name];
  if (found === undefined) throw new Error(`The SDK has no ${name} here.`);
  return found as Node;
};
const method =
  (node: Node, name: string): Method =>
  (params) =>
    (part(node, name) as unknown as Method).call(node, params);
/** Some resources without a key have a context all the same. */
const context = (list: Node, key?: string): Node => (part(list, 'get') as unknown as (key?: string) => Node)(key);

/** Fills a legacy path's `{…Sid}` in order; what is left of `sids` is the row itself. */
const legacyPath = (entity: Entity, sids: Sids): string => {
  const left = [...sids];
  const path = (entity.legacy ?? '').replace(/\{\w+\}/g, () => left.shift() ?? '');
  return left.length === 0 ? path : path.replace(/\.json$/, `/${left.join('/')}.json`);
};

/** The origin of the product that an entity belongs to. */
const baseOf = (entity: Entity, client: Twilio): string => {
  let parent: Parent = entity;
  while (!isProduct(parent)) parent = parent.in;
  const product = parent(client) as { _domain: { baseUrl: string } };
  return product._domain.baseUrl;
};

const object = (answer: unknown, refuse = unreadable): Json => {
  if (typeof answer !== 'object' || answer === null) throw refuse();
  return answer as Json;
};

/** What Twilio tells once is not kept: not in a loader, and so in no other answer of the request. */
const secretsOf = onceFor(({ fields }: Entity): readonly string[] =>
  Object.entries(fields).flatMap(([name, value]) => (value.shownOnce ? [snakeCase(name)] : [])),
);
const without = (secrets: readonly string[], json: Json): Json =>
  Object.fromEntries(Object.entries(json).filter(([name]) => !secrets.includes(name)));

/** Names beside the rows in a page of api v2010. */
const ABOUT_THE_PAGE = /^(end|start|page|page_size|num_pages|total|uri|(first|last|next|previous)_page_uri|meta)$/;

const listed = (page: Json): readonly unknown[] => {
  const { key } = (page.meta ?? {}) as { key?: string };
  const name = key ?? Object.keys(page).find((each) => Array.isArray(page[each]) && !ABOUT_THE_PAGE.test(each));
  const rows = name === undefined ? undefined : page[name];
  if (!Array.isArray(rows)) throw unreadable();
  return rows;
};

/** Path and query of the next page. An address on another host is not followed: it fails instead. */
const nextOf = (page: Json, base: string): string | undefined => {
  const named = page.next_page_uri ?? (page.meta as Json | undefined)?.next_page_url;
  if (typeof named !== 'string' || named === '') return undefined;
  const url = URL.canParse(named, base) ? new URL(named, base) : undefined;
  if (!url?.hostname.endsWith('.twilio.com'))
    throw new ApiError(
      'UPSTREAM_UNREADABLE',
      'Twilio named a next page that is not on its own host; it was not called.',
    );
  return url.pathname + url.search;
};

const encodeAll = (values: Readonly<Record<string, Value>> | undefined, input: Input): Input =>
  Object.fromEntries(
    Object.entries(input)
      .filter(([, given]) => given !== undefined && given !== null)
      .flatMap(([name, given]): [string, unknown][] => {
        const value = values?.[name];
        if (value?.pairs) return numbered(value.pairs, given as Json);
        return [[name, value ? encode(value, given) : given]];
      }),
  );

/** `{ a: 'b' }` as `parameter1.name`, `parameter1.value` … */
const numbered = (prefix: string, pairs: Json): [string, unknown][] =>
  Object.entries(pairs).flatMap(([name, value], i) => [
    [`${prefix}${i + 1}.name`, name],
    [`${prefix}${i + 1}.value`, value],
  ]);
