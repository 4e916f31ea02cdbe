/** Fetch, page, create, update, replace and remove for any descriptor: the one place where descriptors meet the SDK. */
import { ApiError } from '../errors.ts';
import type { Action, Observer } from '../events.ts';
import {
  type Entity,
  jsonName,
  keysOf,
  onceFor,
  parentsOf,
  pascalCase,
  type Registry,
  type Sids,
  type Value,
  type Values,
  valuesOf,
  wireOf,
} from '../model/index.ts';
import type { Caller } from './limiter/index.ts';
import {
  encode,
  encodeJson,
  type Input,
  isByToken,
  type Json,
  listed,
  nextOf,
  type Page,
  type Row,
  rowsOf,
  theirKeysOf,
} from './rows/index.ts';
import { listOf, type Method, methodOf, operationOf, originOf, type Twilio } from './sdk/index.ts';
import { callSdk, RequestCoalescer } from './transport/index.ts';

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

  /** One row by its keys, with the parameters that its fetch takes. Throws NOT_FOUND for what does not exist. */
  async fetch(entity: Entity, sids: Sids, caller: Caller = {}, given: Input = {}): Promise<Row> {
    const { params } = encoded(entity, valuesOf(entity, 'fetch'), given, 'form');
    const call = () => this.#one(entity, sids, 'fetch')(params);
    const name = JSON.stringify([entity.name, sids, params]);
    const answer = await this.#read(name, call, doing(entity, 'fetch', caller));
    return this.#rowsIn(entity, sids, unreadable)(answer);
  }

  /** The first page of a list, or the one that `next` of another names. `parents` are the keys that the list lies in. */
  async page(entity: Entity, parents: Sids, params: Input, next?: string, caller: Caller = {}): Promise<Page> {
    const { paging } = wireOf(entity);
    const base = originOf(this.#client, entity);
    const list = (more: Input) => methodOf(listOf(this.#client, entity, parents), 'page')({ ...params, ...more });
    const call =
      next === undefined
        ? () => list({})
        : isByToken(paging)
          ? () => list({ pageToken: next })
          : () => this.#client.request({ method: 'get', uri: new URL(next, base).href });
    const name = JSON.stringify([entity.name, parents, params, next, caller.noRetry]);
    const answer = object(await this.#read(name, call, doing(entity, 'list', caller)));
    const rows = listed(answer).map(this.#rowsIn(entity, parents, unreadable));
    return { rows, next: nextOf(answer, paging, base) };
  }

  /** `sids`: what it lies in, and its own key where Twilio creates it at that. */
  async create(entity: Entity, sids: Sids, input: Input, caller: Caller = {}): Promise<Row> {
    const { params, headers } = encoded(entity, entity.create, input);
    const send = () => {
      if (entity.legacy) return this.#raw(entity, sids, 'post', params);
      const parents = parentsOf(entity, sids);
      const list = listOf(this.#client, entity, parents);
      const method = 'create' in list ? methodOf(list, 'create') : operationOf(this.#client, entity, sids, 'create');
      return method(params, headers);
    };
    const answer = await this.#write(send, doing(entity, 'create', caller));
    if (entity.answers?.create === 'nothing') return nothingOf(entity, sids);
    return this.#rowsIn(entity, sids, written, object(answer, written))(answer);
  }

  /** Changes parts of a row. */
  update(entity: Entity, sids: Sids, input: Input, caller: Caller = {}): Promise<Row> {
    return this.#change(entity, sids, 'update', input, caller);
  }

  /** Puts another row in place of it. */
  replace(entity: Entity, sids: Sids, input: Input, caller: Caller = {}): Promise<Row> {
    return this.#change(entity, sids, 'replace', input, caller);
  }

  async #change(entity: Entity, sids: Sids, change: 'update' | 'replace', input: Input, caller: Caller): Promise<Row> {
    const { params, headers } = encoded(entity, entity[change], input);
    const method = change === 'update' && entity.with === 'patch' ? 'patch' : 'update';
    const send = () => this.#one(entity, sids, method)(params, headers);
    const answer = await this.#write(send, doing(entity, change, caller));
    if (entity.answers?.[change] === 'nothing') return nothingOf(entity, sids);
    return this.#rowsIn(entity, sids, written)(answer);
  }

  async remove(entity: Entity, sids: Sids, caller: Caller = {}, given: Input = {}): Promise<void> {
    const { params } = encoded(entity, valuesOf(entity, 'remove'), given, 'form');
    await this.#write(() => this.#one(entity, sids, 'remove')(params), doing(entity, 'remove', caller));
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

  /** Reads rows of an answer as what they are found by again: a call's notification is the account's notification. */
  #rowsIn(entity: Entity, sids: Sids, refuse: () => ApiError, once?: Json): (answer: unknown) => Row {
    const as = this.#registry.identity(entity);
    const above = parentsOf(as, sids);
    const asked = as === entity ? sids.slice(above.length) : [];
    const keys = theirKeysOf(as);
    const needed = keys.slice(0, neededKeys(as, asked));
    const secrets = secretsOf(entity);
    const row = rowsOf(as);
    return (answer) => {
      const whole = object(
        entity.rows === 'key' && typeof answer === 'string' ? { [keys[0] ?? '']: answer } : answer,
        refuse,
      );
      const json = secrets.length > 0 ? without(secrets, whole) : whole;
      if (!needed.every((name) => isKey(json[name]))) throw refuse();
      return row(above, json, once, asked);
    };
  }

  #one(entity: Entity, sids: Sids, operation: 'fetch' | 'update' | 'patch' | 'remove'): Method {
    if (entity.legacy) {
      const method = { fetch: 'get', update: 'post', patch: 'post', remove: 'delete' } as const;
      return (params) => this.#raw(entity, sids, method[operation], params);
    }
    return operationOf(this.#client, entity, sids, operation);
  }

  #raw(entity: Entity, sids: Sids, method: 'get' | 'post' | 'delete', params?: object): Promise<unknown> {
    const path = legacyPath(entity, sids);
    const data = Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [pascalCase(name), value]));
    return this.#client.request({ method, uri: originOf(this.#client, entity) + path, data });
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

/** Fills a legacy path's `{…Sid}` in order; what is left of `sids` is the row itself. */
const legacyPath = (entity: Entity, sids: Sids): string => {
  const left = [...sids];
  const path = (entity.legacy ?? '').replace(/\{\w+\}/g, () => left.shift() ?? '');
  return left.length === 0 ? path : path.replace(/\.json$/, `/${left.join('/')}.json`);
};

const object = (answer: unknown, refuse = unreadable): Json => {
  if (typeof answer !== 'object' || answer === null) throw refuse();
  return answer as Json;
};

/** Stands for a row where Twilio answers none. */
const nothingOf = (entity: Entity, sids: Sids): Row => rowsOf(entity)(parentsOf(entity, sids), {});

const isKey = (value: unknown): boolean => (typeof value === 'string' && value !== '') || typeof value === 'number';
/** How many parts of a key a row must have: what was asked for by a key that rows do not have needs none. */
const neededKeys = (entity: Entity, asked: Sids): number =>
  asked.length > 0 && (entity.answers?.fetch === 'redirect' || keysOf(entity).some((key) => !entity.fields[key]))
    ? 0
    : keysOf(entity).length;

/** What Twilio tells once is not kept: not in a loader, and so in no other answer of the request. */
const secretsOf = onceFor((entity: Entity): readonly string[] =>
  Object.entries(entity.fields).flatMap(([name, value]) => (value.shownOnce ? [jsonName(entity, name, value)] : [])),
);
const without = (secrets: readonly string[], json: Json): Json =>
  Object.fromEntries(Object.entries(json).filter(([name]) => !secrets.includes(name)));

interface Encoded {
  readonly params: object | undefined;
  /** Of a JSON body only: the SDK knows those of a form by the names of its parameters. */
  readonly headers: object | undefined;
}
/** The inputs of an operation as the SDK takes them. */
const encoded = (entity: Entity, values: Values | undefined, input: Input, body = wireOf(entity).body): Encoded => {
  if (!values) return { params: undefined, headers: undefined };
  const given = Object.entries(input).filter(([, each]) => each !== undefined && each !== null);
  return body === 'json' ? encodedJson(entity, values, given) : encodedForm(entity, values, given);
};

const encodedForm = (entity: Entity, values: Values, given: readonly [string, unknown][]): Encoded => {
  const { json } = wireOf(entity);
  const params = given.flatMap(([name, each]): [string, unknown][] => {
    const value = values[name];
    if (value?.pairs) return numbered(value.pairs, each as Json);
    return [[value?.sdkName ?? name, value ? encode(value, each, json) : each]];
  });
  return { params: Object.fromEntries(params), headers: undefined };
};

const encodedJson = (entity: Entity, values: Values, given: readonly [string, unknown][]): Encoded => {
  const { json } = wireOf(entity);
  const known = given.flatMap(([name, each]): [string, Value, unknown][] => {
    const value = values[name];
    return value ? [[name, value, each]] : [];
  });
  const headers = known.flatMap(([, { header }, each]) => (header ? [[header, String(each)] as const] : []));
  const body = known.find(([, { isBody }]) => isBody);
  const params = known
    .filter(([, { header }]) => !header)
    .map(([name, value, each]) => [jsonName(entity, name, value), encodeJson(value, each, json)] as const);
  return { params: body ? (body[2] as object) : Object.fromEntries(params), headers: Object.fromEntries(headers) };
};

/** `{ a: 'b' }` as `parameter1.name`, `parameter1.value` … */
const numbered = (prefix: string, pairs: Json): [string, unknown][] =>
  Object.entries(pairs).flatMap(([name, value], i) => [
    [`${prefix}${i + 1}.name`, name],
    [`${prefix}${i + 1}.value`, value],
  ]);
